"""Inputs to what can be read: files, folders, globs, standard input."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from policynlp.errors import Errors, ReadError
from policynlp.readers.text import parse_text
from policynlp.schema import Document

ENDINGS = (".txt", ".text", ".md", ".markdown")
STDIN = "-"


def discover(inputs: Iterable[str]) -> Iterator[Path | Document]:
    """Find the files that each input names; ``-`` is the document on standard input.

    Raises:
        ReadError: an input names no file, or a folder holds none that can be read.
    """
    for name in inputs:
        if name == STDIN:
            yield parse_text(sys.stdin.buffer.read(), "stdin", name="standard input")
        else:
            yield from _find(name)


def _find(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if _is_readable(file, path))
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


def _is_readable(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in ENDINGS and path.is_file()


def name_documents(paths: Iterable[Path]) -> dict[Path, str]:
    """Give each file an id of its own: its stem, with folders before it where stems repeat."""
    ids = {path: path.stem for path in paths}
    for depth in range(1, max((len(path.parts) for path in ids), default=1)):
        counts = Counter(ids.values())
        twice = [path for path, doc_id in ids.items() if counts[doc_id] > 1]
        if not twice:
            break
        ids |= {path: "/".join([*path.parts[-1 - depth : -1], path.stem]) for path in twice}
    return ids
