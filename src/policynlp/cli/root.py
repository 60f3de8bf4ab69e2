"""The command that holds all others, and how it says what went wrong."""

import sys
from io import TextIOWrapper
from typing import Any

import click

from policynlp.errors import ModelError, PolicyNLPError, SinkError


class Commands(click.Group):
    """A group that says in one line what went wrong."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a wrong model or ending is wrong usage, any other trouble is code 1."""
        try:
            return super().invoke(ctx)
        except (ModelError, SinkError) as error:
            raise click.UsageError(str(error)) from error
        except PolicyNLPError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policynlp", prog_name="policynlp")
def main() -> None:
    """Read Chinese policy texts: entities, quantities and the claims they make."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # what is printed is Chinese in any locale
