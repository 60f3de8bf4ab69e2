"""Options that say how files are read, and what they may cost."""

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any, TypeVar

import click

from policynlp.readers import Limits, Reading

R = TypeVar("R")

_ABOVE_ZERO = click.FloatRange(0, min_open=True)
_LIMITS = Limits()
_OPTIONS = (
    ("--max-mb", _ABOVE_ZERO, "MB", "Largest file, packed or unpacked."),
    ("--max-pages", click.IntRange(1), "N", "Most pages of a PDF."),
    ("--max-members", click.IntRange(1), "N", "Most files in a zip folder."),
    ("--max-ratio", _ABOVE_ZERO, "N", "Most times its size that a packed file unpacks to."),
    ("--timeout", _ABOVE_ZERO, "SECONDS", "Longest time to read a file."),
)


def reading_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add the options that say how to read; the command gets them as its ``reading``."""

    @wraps(command)
    def read(*args: Any, text_column: str, **rest: Any) -> R:
        limits = Limits(**{field.name: rest.pop(field.name) for field in fields(Limits)})
        return command(*args, reading=Reading(text_column, limits), **rest)

    added: Callable[..., R] = read
    for name, kind, metavar, words in reversed(_OPTIONS):
        value = getattr(_LIMITS, name.removeprefix("--").replace("-", "_"))
        added = click.option(
            name, type=kind, default=value, show_default=True, metavar=metavar, help=words
        )(added)
    return click.option(
        "--text-column",
        default=Reading().text_column,
        show_default=True,
        metavar="NAME",
        help="Column of the text in CSV, Parquet and JSON Lines.",
    )(added)
