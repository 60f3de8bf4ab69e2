"""The commands that work on an annotated corpus."""

import json
import sys
from pathlib import Path

import click

from policynlp.cli.convert import convert_command
from policynlp.cli.root import Commands
from policynlp.corpus.files import find_files, read_corpus, read_file
from policynlp.corpus.header import SPLITS
from policynlp.errors import CorpusError
from policynlp.sinks.atomic import open_atomic

_corpora = click.argument("corpora", nargs=-1, required=True, metavar="CORPUS...")


@click.group(cls=Commands)
def corpus() -> None:
    """Check, draft, count and compile annotated documents."""


corpus.add_command(convert_command)


@corpus.command("compile")
@_corpora
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="File to write: .jsonl"
)
@click.option(
    "--split", multiple=True, type=click.Choice(SPLITS), help="Only this split; may be repeated."
)
def compile_command(corpora: tuple[str, ...], output: Path, split: tuple[str, ...]) -> None:
    """Write CORPUS as documents with entities and claims, one JSON object a line."""
    from policynlp.corpus.compile import compile_corpus

    count = compile_corpus(read_corpus(corpora), output, split)
    click.echo(f"{output}: {count} documents", err=True)


@corpus.command()
@_corpora
@click.option("--json", "as_json", is_flag=True, help="Give the counts as one JSON object.")
def stats(corpora: tuple[str, ...], as_json: bool) -> None:
    """Count documents, sentences, spans and claims of CORPUS, and how varied they are."""
    from policynlp.corpus.stats import count_corpus

    counts = count_corpus(read_corpus(corpora))
    if as_json:
        click.echo(json.dumps(counts.to_dict(), ensure_ascii=False))
    else:
        for line in counts.lines():
            click.echo(line)


@corpus.command()
@_corpora
@click.option("--errors-only", is_flag=True, help="Leave out the warnings.")
@click.option("--json", "as_json", is_flag=True, help="Give the findings as one JSON object.")
def check(corpora: tuple[str, ...], errors_only: bool, as_json: bool) -> None:
    """Find what is wrong in CORPUS: files, folders, or compiled JSON lines."""
    from policynlp.corpus.check import check_corpus  # the finders take a moment to load

    report = check_corpus(read_corpus(corpora))
    shown = report.errors if errors_only else [*report.errors, *report.warnings]
    if as_json:
        click.echo(json.dumps(report.to_dict(shown), ensure_ascii=False))
    else:
        for finding in shown:
            click.echo(str(finding))
        click.echo(report.summary())
    sys.exit(1 if report.errors else 0)


@corpus.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--stdout", is_flag=True, help="Print the result; leave the file as it is.")
@click.option("--again", is_flag=True, help="Take out the claim lines that stand, and draft all.")
def draft(files: tuple[str, ...], stdout: bool, again: bool) -> None:
    """Write claim lines, as the rules make them of the marked spans, where FILE has none.

    A file of plain text gets its spans marked first.
    """
    from policynlp.corpus.draft import draft_source, without_claims
    from policynlp.models import RULES
    from policynlp.pipeline import load

    nlp = load(RULES)
    failed = False
    for path in find_files(files):
        try:
            file = read_file(path)
            drafted = draft_source(nlp, without_claims(file) if again else file)
        except CorpusError as error:  # the other files are drafted all the same
            click.echo(f"policynlp: {error}", err=True)
            failed = True
            continue
        if stdout:
            click.echo(drafted, nl=False)
        elif drafted != file.source:
            with open_atomic(path) as stream:
                stream.write(drafted)
            click.echo(f"{path}: drafted", err=True)
    sys.exit(1 if failed else 0)


@corpus.command()
@click.argument("spans", type=click.Path(path_type=Path), metavar="SPANS")
@click.option(
    "--reports",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    help="Reports that the spans were marked in; may be repeated.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="File to write: .jsonl"
)
def attach(spans: Path, reports: tuple[Path, ...], output: Path) -> None:
    """Put SPANS, marked in reports that do not ship, to the texts of these reports."""
    from policynlp.sinks.jsonl import write_lines
    from policynlp.training.excerpts import attach as attached

    count = write_lines(attached(spans, reports), output)
    click.echo(f"{output}: {count} documents", err=True)
