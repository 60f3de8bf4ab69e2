"""The commands that make a checkpoint out of reports and of other checkpoints."""

from pathlib import Path
from typing import Any

import click

from policynlp.cli.training_options import (
    BASE,
    CORPUS,
    EXTRA,
    HELD_OUT,
    PATH,
    REPORTS,
    RESUME,
    SEED,
    fit_options,
    fit_values,
    output_option,
    progress,
)
from policynlp.training.gate import require_extra


@click.command()
@REPORTS
@output_option("Folder of the encoder to write.")
@HELD_OUT
@click.option("--characters", type=click.IntRange(1), default=24_000_000, show_default=True)
@click.option("--steps", type=int, default=-1, help="End after so many steps; -1: one pass.")
@click.option("--hidden-size", type=click.IntRange(8), default=96, show_default=True)
@SEED
@RESUME
@progress()
def pretrain(reports: tuple[Path, ...], **rest: Any) -> None:
    """Pre-train an encoder on raw reports by guessing hidden characters."""
    require_extra()
    from policynlp.training.pretrain import PretrainOptions
    from policynlp.training.pretrain import pretrain as run

    figures = run(PretrainOptions(reports=reports, **rest))
    click.echo(f"{rest['output']}: loss {figures['loss']:.3f}", err=True)


@click.command()
@click.option(
    "--teacher", "teachers", type=PATH, multiple=True, required=True, help="May be repeated."
)
@REPORTS
@BASE
@CORPUS
@EXTRA
@output_option("Folder of the checkpoint to write.")
@HELD_OUT
@click.option("--characters", type=click.IntRange(1), default=2_000_000, show_default=True)
@fit_options(epochs=3)
@SEED
@progress()
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
        fit=FitOptions(**fit_values(rest)),
    )
    figures = run(options)
    click.echo(f"{options.output}: dev {figures['dev']:.3f}", err=True)


@click.command()
@click.argument("checkpoints", type=PATH, nargs=-1, required=True)
@output_option("Folder of the checkpoint to write.")
def average(checkpoints: tuple[Path, ...], output: Path) -> None:
    """Write the mean of the weights of CHECKPOINTS that were tuned from one start."""
    require_extra()
    from policynlp.training.average import average as run

    run(checkpoints, output)
    click.echo(f"{output}: written", err=True)
