"""Inputs to what can be read: files, folders, globs, standard input."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from policynlp.errors import Errors, ReadError
from policynlp.readers.dispatch import read_documents
from policynlp.readers.files import PACKED, File, Reading, stem_of, take
from policynlp.readers.kinds import kind_of
from policynlp.schema import Document

ENDINGS = (
    ".txt", ".text", ".md", ".markdown", ".pdf", ".docx", ".html", ".htm", ".xhtml", ".mhtml", ".mht",
    ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".zip", *PACKED,
)  # fmt: skip
STDIN = "-"
_HEAD = 2048

Skip = Callable[[str, str], None]


def discover(
    inputs: Iterable[str], reading: Reading | None = None, skip: Skip | None = None
) -> Iterator[Path | Document]:
    """Find the files that each input names; ``-`` stands for the documents on standard input.

    ``skip`` is told of each file of a folder that is left out, and why.

    Raises:
        ReadError: an input names no file, or a folder holds none that can be read.
    """
    for name in inputs:
        if name == STDIN:
            file = File(b"", "standard input", "stdin", reading or Reading())
            yield from read_documents(take(sys.stdin.buffer, file))
        else:
            yield from _find(name, skip or _forget)


def _forget(_name: str, _reason: str) -> None:
    """Tell nobody."""


def _find(name: str, skip: Skip) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        found = [file for file in sorted(path.rglob("*")) if _is_readable(file, path, skip)]
        if not found:
            raise ReadError(Errors.EMPTY_FOLDER.format(path=name, endings=" ".join(ENDINGS)))
        return found
    if path.exists():
        return [path]
    matches = [Path(match) for match in glob(name, recursive=True)] if has_magic(name) else []  # noqa: PTH207 - a glob may be absolute
    found = sorted(match for match in matches if match.is_file())
    if not found:
        raise ReadError(Errors.NOT_FOUND.format(path=name))
    return found


def _is_readable(path: Path, folder: Path, skip: Skip) -> bool:
    # ~$report.docx is the lock of an open Word file
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    if hidden or not path.is_file():
        return False
    reason = "" if path.suffix.lower() in ENDINGS else _why_not(path)
    if reason:
        skip(str(path), reason)
    return not reason


def _why_not(path: Path) -> str:
    """Why a file of a strange ending is left out of a folder; nothing where its bytes are known."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_HEAD)
            # what a zip holds stands at its end
            data += stream.read(Reading().limits.max_bytes) if data.startswith(b"PK") else b""
        kind = kind_of(File(data, str(path), path.stem))
    except OSError as error:
        return Errors.UNREADABLE.format(path=path, error=error.strerror or error)
    except ReadError as error:
        return str(error)
    return Errors.STRANGE_ENDING.format(path=path) if kind == "text" else ""


def name_documents(paths: Iterable[Path]) -> dict[Path, str]:
    """Give each file an id of its own: its stem, with folders before it where stems repeat."""
    ids = {path: stem_of(path) for path in paths}
    places = Counter(path.with_name(ids[path]) for path in ids)
    # report.txt and report.pdf in one folder
    own = {path: path.name if places[path.with_name(ids[path])] > 1 else ids[path] for path in ids}
    ids = dict(own)
    for depth in range(1, max((len(path.parts) for path in ids), default=1)):
        counts = Counter(ids.values())
        twice = [path for path, doc_id in ids.items() if counts[doc_id] > 1]
        if not twice:
            break
        ids |= {path: "/".join([*path.parts[-1 - depth : -1], own[path]]) for path in twice}
    return ids
