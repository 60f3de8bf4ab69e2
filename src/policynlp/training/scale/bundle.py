"""Rows of many documents as a few flat arrays in one file."""

import lzma
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from policynlp.errors import Errors, TrainingError
from policynlp.tagging.vocabulary import Vocabulary

if TYPE_CHECKING:
    from policynlp.training.dataset import Row  # needs spaCy, which a rented machine lacks

PACKED = ".npz.xz"
REPORTS = f"reports{PACKED}"  # in a folder of bundles, the rows that nobody annotated

Flat = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Characters of all rows, one behind the other, without borders.

    ``ids``, ``rules`` and ``tags`` hold one number a character; ``lengths`` one a row. ``tags`` is
    empty where nobody annotated.
    """

    ids: Flat
    rules: Flat
    tags: Flat
    lengths: Flat

    @property
    def starts(self) -> Flat:
        """Where each row begins."""
        starts: Flat = np.concatenate(([0], np.cumsum(self.lengths.astype(np.int64))[:-1]))
        return starts

    @classmethod
    def join(cls, parts: Iterable[Self]) -> "Bundle":
        """Put bundles one behind the other."""
        parts = list(parts)
        flat = {name: [getattr(part, name) for part in parts] for name in cls.__slots__}
        return Bundle(**{name: np.concatenate(arrays) for name, arrays in flat.items()})

    def without_tags(self) -> "Bundle":
        """Give the rows as nobody annotated them, with a tag a character all the same."""
        return replace(self, tags=np.zeros(len(self.ids), np.uint8))

    def save(self, path: Path) -> None:
        """Write all arrays to one ``.npz``, or packed to ``.npz.xz``."""
        with _open(path, "wb") as file:
            np.savez(file, **{name: getattr(self, name) for name in self.__slots__})

    @classmethod
    def load(cls, path: Path) -> "Bundle":
        """Read what ``save`` wrote.

        Raises:
            TrainingError: the file is missing, damaged or something else.
        """
        try:
            with _open(path, "rb") as file, np.load(BytesIO(file.read())) as arrays:
                return cls(**{name: arrays[name] for name in cls.__slots__})
        except (OSError, EOFError, ValueError, KeyError, BadZipFile, lzma.LZMAError) as error:
            raise TrainingError(Errors.UNREADABLE.format(path=path, error=error)) from error


def _open(path: Path, mode: str) -> Any:
    if path.suffix != ".xz":
        return path.open(mode)
    packing = {"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1 << 26, "lp": 1, "pb": 1}
    return lzma.open(path, mode, filters=[packing] if mode == "wb" else None)


def bundle_rows(rows: "Sequence[Row]", vocabulary: Vocabulary, *, tagged: bool) -> Bundle:
    """Make a bundle of rows; their tags are kept if they are annotated."""
    return Bundle(
        ids=np.concatenate([vocabulary.encode(row.text)[1:-1] for row in rows]).astype(np.uint16),
        rules=_numbers(row.rules for row in rows),
        tags=_numbers(row.tags for row in rows if tagged),
        lengths=np.array([len(row.text) for row in rows], dtype=np.uint16),
    )


def _numbers(parts: Iterable[Sequence[int]]) -> Flat:
    return np.array([number for part in parts for number in part], dtype=np.uint8)
