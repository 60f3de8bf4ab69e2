"""The commands that read reports: extract, annotate."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from policynlp.cli.run import Run, claim_filters, extraction_options, start_run
from policynlp.engines import Source, gather
from policynlp.errors import PolicyNLPError
from policynlp.readers import discover
from policynlp.schema import Claim, Document
from policynlp.sinks import DUMPS, dump_claims, pick_format, write_claims
from policynlp.sinks.jsonl import dump_lines, write_lines


def _check_ending(ctx: click.Context, param: click.Parameter, path: Path | None) -> Path | None:
    """Refuse an ending that nobody writes before the work is done, not after."""
    if path is not None and ctx.params.get("form") is None:
        pick_format(path)
    return path


_inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")


@click.command()
@_inputs
@click.option(
    "--format",
    "form",
    type=click.Choice(list(DUMPS)),
    is_eager=True,
    help="What to write; without it, a table, or what the file's ending says.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    callback=_check_ending,
    help="File to write; its ending says what: .jsonl .csv .txt",
)
@claim_filters
@extraction_options
def extract(inputs: tuple[str, ...], form: str | None, output: Path | None, **rest: Any) -> None:
    """Give the claims of INPUTs: files, folders, globs, or - for standard input."""
    run = start_run(**rest)
    results = run.results(_find(inputs, run, output), bar=_has_room(output))
    claims: Iterator[Claim] = (claim for result in results for claim in result.claims)
    if output:
        count = write_claims(claims, output, form)
        click.echo(f"{output}: {count} claims", err=True)
    else:
        dump_claims(claims, sys.stdout, form or "table")
    run.finish()


@click.command()
@_inputs
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write, a document a line; without it, standard output.",
)
@claim_filters
@extraction_options
def annotate(inputs: tuple[str, ...], output: Path | None, **rest: Any) -> None:
    """Give INPUTs as documents with their entities and claims, one JSON object a line."""
    run = start_run(**rest)
    documents = gather(run.results(_find(inputs, run, output), bar=_has_room(output)))
    if output:
        count = write_lines(documents, output)
        click.echo(f"{output}: {count} documents", err=True)
    else:
        dump_lines(documents, sys.stdout)
    run.finish()


def _find(inputs: Iterable[str], run: Run, output: Path | None) -> list[Source]:
    """Find what the inputs name, each file once; one that names none is a failure of its own."""
    sources: dict[Path | str, Source] = {}
    for name in inputs:
        try:
            found = list(discover([name]))
        except PolicyNLPError as error:
            run.fail(name, str(error))
            continue
        for source in found:
            key = source.doc_id if isinstance(source, Document) else source.resolve()
            sources.setdefault(key, source)
    if output and output.resolve() in sources:
        raise click.UsageError(f"{output} is an input; name another file to write")
    return list(sources.values())


def _has_room(output: Path | None) -> bool:
    """Whether a bar would not run through what is written on the terminal."""
    return output is not None or not sys.stdout.isatty()
