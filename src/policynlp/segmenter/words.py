"""Words of a text by spacy-pkuseg; what it makes up is taken apart into words that are known.

A word that the model makes up is a name at best, and often runs over the border of a name or a
term. So only known words, numbers and Latin words are longer than a character.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from policynlp.errors import Errors, ModelError

FILES = ("features.msgpack", "weights.npz")
# what is segmented at a time, in training too: a sentence or its half, no space in it
STRETCH = re.compile(r"[^\s。！？；]+[。！？；]*|[。！？；]+")
RUN = re.compile(r"[A-Za-z][A-Za-z\d]*|\d+(?:[.,]\d+)*")
# what need not be known to stand whole
WHOLE = re.compile(r"[第\d.,:%％‰一二三四五六七八九十百千万亿两零〇○—～-]+|[\x00-\x7f]+")
PARTED = 10_000  # words whose parts are remembered
Cut = Callable[[str], list[str]]


class Words:
    """A segmentation model, held as the bytes of its files so that a pipeline can store it."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self._cut, known = _load(files)
        self._parts = lru_cache(PARTED)(partial(take_apart, known=known))

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild from the files in another process."""
        return Words, (self.files,)

    @classmethod
    def read(cls, folder: Path) -> "Words":
        """Read the model of a folder.

        Raises:
            ModelError: a file of it is missing or broken, or spacy-pkuseg is not installed.
        """
        files = {}
        for name in FILES:
            try:
                files[name] = (folder / name).read_bytes()
            except OSError as error:
                raise ModelError(Errors.NO_SEGMENTATION.format(folder=folder, name=name)) from error
        return cls(files)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Give the borders of each word; white space is in none."""
        for stretch in STRETCH.finditer(text):
            start = stretch.start()
            for word in mend(stretch.group(), self._cut(stretch.group())):
                for part in self._parts(word):
                    yield start, start + len(part)
                    start += len(part)


def mend(text: str, words: Iterable[str]) -> list[str]:
    """Join the parts of a number or a Latin word; nothing is joined to a number.

    >>> mend("增长3.2%的GDP", ["增长3", ".2%", "的", "G", "DP"])
    ['增长', '3.2', '%', '的', 'GDP']
    """
    ends = {0, *accumulate(map(len, words))}
    for run in RUN.finditer(text):
        ends.difference_update(range(run.start() + 1, run.end()))
        if run.group()[0].isdigit():
            ends |= {run.start(), run.end()}
    return [text[start:end] for start, end in pairwise(sorted(ends))]


def take_apart(word: str, known: Collection[str]) -> list[str]:
    """Give a word whole if it is known or a number, else the fewest known words it is made of.

    >>> take_apart("智慧粮仓", known={"智慧", "粮食"})
    ['智慧', '粮', '仓']
    """
    if len(word) == 1 or word in known or WHOLE.fullmatch(word):
        return [word]
    best = [(0, 0, 0)]  # for each end: parts so far, length of the last one negated, its start
    for end in range(1, len(word) + 1):
        starts = [start for start in range(end) if end - start == 1 or word[start:end] in known]
        best.append(min((best[start][0] + 1, start - end, start) for start in starts))
    parts: list[str] = []
    end = len(word)
    while end:
        start = best[end][2]
        parts.insert(0, word[start:end])
        end = start
    return parts


def _load(files: dict[str, bytes]) -> tuple[Cut, Collection[str]]:
    try:
        import spacy_pkuseg
    except ImportError as error:
        raise ModelError(Errors.NO_PKUSEG.format(library="spacy-pkuseg")) from error
    with TemporaryDirectory() as folder:  # pkuseg reads folders only
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        try:
            model = spacy_pkuseg.pkuseg(folder, user_dict=None)
        except Exception as error:  # whatever msgpack and numpy say of broken bytes
            raise ModelError(Errors.BAD_SEGMENTATION.format(error=error)) from error
    return model.cut, model.feature_extractor.unigram
