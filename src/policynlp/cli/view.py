"""The command that makes a page to read reports on: view."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click

from policynlp.cli.extraction import find_sources, input_argument
from policynlp.cli.reading import reading_options
from policynlp.cli.run import Run, claim_filters, extraction_options, start_run
from policynlp.engines import gather
from policynlp.errors import PolicyNLPError
from policynlp.sinks.atomic import open_atomic
from policynlp.web.view import Languages, render


@click.command()
@input_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write: .html, whole in itself.",
)
@click.option(
    "--lang",
    type=click.Choice(get_args(Languages)),
    help="Language of the page; without it, the reader's browser says.",
)
@click.option("--title", help="Title of the page; without it, the report's own.")
@click.option(
    "--annotated", is_flag=True, help="INPUTs are annotated documents: show them as they are."
)
@claim_filters
@extraction_options
@reading_options
def view(inputs: tuple[str, ...], output: Path, annotated: bool, **rest: Any) -> None:
    """Write a page to read INPUTs on, to judge their claims, and to take the corrections home."""
    shape = {name: rest.pop(name) for name in ("lang", "title")}
    run = start_run(**rest)
    if documents := list(_annotated(inputs, run) if annotated else _extracted(inputs, run, output)):
        with open_atomic(output) as stream:
            stream.write(render(documents, **shape))
        click.echo(f"{output}: {len(documents)} documents", err=True)
    run.finish()


def _extracted(inputs: tuple[str, ...], run: Run, output: Path) -> Iterator[dict[str, Any]]:
    return gather(run.results(find_sources(inputs, run, output)))


def _annotated(inputs: tuple[str, ...], run: Run) -> Iterator[dict[str, Any]]:
    """Read documents in any format of ``policynlp corpus convert``; keep the claims asked for."""
    from policynlp.interchange import read_corpus

    for name in inputs:
        try:
            documents = read_corpus(Path(name))
        except PolicyNLPError as error:
            run.fail(name, str(error))
            continue
        for document in documents:
            yield document | {"claims": [c for c in document["claims"] if _is_wanted(c, run)]}


def _is_wanted(claim: dict[str, Any], run: Run) -> bool:
    kinds, modalities = run.options.kinds, run.options.modalities
    return (not kinds or claim["kind"] in kinds) and (
        not modalities or claim.get("modality") in modalities
    )
