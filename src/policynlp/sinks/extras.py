"""The door to libraries that an extra brings: loaded when asked for, named when missing."""

from importlib import import_module
from typing import Any

from policynlp.errors import Errors, SinkError

FILES = "'policynlp[files]'"


def load_library(name: str, what: str, install: str = FILES) -> Any:
    """Import the library that ``what`` needs.

    Raises:
        SinkError: it is not there, or cannot be loaded; what to install is named.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise SinkError(
            Errors.NEEDS_LIBRARY.format(what=what, library=name, install=install)
        ) from error
