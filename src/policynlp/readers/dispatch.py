"""Which reader reads which kind of file, packed or not."""

from collections.abc import Iterator, Mapping
from pkgutil import resolve_name
from types import MappingProxyType
from typing import Any

from policynlp.errors import Errors, ReadError
from policynlp.readers.archives import PACKINGS, members, unpack
from policynlp.readers.files import File, Unread
from policynlp.readers.kinds import kind_of
from policynlp.readers.limits import time_limit
from policynlp.schema import Document

Read = Iterator[Document | Unread]

# kind → reader of a file that is one document; it is imported when a file of its kind comes
READERS: Mapping[str, str] = MappingProxyType(
    {
        "text": "policynlp.readers.text:read_text",
        "html": "policynlp.readers.html:read_html",
        "mhtml": "policynlp.readers.html:read_mhtml",
        "docx": "policynlp.readers.word:read_word",
        "pdf": "policynlp.readers.pdf:read_pdf",
    }
)
# kind → reader of a file with a document a row
ROW_READERS: Mapping[str, str] = MappingProxyType(
    {
        "jsonl": "policynlp.readers.rows:read_jsonl",
        "csv": "policynlp.readers.rows:read_csv",
        "parquet": "policynlp.readers.rows:read_parquet",
    }
)
OWN_CLOCK = ("pdf",)
DEEPEST = 3  # packings one in another: reports.zip, in it 2031.zip, in it report.txt.gz


def read_file(file: File, depth: int = 0) -> Read:
    """Give the documents of a file; of a zip folder and of rows, also what cannot be read.

    Raises:
        ReadError: the file cannot be read.
    """
    kind = kind_of(file)
    if kind in READERS:
        yield _read_one(kind, file)
    elif kind in ROW_READERS:
        read_rows: Any = resolve_name(ROW_READERS[kind])
        yield from read_rows(file)
    elif depth >= DEEPEST:
        raise ReadError(Errors.NESTED.format(path=file.name, depth=DEEPEST))
    elif kind in PACKINGS:
        yield from read_file(unpack(file, kind), depth + 1)
    else:
        yield from _read_folder(file, depth + 1)


def read_documents(file: File) -> Iterator[Document]:
    """Give the documents of a file, and raise what cannot be read of it.

    Raises:
        ReadError: the file, a member of it or a row cannot be read.
    """
    for document in read_file(file):
        if isinstance(document, Unread):
            raise ReadError(document.error)
        yield document


def _read_one(kind: str, file: File) -> Document:
    seconds = file.reading.limits.timeout
    read: Any = resolve_name(READERS[kind])
    with time_limit(seconds, file.name, alarm=kind not in OWN_CLOCK):
        document: Document = read(file)
    return document


def _read_folder(file: File, depth: int) -> Read:
    for member in members(file):
        if isinstance(member, Unread):
            yield member
            continue
        try:
            yield from read_file(member, depth)
        except ReadError as error:
            yield Unread(member.name, str(error))
