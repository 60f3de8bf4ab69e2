"""A file appears whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from policynlp.errors import Errors, SinkError


@contextmanager
def open_atomic(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a file beside ``path``, and put it in its place when all went well.

    What is no plain file (``/dev/stdout``, a pipe) is written straight on.

    Raises:
        SinkError: the folder is missing or not writable, or the disk is full.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("w", encoding=encoding, newline="") as stream:
                yield stream
            return
        with _beside(target, encoding) as stream:
            yield stream
    except OSError as error:
        raise SinkError(Errors.UNWRITABLE.format(path=path, error=error.strerror)) from error


@contextmanager
def draft_atomic(path: Path) -> Iterator[Path]:
    """Name a draft for a library to write, and put it in the file's place when all went well.

    Raises:
        SinkError: the folder is missing or not writable, or the disk is full.
    """
    try:
        target = path.resolve()
        with draft_beside(target) as draft:
            draft.touch()  # a folder that is missing is told before the work, not after
            yield draft
            draft.replace(target)
    except OSError as error:
        raise SinkError(
            Errors.UNWRITABLE.format(path=path, error=error.strerror or error)
        ) from error


@contextmanager
def draft_beside(target: Path) -> Iterator[Path]:
    """Name a file beside the target, and see that none is left."""
    if target.is_dir():
        raise IsADirectoryError(0, "is a folder")
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _beside(target: Path, encoding: str) -> Iterator[TextIO]:
    with draft_beside(target) as draft:
        with draft.open("w", encoding=encoding, newline="") as stream:
            yield stream
        draft.replace(target)
