"""Options that the commands of training share, and where their progress is told."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

PATH = click.Path(path_type=Path)
BASE = click.option(
    "--base", type=PATH, required=True, help="Checkpoint to start from: an encoder or a tagger."
)
CORPUS = click.option(
    "--corpus",
    "corpora",
    type=PATH,
    multiple=True,
    required=True,
    help="Annotated documents, in any format of 'corpus convert'; may be repeated.",
)
EXTRA = click.option(
    "--extra", type=PATH, multiple=True, help="More documents, all for training; may be repeated."
)
REPORTS = click.option(
    "--reports",
    type=PATH,
    multiple=True,
    required=True,
    help="Raw reports: .jsonl, .jsonl.xz, text files or folders; may be repeated.",
)
HELD_OUT = click.option(
    "--held-out", type=PATH, help="Gold documents (.jsonl): reports that share text are left out."
)
SEED = click.option("--seed", type=int, default=13, show_default=True, help="For every draw.")
RESUME = click.option("--resume", is_flag=True, help="Go on from the last saved state.")


@contextmanager
def progress() -> Iterator[None]:
    """Write to standard error what the training logs of its progress."""
    logger, handler = logging.getLogger("policynlp.training"), logging.StreamHandler()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(level)
        logger.removeHandler(handler)


def output_option(about: str) -> Callable[[Any], Any]:
    """Make the option of where to write."""
    return click.option("-o", "--output", type=PATH, required=True, help=about)


def fit_options(epochs: int) -> Callable[[Any], Any]:
    """Make the options of how to learn; ``epochs`` is the default."""

    def add(command: Any) -> Any:
        for option in (
            click.option(
                "--epochs",
                type=click.IntRange(0),
                default=epochs,
                show_default=True,
                help="Passes over the documents; 0 writes the base as it is.",
            ),
            click.option("--batch", type=click.IntRange(1), default=32, show_default=True),
            click.option("--learning-rate", type=float, help="Without it, what suits the base."),
        ):
            command = option(command)
        return command

    return add


def fit_values(rest: dict[str, Any]) -> dict[str, Any]:
    """Take the values of ``FitOptions`` out of what was given."""
    return {name: rest[name] for name in ("epochs", "batch", "learning_rate", "seed")}
