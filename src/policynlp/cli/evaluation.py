"""The command that scores: evaluate."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from policynlp.cli.run import Run, extraction_options, start_run
from policynlp.engines import Source, gather
from policynlp.evaluation import evaluate
from policynlp.gold import read_gold, read_predictions
from policynlp.schema import Document


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("pred", type=click.Path(path_type=Path), required=False)
@click.option(
    "--errors",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Show the first N claims that are missed or spurious.",
)
@click.option("--json", "as_json", is_flag=True, help="Give the scores as one JSON object.")
@extraction_options
def evaluate_command(
    gold: Path, pred: Path | None, errors: int, as_json: bool, **rest: Any
) -> None:
    """Score the documents of PRED, or what this toolkit finds, against GOLD."""
    run = start_run(**rest)
    documents = read_gold(gold)
    guesses = read_predictions(pred) if pred else _annotate_again(documents, run)
    evaluation = evaluate(documents, guesses)
    if as_json:
        click.echo(json.dumps(evaluation.to_dict(), ensure_ascii=False))
    else:
        _echo_lines(map(str, evaluation.mistakes[:errors]))
        _echo_lines(evaluation.lines())
    run.finish()


def _annotate_again(documents: Iterable[dict[str, Any]], run: Run) -> list[dict[str, Any]]:
    sources: list[Source] = [Document.from_dict(document) for document in documents]
    return list(gather(run.results(sources)))


def _echo_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
