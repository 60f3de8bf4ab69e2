"""Train the segmentation model: ``python -m policynlp.training.segmenter --help``."""

import json
import time
from pathlib import Path
from typing import Any

import click

from policynlp.errors import PolicyNLPError
from policynlp.segmenter.words import FILES, Words
from policynlp.training.segmenter_model import agreement, known_words, train_words
from policynlp.training.segmenter_sources import Amounts, Silver, make_silver

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
DEFAULT = Amounts()
SOURCE = click.Path(exists=True, path_type=Path)


@click.command("train-segmenter")
@click.argument("output", type=click.Path(file_okay=False, path_type=Path))
@click.option("--annotated", type=FILE, multiple=True, help="JSONL in the gold's shape.")
@click.option("--reports", type=SOURCE, multiple=True, help="Raw reports: text, .jsonl, .jsonl.xz.")
@click.option(
    "--learn",
    default=DEFAULT.learned,
    type=click.IntRange(0),
    help="Characters of --reports that are segmented to learn from.",
)
@click.option(
    "--look-through",
    default=DEFAULT.looked_through,
    type=click.IntRange(0),
    help="Characters of --reports that words are looked for in.",
)
@click.option("--leave-out", type=FILE, multiple=True, help="JSONL whose sentences are not taken.")
@click.option("--iterations", default=10, type=click.IntRange(1))
@click.option("--seed", default=0)
def main(
    output: Path,
    annotated: tuple[Path, ...],
    reports: tuple[Path, ...],
    leave_out: tuple[Path, ...],
    **numbers: int,
) -> None:
    """Learn words from reports, and write the model's folder OUTPUT with metrics.json."""
    began = time.perf_counter()
    amounts, seed = Amounts(numbers["learn"], numbers["look_through"]), numbers["seed"]
    try:
        silver = make_silver(annotated, reports, amounts=amounts, left_out=leave_out, seed=seed)
        train_words(silver, output, iterations=numbers["iterations"], seed=seed)
        metrics = measure(output, silver)
    except PolicyNLPError as error:
        raise click.ClickException(str(error)) from error
    metrics["options"] = numbers
    metrics["seconds"] = round(time.perf_counter() - began)
    text = json.dumps(metrics, indent=2) + "\n"
    (output / "metrics.json").write_text(text, "utf-8")
    click.echo(text, nl=False)


def measure(folder: Path, silver: Silver) -> dict[str, Any]:
    """Judge a trained model by the sentences held out."""
    sizes = {name: (folder / name).stat().st_size for name in FILES}
    return {
        "train": {
            "sentences": len(silver.train),
            "characters": sum(len(word) for words in silver.train for word in words),
        },
        "held_out": {
            "sentences": len(silver.held_out),
            **agreement(Words.read(folder), silver.held_out),
        },
        "known_words": len(known_words(silver)),
        "bytes": sizes,
    }


if __name__ == "__main__":
    main()
