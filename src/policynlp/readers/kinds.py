"""What a file is, told by its bytes; its ending counts only between kinds of text."""

import io
import json
import re
import zipfile

from policynlp.errors import Errors, ReadError
from policynlp.readers.files import File

_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"BZh", "bzip2"),
    (b"PAR1", "parquet"),
)
# what is known, and not read
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "old Word or Excel"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "SQLite"),
)
_OFFICE = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "Excel"),
    ("xl/workbook.bin", "Excel"),
    ("ppt/presentation.xml", "PowerPoint"),
    ("content.xml", "OpenDocument"),
)
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # a Word file with a password is an old file
_NOTHING = b"\xef\xbb\xbf\xff\xfe \t\r\n"  # byte order marks and blanks
_HEAD = 2048  # bytes by which the kind is told
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.I
)
_BY_ENDING = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
}


def kind_of(file: File) -> str:
    """Tell what a file is: pdf, docx, html, mhtml, jsonl, csv, parquet, zip, gzip, xz, bzip2, text.

    Raises:
        ReadError: it is empty, of a kind that is not read, or locked with a password.
    """
    if not file.data.strip(_NOTHING):
        raise ReadError(Errors.EMPTY_FILE.format(path=file.name))
    head = file.data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(file)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    refuse(file)
    return _text_kind(file, head.replace(b"\0", b""))


def refuse(file: File) -> None:
    """Raise the error of a kind that is known, and not read."""
    for magic, kind in _OTHERS:
        if file.data.startswith(magic):
            if _LOCKED in file.data:
                raise ReadError(Errors.LOCKED.format(path=file.name, kind="Word or Excel"))
            raise ReadError(Errors.OTHER_KIND.format(path=file.name, kind=kind))


def _zipped(file: File) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as folder:
            names = set(folder.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        kind = "Word file" if file.ending == ".docx" else "zip file"
        raise ReadError(Errors.BROKEN.format(path=file.name, kind=kind, error=error)) from error
    kind = next((kind for name, kind in _OFFICE if name in names), "zip")
    if kind not in ("docx", "zip"):
        raise ReadError(Errors.OTHER_KIND.format(path=file.name, kind=kind))
    return kind


def _text_kind(file: File, head: bytes) -> str:
    if _HTML.match(head):
        return "html"
    if _MHTML.match(head.replace(b"\r", b"")):
        return "mhtml"
    kind = _BY_ENDING.get(file.ending, "text")
    return "jsonl" if kind == "text" and _is_json(file) else kind


def _is_json(file: File) -> bool:
    """True where the first line is a JSON object with the column of the text."""
    if not file.data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        first = json.loads(file.data.lstrip().partition(b"\n")[0].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and file.reading.text_column in first
