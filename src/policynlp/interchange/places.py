"""A file or folder beside the one to write, put in its place when all went well."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policynlp.errors import Errors, InterchangeError, SinkError


@contextmanager
def draft_file(path: Path) -> Iterator[Path]:
    """Give the path of a file to write instead, and rename it to ``path`` at the end.

    Raises:
        SinkError: the folder is missing or not writable, or ``path`` is a folder.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError(0, "is a folder")
        yield draft
        draft.replace(path)
    except OSError as error:
        raise SinkError(Errors.UNWRITABLE.format(path=path, error=error.strerror)) from error
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def draft_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder to fill instead, and rename it to ``path`` at the end.

    A folder that holds something is never replaced: it may hold more than an older conversion.

    Raises:
        InterchangeError: ``path`` is there already.
        SinkError: its parent is missing or not writable.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.is_file() or (path.is_dir() and any(path.iterdir())):
            raise InterchangeError(Errors.FOLDER_EXISTS.format(path=path))
        draft.mkdir()
        yield draft
        draft.replace(path)
    except OSError as error:
        raise SinkError(Errors.UNWRITABLE.format(path=path, error=error.strerror)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
