"""What is handed from reader to reader: a file's bytes, and how to read them."""

import importlib
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from types import ModuleType
from typing import BinaryIO, NamedTuple, Self

from policynlp.errors import Errors, ReadError
from policynlp.readers.limits import Limits

PACKED = (".gz", ".xz", ".bz2")
TEXT_COLUMN = "text"


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: the column that holds the text where there are columns, and the limits."""

    text_column: str = TEXT_COLUMN
    limits: Limits = field(default_factory=Limits)


class Unread(NamedTuple):
    """A part of a file that gives no document, and why: a member of a zip folder, a row."""

    name: str
    error: str


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file, what messages call it, and what its document is to be called."""

    data: bytes
    name: str
    doc_id: str
    reading: Reading = field(default_factory=Reading)
    packed: str = ""  # the ending of the packing that was taken off

    @property
    def ending(self) -> str:
        """The ending of the name, in small letters; of report.csv.gz unpacked, ``.csv``."""
        return PurePath(self.name.lower().removesuffix(self.packed)).suffix

    def unpacked(self, data: bytes, ending: str) -> Self:
        """The same file with its packing taken off."""
        return replace(self, data=data, packed=ending)


def open_file(path: Path, doc_id: str, reading: Reading) -> File:
    """Take a file's bytes, up to the limit.

    Raises:
        ReadError: it cannot be opened, or is too large.
    """
    try:
        with path.open("rb") as stream:
            return take(stream, File(b"", str(path), doc_id, reading))
    except OSError as error:
        raise ReadError(
            Errors.UNREADABLE.format(path=path, error=error.strerror or error)
        ) from error


def take(stream: BinaryIO, file: File) -> File:
    """Take the bytes of a stream, up to the limit.

    Raises:
        ReadError: there are too many.
    """
    limits = file.reading.limits
    data = stream.read(limits.max_bytes + 1)
    limits.check_size(len(data), file.name)
    return replace(file, data=data)


def stem_of(path: PurePath) -> str:
    """The name without its endings: report of report.txt.gz; 报告.2031 of 报告.2031.txt."""
    if path.suffix.lower() in PACKED:
        path = path.with_suffix("")
    return path.stem


def need(module: str, file: File, kind: str) -> ModuleType:
    """Import what reads this kind of file.

    Raises:
        ReadError: it is not installed; the message names the extra.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        library = error.name or module
        raise ReadError(
            Errors.NEEDS_FILES.format(path=file.name, kind=kind, library=library)
        ) from error
