"""Packed files and zip folders to the files in them, never more than the limits allow."""

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from policynlp.errors import Errors, ReadError
from policynlp.readers.files import File, Unread, stem_of
from policynlp.readers.limits import FOLDER, too_much


class Packing(NamedTuple):
    """How one kind of packing is opened, and the ending that it adds to a name."""

    open: Callable[[io.BytesIO], gzip.GzipFile | lzma.LZMAFile | bz2.BZ2File]
    ending: str


PACKINGS: Mapping[str, Packing] = MappingProxyType(
    {
        "gzip": Packing(lambda stream: gzip.GzipFile(fileobj=stream), ".gz"),
        "xz": Packing(lzma.LZMAFile, ".xz"),
        "bzip2": Packing(bz2.BZ2File, ".bz2"),
    }
)
_FAULTS = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, ValueError,
           NotImplementedError, RuntimeError)  # fmt: skip
_UTF8 = 0x800  # flag of a zip member: its name is UTF-8
_LOCKED = 0x1
_LEFT_OUT = ("__MACOSX", "Thumbs.db", "desktop.ini")


def unpack(file: File, kind: str) -> File:
    """Take a packing off.

    Raises:
        ReadError: the file is damaged, or unpacks to more than it may.
    """
    opener, ending = PACKINGS[kind]
    limits = file.reading.limits
    try:
        with opener(io.BytesIO(file.data)) as stream:
            data = stream.read(limits.max_bytes + 1)
    except _FAULTS as error:
        raise ReadError(
            Errors.BROKEN.format(path=file.name, kind=f"{kind} file", error=error)
        ) from error
    limits.check_packed(len(file.data), len(data), file.name)
    return file.unpacked(data, ending)


def members(file: File) -> Iterator[File | Unread]:
    """Give the files of a zip folder, in the order of their names.

    Raises:
        ReadError: it holds no file, too many, or more than it may unpack to.
    """
    limits = file.reading.limits
    with zipfile.ZipFile(io.BytesIO(file.data)) as folder:
        infos = sorted((info for info in folder.infolist() if _counts(info)), key=_name)
        if not infos:
            raise ReadError(Errors.NO_MEMBERS.format(path=file.name))
        if len(infos) > limits.max_members:
            raise too_much(file.name, f"{limits.max_members} files", "--max-members")
        if sum(info.file_size for info in infos) > FOLDER * limits.max_bytes:
            raise too_much(file.name, f"{FOLDER * limits.max_mb:g} MB unpacked", "--max-mb")
        for info in infos:
            try:
                yield _member(folder, info, file)
            except ReadError as error:
                yield Unread(f"{file.name}/{_name(info)}", str(error))


def _member(folder: zipfile.ZipFile, info: zipfile.ZipInfo, file: File) -> File:
    path = PurePosixPath(_name(info))
    name = f"{file.name}/{path}"
    if info.flag_bits & _LOCKED:
        raise ReadError(Errors.LOCKED.format(path=name, kind="member of a zip file"))
    file.reading.limits.check_packed(info.compress_size, info.file_size, name)
    try:
        data = folder.read(info)
    except _FAULTS as error:
        raise ReadError(
            Errors.BROKEN.format(path=name, kind="member of a zip file", error=error)
        ) from error
    return File(data, name, f"{file.doc_id}/{path.with_name(stem_of(path))}", file.reading)


def _counts(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    hidden = any(part.startswith((".", "~$")) or part in _LEFT_OUT for part in parts)
    return not info.is_dir() and bool(parts) and not hidden


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; one that is not marked as UTF-8 was written by Chinese Windows."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename
