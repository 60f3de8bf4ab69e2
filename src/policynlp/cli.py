"""The commands: the only file that prints."""

import json
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, get_args

import click

from policynlp.engines import Options, Result, Source, extract_files, gather
from policynlp.errors import ModelError, PolicyNLPError, SinkError
from policynlp.evaluation import evaluate
from policynlp.gold import read_gold, read_predictions
from policynlp.json_schema import json_schema
from policynlp.progress import show_progress
from policynlp.readers import discover
from policynlp.schema import Claim, Document, Kind, Modality
from policynlp.sinks import DUMPS, dump_claims, pick_format, write_claims
from policynlp.sinks.jsonl import dump_lines, write_lines

P = ParamSpec("P")
R = TypeVar("R")


class Commands(click.Group):
    """A group that says in one line what went wrong."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a wrong model or ending is wrong usage, any other trouble is code 1."""
        try:
            return super().invoke(ctx)
        except (ModelError, SinkError) as error:
            raise click.UsageError(str(error)) from error
        except PolicyNLPError as error:
            raise click.ClickException(str(error)) from error


@dataclass(slots=True)
class Run:
    """One run over the inputs: what to do, and which inputs failed so far."""

    options: Options
    jobs: int
    failed: set[str] = field(default_factory=set)

    def results(self, sources: list[Source], *, bar: bool = True) -> Iterator[Result]:
        """Give what is found, with a bar if it takes long; name each failure as it comes."""
        with show_progress(sources, wanted=bar) as advance:
            for result in extract_files(sources, self.options, jobs=self.jobs):
                advance(result)
                if result.error:
                    self.fail(result.source, result.error)
                yield result

    def fail(self, source: str, error: str) -> None:
        """Say why the input failed; the error names it."""
        self.failed.add(source)
        click.echo(f"policynlp: {error}", err=True)

    def finish(self) -> None:
        """Leave with code 1 if an input failed."""
        if self.failed:
            sys.exit(1)


def _shared(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options that say how to extract."""
    options = (
        click.option(
            "--model",
            default="rules",
            show_default=True,
            metavar="NAME|PATH",
            help="What to extract with; rules: no learned model.",
        ),
        click.option(
            "--report-year",
            type=click.IntRange(1900, 2200),
            metavar="YYYY",
            help="The year in which the report speaks, where its title does not tell.",
        ),
        click.option(
            "--jobs",
            type=click.IntRange(1, 256),
            default=1,
            show_default=True,
            metavar="N",
            help="How many processes share the inputs.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _filters(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options that say which claims to keep."""
    for name, values in (("--modality", Modality), ("--kind", Kind)):
        command = click.option(
            name,
            multiple=True,
            type=click.Choice(get_args(values)),
            help="Keep only these claims; may be given more than once.",
        )(command)
    return command


def _check_ending(ctx: click.Context, param: click.Parameter, path: Path | None) -> Path | None:
    """Refuse an ending that nobody writes before the work is done, not after."""
    if path is not None and ctx.params.get("form") is None:
        pick_format(path)
    return path


_inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policynlp", prog_name="policynlp")
def main() -> None:
    """Read Chinese policy texts: entities, quantities and the claims they make."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # what is printed is Chinese in any locale


@main.command()
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
@_filters
@_shared
def extract(inputs: tuple[str, ...], form: str | None, output: Path | None, **rest: Any) -> None:
    """Give the claims of INPUTs: files, folders, globs, or - for standard input."""
    run = _start(**rest)
    results = run.results(_find(inputs, run, output), bar=_has_room(output))
    claims: Iterator[Claim] = (claim for result in results for claim in result.claims)
    if output:
        count = write_claims(claims, output, form)
        click.echo(f"{output}: {count} claims", err=True)
    else:
        dump_claims(claims, sys.stdout, form or "table")
    run.finish()


@main.command()
@_inputs
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write, a document a line; without it, standard output.",
)
@_filters
@_shared
def annotate(inputs: tuple[str, ...], output: Path | None, **rest: Any) -> None:
    """Give INPUTs as documents with their entities and claims, one JSON object a line."""
    run = _start(**rest)
    documents = gather(run.results(_find(inputs, run, output), bar=_has_room(output)))
    if output:
        count = write_lines(documents, output)
        click.echo(f"{output}: {count} documents", err=True)
    else:
        dump_lines(documents, sys.stdout)
    run.finish()


@main.command("evaluate")
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
@_shared
def evaluate_command(
    gold: Path, pred: Path | None, errors: int, as_json: bool, **rest: Any
) -> None:
    """Score the documents of PRED, or what this toolkit finds, against GOLD."""
    run = _start(**rest)
    documents = read_gold(gold)
    guesses = read_predictions(pred) if pred else _annotate_again(documents, run)
    evaluation = evaluate(documents, guesses)
    if as_json:
        click.echo(json.dumps(evaluation.to_dict(), ensure_ascii=False))
    else:
        _echo_lines(map(str, evaluation.mistakes[:errors]))
        _echo_lines(evaluation.lines())
    run.finish()


@main.command()
def schema() -> None:
    """Print the JSON Schema of the two records."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@main.command()
@_shared
def info(model: str, **_: Any) -> None:
    """Print versions, the model and its layers, and where things lie."""
    from policynlp.pipeline import load

    nlp = load(model)
    for name in ("policynlp", "spacy"):
        click.echo(f"{name:12}{version(name)}")
    click.echo(f"{'python':12}{platform.python_version()}")
    click.echo(f"{'model':12}{model}")
    click.echo(f"{'layers':12}{' '.join(nlp.pipe_names)}")
    click.echo(f"{'package':12}{Path(__file__).parent}")
    click.echo(f"{'lexicons':12}{Path(__file__).parent / 'lexicons' / 'data'}")


def _start(
    model: str,
    report_year: int | None,
    jobs: int,
    kind: tuple[str, ...] = (),
    modality: tuple[str, ...] = (),
) -> Run:
    return Run(Options(model, report_year, frozenset(kind), frozenset(modality)), jobs)


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


def _annotate_again(documents: Iterable[dict[str, Any]], run: Run) -> list[dict[str, Any]]:
    sources: list[Source] = [Document.from_dict(document) for document in documents]
    return list(gather(run.results(sources)))


def _echo_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _has_room(output: Path | None) -> bool:
    """Whether a bar would not run through what is written on the terminal."""
    return output is not None or not sys.stdout.isatty()
