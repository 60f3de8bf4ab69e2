"""What the command that writes claims is told of the file: its options, and the writing."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar, get_args

import click

from policynlp.sinks import DUMPS, ENDINGS, FORMATS, dump_content, pick_format, write_content
from policynlp.sinks.columns import Lang
from policynlp.sinks.content import Content

P = ParamSpec("P")
R = TypeVar("R")


def _check_output(ctx: click.Context, param: click.Parameter, path: Path | None) -> Path | None:
    """Refuse what cannot be written before the work is done, not after."""
    form: str | None = ctx.params.get("form")
    if path is not None:
        pick_format(path, form)
    elif form is not None and form not in DUMPS:
        raise click.UsageError(f"--format {form} needs a file: -o FILE")
    return path


def output_options(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options that say where the claims go, and in what shape."""
    options = (
        click.option(
            "--format",
            "form",
            type=click.Choice(list(FORMATS)),
            is_eager=True,
            help="What to write; without it, a table, or what the file's ending says.",
        ),
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path),
            callback=_check_output,
            help=f"File to write; its ending says what: {' '.join(ENDINGS)}",
        ),
        click.option(
            "--panel",
            is_flag=True,
            help="A row for each region, period, indicator and modality; conflicts are marked.",
        ),
        click.option(
            "--flat", is_flag=True, help="One level of columns in jsonl and parquet, as csv has it."
        ),
        click.option(
            "--lang",
            type=click.Choice(get_args(Lang)),
            help="Language of the heads of xlsx (else en) and csv (else names of columns).",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def put(content: Content, output: Path | None, form: str | None) -> None:
    """Write the content into the file, and say how much; without a file, to standard output."""
    if output is None:
        dump_content(content, sys.stdout, form or "table")
        return
    count = write_content(content, output, form)
    click.echo(f"{output}: {count} {'cells' if content.panel else 'claims'}", err=True)
