"""The command that holds all others, and how it says what went wrong."""

import atexit
import gc
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from pkgutil import resolve_name
from types import MappingProxyType
from typing import Any

import click

from policynlp.errors import ModelError, PolicyNLPError, SinkError

# command → where it stands; its file is imported when it is called, or when all are listed
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "extract": "policynlp.cli.extraction:extract",
        "annotate": "policynlp.cli.extraction:annotate",
        "view": "policynlp.cli.view:view",
        "serve": "policynlp.cli.serve:serve",
        "evaluate": "policynlp.cli.evaluation:evaluate_command",
        "schema": "policynlp.cli.about:schema",
        "info": "policynlp.cli.about:info",
        "corpus": "policynlp.cli.corpus:corpus",
        "train": "policynlp.cli.training:train",
        "pretrain": "policynlp.cli.self_training:pretrain",
        "distill": "policynlp.cli.self_training:distill",
        "average": "policynlp.cli.self_training:average",
        "train-segmenter": "policynlp.cli.segmenter:train_segmenter",
    }
)


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


class Root(Commands):
    """The group of all commands: those that are not called are not imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None if there is none of this name."""
        # click looks among all for the one that a misspelt name may mean
        wanted = [cmd_name] if cmd_name in COMMANDS else list(COMMANDS)
        self.commands.update({name: resolve_name(COMMANDS[name]) for name in wanted})
        return self.commands.get(cmd_name)


@click.group(cls=Root, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policynlp", prog_name="policynlp")
def main() -> None:
    """Read Chinese policy texts: entities, quantities and the claims they make."""
    atexit.register(gc.freeze)  # else all that is loaded is looked through once more at the exit
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # what is printed is Chinese in any locale
