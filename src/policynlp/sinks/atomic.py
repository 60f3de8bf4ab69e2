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
def _beside(target: Path, encoding: str) -> Iterator[TextIO]:
    if target.is_dir():
        raise IsADirectoryError(0, "is a folder")
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding=encoding, newline="") as stream:
            yield stream
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
