"""Characters to numbers: one a character, so that offsets of the model are offsets of the text."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from policynlp.errors import Errors, ModelError

PAD, UNKNOWN, MASK, BORDER = "[PAD]", "[UNK]", "[MASK]", "\n"
BORDERS = ("[CLS]", "[SEP]")  # of vocabularies made elsewhere (BERT)
FILE = "vocab.txt"
_HIGHEST = 0x40000  # code points behind it are no Chinese, and unknown

Ids = NDArray[np.int64]


class Vocabulary:
    """The characters that a model knows, in the order of their numbers.

    >>> Vocabulary([PAD, UNKNOWN, MASK, BORDER, "增", "长"]).encode("增加").tolist()
    [3, 4, 1, 3]
    """

    def __init__(self, tokens: Sequence[str]) -> None:
        """Take the tokens by number; what is no single character is never met in a text."""
        self.tokens = list(tokens)
        self.ids = {token: number for number, token in enumerate(self.tokens)}
        self.pad, self.unknown, self.mask = (self.ids[name] for name in (PAD, UNKNOWN, MASK))
        first, last = (BORDER, BORDER) if BORDER in self.ids else BORDERS
        self.first, self.last = self.ids[first], self.ids[last]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.tokens)

    @cached_property
    def _table(self) -> Ids:
        table = np.full(_HIGHEST, self.unknown, dtype=np.int64)
        for token, number in self.ids.items():
            if len(token) == 1 and ord(token) < _HIGHEST:
                table[ord(token)] = number
        return table

    def encode(self, text: str) -> Ids:
        """Give the numbers of the characters between two borders: ``len(text) + 2`` of them."""
        points = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
        inner = self._table[np.minimum(points, _HIGHEST - 1)]
        return np.concatenate(([self.first], inner, [self.last]))

    @classmethod
    def learn(cls, counts: Iterable[tuple[str, int]], least: int) -> "Vocabulary":
        """Take the characters that were met ``least`` times, the most frequent first."""
        known = [char for char, count in counts if count >= least and char not in "\r\n"]
        return cls([PAD, UNKNOWN, MASK, BORDER, *known])

    @classmethod
    def read(cls, folder: Path) -> "Vocabulary":
        """Read ``vocab.txt`` of a model's folder, one token a line; an empty line is the line end.

        Raises:
            ModelError: there is none, or a token that every model needs is not in it.
        """
        path = folder / FILE
        try:
            return cls.parse(path.read_bytes(), path)
        except OSError as error:
            raise ModelError(Errors.BAD_VOCABULARY.format(path=path, error=error)) from error

    @classmethod
    def parse(cls, data: bytes, path: Path) -> "Vocabulary":
        """Read what stands in ``vocab.txt``; ``path`` is what an error names.

        Raises:
            ModelError: a token that every model needs is not in it, or it is no text.
        """
        try:
            text = data.decode("utf-8").replace("\r\n", "\n")
            return cls([line or BORDER for line in text.removesuffix("\n").split("\n")])
        except (KeyError, UnicodeDecodeError) as error:
            raise ModelError(Errors.BAD_VOCABULARY.format(path=path, error=error)) from error

    def write(self, folder: Path) -> None:
        """Write ``vocab.txt`` as ``read`` takes it."""
        lines = ("" if token == BORDER else token for token in self.tokens)
        (folder / FILE).write_text("\n".join(lines) + "\n", "utf-8")
