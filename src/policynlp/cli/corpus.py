"""The commands that work on an annotated corpus."""

import click

from policynlp.cli.root import Commands


@click.group(cls=Commands)
def corpus() -> None:
    """Check, draft, count and compile annotated documents."""
