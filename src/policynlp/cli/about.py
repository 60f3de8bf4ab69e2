"""The commands that tell of the toolkit itself: schema, info."""

import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from policynlp.cli.run import extraction_options
from policynlp.json_schema import json_schema

PACKAGE = Path(__file__).parent.parent


@click.command()
def schema() -> None:
    """Print the JSON Schema of the two records."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@click.command()
@extraction_options
def info(model: str, **_: Any) -> None:
    """Print versions, the model and its layers, and where things lie."""
    from policynlp.pipeline import load

    nlp = load(model)
    for name in ("policynlp", "spacy"):
        click.echo(f"{name:12}{version(name)}")
    click.echo(f"{'python':12}{platform.python_version()}")
    click.echo(f"{'model':12}{model}")
    click.echo(f"{'layers':12}{' '.join(nlp.pipe_names)}")
    click.echo(f"{'package':12}{PACKAGE}")
    click.echo(f"{'lexicons':12}{PACKAGE / 'lexicons' / 'data'}")
