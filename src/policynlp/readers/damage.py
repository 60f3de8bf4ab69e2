"""What a library throws over a damaged file, said in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

from policynlp.errors import Errors, PolicyNLPError, ReadError
from policynlp.readers.files import File

_LONGEST = 120


@contextmanager
def damaged(file: File, kind: str) -> Iterator[None]:
    """Turn whatever is thrown inside into the error of a damaged file.

    Libraries throw anything over broken bytes: KeyError, struct.error, AssertionError.

    Raises:
        ReadError: something was thrown.
    """
    try:
        yield
    except PolicyNLPError:
        raise
    except Exception as error:
        said = " ".join(str(error).split())[:_LONGEST]
        reason = f"{type(error).__name__}: {said}" if said else type(error).__name__
        raise ReadError(Errors.BROKEN.format(path=file.name, kind=kind, error=reason)) from error
