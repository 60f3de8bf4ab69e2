"""The page and its API: ``policynlp serve``. FastAPI in front, pipelines in processes behind."""

from importlib import import_module
from typing import TYPE_CHECKING

from policynlp.errors import Errors, PolicyNLPError
from policynlp.web.server.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["Settings", "create_app"]

# module → what brings it is the extra
LIBRARIES = ("fastapi", "uvicorn", "python_multipart", "prometheus_client")


def create_app(settings: Settings | None = None) -> "FastAPI":
    """Build the application; it starts its pipelines when the server starts it.

    Raises:
        PolicyNLPError: a library of the extra ``web`` is missing.
    """
    check_extra()
    from policynlp.web.server.app import build

    return build(settings or Settings())


def check_extra() -> None:
    """Look for the libraries of the extra ``web``.

    Raises:
        PolicyNLPError: one is missing; the message names the extra.
    """
    for name in LIBRARIES:
        try:
            import_module(name)
        except ModuleNotFoundError as error:
            message = Errors.NEEDS_LIBRARY.format(
                what="the page and its API", library=name, install='"policynlp[web]"'
            )
            raise PolicyNLPError(message) from error
