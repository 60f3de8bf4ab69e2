"""A bar on standard error that shows how far a long run has come."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from policynlp.engines import Result, Source
from policynlp.schema import Document

if TYPE_CHECKING:
    from rich.progress import Progress

LONG_WORK = 1_000_000  # bytes of input from which the bar is shown


@contextmanager
def show_progress(sources: list[Source], *, wanted: bool) -> Iterator[Callable[[Result], None]]:
    """Give a function to be told of each result; the bar is there on a terminal only."""
    if not (wanted and sys.stderr.isatty() and sum(map(_size, sources)) > LONG_WORK):
        yield lambda result: None
        return
    with _bar() as progress:
        task = progress.add_task("", total=len(sources))
        names, seen = set(map(_name, sources)), set[str]()

        def advance(result: Result) -> None:
            if result.source in names:  # else a member of a zip folder, or a row
                seen.add(result.source)
            done = max(len(seen) - 1, 0)
            progress.update(task, completed=done, description=Path(result.source).name)

        yield advance


def _bar() -> "Progress":
    from rich import progress as parts  # a short run shows no bar, and need not load one
    from rich.console import Console

    columns = (
        parts.SpinnerColumn(),
        parts.TextColumn("{task.description}", markup=False),
        parts.BarColumn(),
        parts.MofNCompleteColumn(),
        parts.TimeElapsedColumn(),
    )
    return parts.Progress(*columns, console=Console(stderr=True), transient=True)


def _name(source: Source) -> str:
    return source.doc_id if isinstance(source, Document) else str(source)


def _size(source: Source) -> int:
    if isinstance(source, Document):
        return len(source.text)
    return source.stat().st_size if source.is_file() else 0
