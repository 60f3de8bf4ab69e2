"""What the commands that extract share: their options, and one run over their inputs."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import ParamSpec, TypeVar, get_args

import click

from policynlp.engines import Options, Result, Source, extract_files
from policynlp.models import DEFAULT
from policynlp.progress import show_progress
from policynlp.readers import Reading
from policynlp.schema import Kind, Modality

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(slots=True)
class Run:
    """One run over the inputs: what to do, and what was read, failed and left out so far."""

    options: Options
    jobs: int
    failed: set[str] = field(default_factory=set)
    skipped: dict[str, str] = field(default_factory=dict)
    inputs: int = 0
    documents: int = 0

    def results(self, sources: list[Source], *, bar: bool = True) -> Iterator[Result]:
        """Give what is found, with a bar if it takes long; name each failure as it comes."""
        self.inputs += len(sources)
        with show_progress(sources, wanted=bar) as advance:
            for result in extract_files(sources, self.options, jobs=self.jobs):
                advance(result)
                self.documents += result.document is not None
                if result.error:
                    self.fail(result.source, result.error)
                yield result

    def fail(self, source: str, error: str) -> None:
        """Say why the input failed; the error names it."""
        self.failed.add(source)
        click.echo(f"policynlp: {error}", err=True)

    def skip(self, source: str, reason: str) -> None:
        """Note what a folder holds that is not read, to be told at the end."""
        self.skipped[source] = reason

    def finish(self) -> None:
        """Report on a run over several files; leave with code 1 if an input failed."""
        if self.inputs > 1 or self.skipped:
            for reason in self.skipped.values():
                click.echo(f"skipped: {reason}", err=True)
            read = f"{self.documents} documents read from {self.inputs} files"
            rest = f"{len(self.failed)} failed, {len(self.skipped)} skipped"
            click.echo(f"policynlp: {read}; {rest}", err=True)
        if self.failed:
            sys.exit(1)


def extraction_options(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options that say how to extract."""
    options = (
        click.option(
            "--model",
            default=DEFAULT,
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


def claim_filters(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options that say which claims to keep."""
    for name, values in (("--modality", Modality), ("--kind", Kind)):
        command = click.option(
            name,
            multiple=True,
            type=click.Choice(get_args(values)),
            help="Keep only these claims; may be given more than once.",
        )(command)
    return command


def start_run(
    model: str,
    report_year: int | None,
    jobs: int,
    kind: tuple[str, ...] = (),
    modality: tuple[str, ...] = (),
    reading: Reading | None = None,
) -> Run:
    """Begin a run with what the shared options say."""
    options = Options(model, report_year, frozenset(kind), frozenset(modality))
    return Run(replace(options, reading=reading or options.reading), jobs)
