"""Files to documents: what can be read, and by which reader."""

from collections.abc import Iterator
from pathlib import Path

from policynlp.readers.discover import discover, name_documents
from policynlp.readers.dispatch import read_documents, read_file
from policynlp.readers.files import File, Reading, Unread, open_file, stem_of
from policynlp.readers.limits import Limits
from policynlp.schema import Document

__all__ = [
    "File",
    "Limits",
    "Reading",
    "Unread",
    "discover",
    "name_documents",
    "read",
    "read_each",
    "read_file",
]


def read(
    path: str | Path, *, doc_id: str | None = None, reading: Reading | None = None
) -> Iterator[Document]:
    """Read the documents of a file: one, but for rows and zip folders.

    ``doc_id`` is what the document is to be called; without it, the name of the file.

    Raises:
        ReadError: the file or a part of it cannot be read as a report; the message names it and
            says what to do.
    """
    path = Path(path)
    yield from read_documents(open_file(path, doc_id or stem_of(path), reading or Reading()))


def read_each(
    path: str | Path, *, doc_id: str | None = None, reading: Reading | None = None
) -> Iterator[Document | Unread]:
    """Read as ``read`` does, and go on after a member or a row that cannot be read.

    Raises:
        ReadError: the file itself cannot be read.
    """
    path = Path(path)
    yield from read_file(open_file(path, doc_id or stem_of(path), reading or Reading()))
