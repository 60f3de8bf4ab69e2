"""The command that trains a tagger: the extra ``train`` is looked for before anything else."""

from pathlib import Path
from typing import Any

import click

from policynlp.cli.training_options import (
    BASE,
    CORPUS,
    EXTRA,
    PATH,
    RESUME,
    SEED,
    fit_options,
    fit_values,
    output_option,
    progress,
)
from policynlp.training.gate import require_extra


@click.command()
@BASE
@CORPUS
@EXTRA
@output_option("Folder of the pipeline to write.")
@click.option("--checkpoint", type=PATH, help="Keep the trained weights here, to go on from.")
@fit_options(epochs=12)
@SEED
@RESUME
@progress()
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
        fit=FitOptions(**fit_values(rest), resume=rest["resume"]),
    )
    metrics = run(options)
    for split, systems in metrics["scores"].items():
        for label, score in systems["tagger with rules"].items():
            click.echo(f"{split:5} {label:10} {score['f1']:.3f}")
    click.echo(f"{options.output}: written", err=True)
