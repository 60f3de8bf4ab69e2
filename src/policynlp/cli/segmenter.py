"""The command that trains the segmentation model."""

import json
from pathlib import Path
from typing import Any

import click

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SOURCE = click.Path(exists=True, path_type=Path)
_COUNT = click.IntRange(0)


@click.command("train-segmenter")
@click.option(
    "--annotated",
    type=_FILE,
    multiple=True,
    help="Annotated documents (.jsonl), whose words end where spans do; may be repeated.",
)
@click.option(
    "--reports",
    type=_SOURCE,
    multiple=True,
    help="Raw reports: .jsonl, .jsonl.xz, text files or folders; may be repeated.",
)
@click.option(
    "--leave-out",
    type=_FILE,
    multiple=True,
    help="Documents (.jsonl) whose sentences are not learned from; may be repeated.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder of the model to write.",
)
@click.option(
    "--learn",
    type=_COUNT,
    default=220_000,
    show_default=True,
    help="Characters of --reports to learn from.",
)
@click.option(
    "--look-through",
    type=_COUNT,
    default=6_000_000,
    show_default=True,
    help="Characters of --reports in which words are looked for.",
)
@click.option("--iterations", type=click.IntRange(1), default=10, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True, help="For every draw.")
def train_segmenter(learn: int, look_through: int, **rest: Any) -> None:
    """Learn words from reports, and write a model for word tokens."""
    if not (rest["annotated"] or rest["reports"]):
        raise click.UsageError("nothing to learn from: give --annotated, --reports or both")
    from policynlp.training.segmenter import SegmenterOptions
    from policynlp.training.segmenter import train_segmenter as run
    from policynlp.training.segmenter_sources import Amounts

    metrics = run(SegmenterOptions(amounts=Amounts(learn, look_through), **rest))
    click.echo(json.dumps(metrics, indent=2))
    click.echo(f"{rest['output']}: written", err=True)
