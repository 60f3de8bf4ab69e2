"""The commands that train: the extra ``train`` is looked for before anything else."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from policynlp.training.gate import require_extra

_PATH = click.Path(path_type=Path)
_BASE = click.option(
    "--base", type=_PATH, required=True, help="Checkpoint to start from: an encoder or a tagger."
)
_CORPUS = click.option(
    "--corpus",
    "corpora",
    type=_PATH,
    multiple=True,
    required=True,
    help="Annotated documents, in any format of 'corpus convert'; may be repeated.",
)
_EXTRA = click.option(
    "--extra", type=_PATH, multiple=True, help="More documents, all for training; may be repeated."
)
_REPORTS = click.option(
    "--reports",
    type=_PATH,
    multiple=True,
    required=True,
    help="Raw reports: .jsonl, .jsonl.xz, text files or folders; may be repeated.",
)
_HELD_OUT = click.option(
    "--held-out", type=_PATH, help="Gold documents (.jsonl): reports that share text are left out."
)
_SEED = click.option("--seed", type=int, default=13, show_default=True, help="For every draw.")
_RESUME = click.option("--resume", is_flag=True, help="Go on from the last saved state.")


@contextmanager
def _progress() -> Iterator[None]:
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


def _output(about: str) -> Callable[[Any], Any]:
    return click.option("-o", "--output", type=_PATH, required=True, help=about)


def _fit_options(epochs: int) -> Callable[[Any], Any]:
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


@click.command()
@_BASE
@_CORPUS
@_EXTRA
@_output("Folder of the pipeline to write.")
@click.option("--checkpoint", type=_PATH, help="Keep the trained weights here, to go on from.")
@_fit_options(epochs=12)
@_SEED
@_RESUME
@_progress()
def train(corpora: tuple[Path, ...], extra: tuple[Path, ...], **rest: Any) -> None:
    """Train a tagger on annotated documents and write a pipeline to load."""
    require_extra()
    from policynlp.training.fit import FitOptions
    from policynlp.training.run import TrainOptions
    from policynlp.training.run import train as run

    if rest["resume"] and rest["checkpoint"] is None:
        raise click.UsageError("--resume needs --checkpoint: the folder that holds the state")
    options = TrainOptions(
        base=rest["base"],
        corpora=corpora,
        extra=extra,
        output=rest["output"],
        checkpoint=rest["checkpoint"],
        fit=FitOptions(**_fit_values(rest), resume=rest["resume"]),
    )
    metrics = run(options)
    for split, systems in metrics["scores"].items():
        for label, score in systems["tagger with rules"].items():
            click.echo(f"{split:5} {label:10} {score['f1']:.3f}")
    click.echo(f"{options.output}: written", err=True)


@click.command()
@_REPORTS
@_output("Folder of the encoder to write.")
@_HELD_OUT
@click.option("--characters", type=click.IntRange(1), default=24_000_000, show_default=True)
@click.option("--steps", type=int, default=-1, help="End after so many steps; -1: one pass.")
@click.option("--hidden-size", type=click.IntRange(8), default=96, show_default=True)
@_SEED
@_RESUME
@_progress()
def pretrain(reports: tuple[Path, ...], **rest: Any) -> None:
    """Pre-train an encoder on raw reports by guessing hidden characters."""
    require_extra()
    from policynlp.training.pretrain import PretrainOptions
    from policynlp.training.pretrain import pretrain as run

    figures = run(PretrainOptions(reports=reports, **rest))
    click.echo(f"{rest['output']}: loss {figures['loss']:.3f}", err=True)


@click.command()
@click.option(
    "--teacher", "teachers", type=_PATH, multiple=True, required=True, help="May be repeated."
)
@_REPORTS
@_BASE
@_CORPUS
@_EXTRA
@_output("Folder of the checkpoint to write.")
@_HELD_OUT
@click.option("--characters", type=click.IntRange(1), default=2_000_000, show_default=True)
@_fit_options(epochs=3)
@_SEED
@_progress()
def distill(
    teachers: tuple[Path, ...],
    reports: tuple[Path, ...],
    corpora: tuple[Path, ...],
    extra: tuple[Path, ...],
    **rest: Any,
) -> None:
    """Let teachers label raw reports, and a student learn from what they are sure of."""
    require_extra()
    from policynlp.training.distill import DistillOptions
    from policynlp.training.distill import distill as run
    from policynlp.training.fit import FitOptions

    options = DistillOptions(
        teachers=teachers,
        reports=reports,
        corpora=corpora,
        extra=extra,
        base=rest["base"],
        output=rest["output"],
        held_out=rest["held_out"],
        characters=rest["characters"],
        fit=FitOptions(**_fit_values(rest)),
    )
    figures = run(options)
    click.echo(f"{options.output}: dev {figures['dev']:.3f}", err=True)


def _fit_values(rest: dict[str, Any]) -> dict[str, Any]:
    return {name: rest[name] for name in ("epochs", "batch", "learning_rate", "seed")}
