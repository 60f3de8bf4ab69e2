"""The commands that read reports: extract, annotate."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from policynlp.cli.output import output_options, put
from policynlp.cli.reading import reading_options
from policynlp.cli.run import Run, claim_filters, extraction_options, start_run
from policynlp.engines import Source, gather
from policynlp.errors import PolicyNLPError
from policynlp.readers import discover
from policynlp.schema import Document
from policynlp.sinks.content import Content
from policynlp.sinks.jsonl import dump_lines, write_lines

input_argument = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")


@click.command()
@input_argument
@output_options
@claim_filters
@extraction_options
@reading_options
def extract(inputs: tuple[str, ...], form: str | None, output: Path | None, **rest: Any) -> None:
    """Give the claims of INPUTs: files, folders, globs, or - for standard input."""
    shape = {name: rest.pop(name) for name in ("panel", "flat", "lang")}
    run = start_run(**rest)
    run.options = replace(run.options, entities=False)  # claims alone are written
    results = run.results(find_sources(inputs, run, output), bar=_has_room(output))
    put(Content(results, **shape), output, form)
    run.finish()


@click.command()
@input_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write, a document a line; without it, standard output.",
)
@claim_filters
@extraction_options
@reading_options
def annotate(inputs: tuple[str, ...], output: Path | None, **rest: Any) -> None:
    """Give INPUTs as documents with their entities and claims, one JSON object a line."""
    run = start_run(**rest)
    documents = gather(run.results(find_sources(inputs, run, output), bar=_has_room(output)))
    if output:
        count = write_lines(documents, output)
        click.echo(f"{output}: {count} documents", err=True)
    else:
        dump_lines(documents, sys.stdout)
    run.finish()


def find_sources(inputs: Iterable[str], run: Run, output: Path | None) -> list[Source]:
    """Find what the inputs name, each file once; one that names none is a failure of its own."""
    sources: dict[Path | str, Source] = {}
    for name in inputs:
        try:
            found = list(discover([name], run.options.reading, run.skip))
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
