"""What one process does: read a source, run the pipeline over it, give the pieces."""

import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from policynlp.collector import loading
from policynlp.engines.tasks import Options, Result, Task
from policynlp.errors import Errors, PolicyNLPError, ReadError
from policynlp.models import RULES, find_pipeline
from policynlp.readers import Unread
from policynlp.schema import Document

if TYPE_CHECKING:
    from spacy.language import Language

    from policynlp.reading import Annotated

T = TypeVar("T")


class Worker:
    """Runs one pipeline, which it loads when the first source comes.

    ``threads`` is how many a learned tagger has that would take every core.
    """

    def __init__(self, options: Options, threads: int = 0) -> None:
        self.options = options
        self.threads = threads

    @cached_property
    def nlp(self) -> "Language":
        """The pipeline; spaCy is imported here and not before."""
        with loading():
            from policynlp.pipeline import limit_threads, load

            nlp = load(self.options.model, report_year=self.options.report_year)
        limit_threads(nlp, self.threads)
        return nlp

    @cached_property
    def read(self) -> "Callable[[Document], Iterator[Annotated]]":
        """What reads a document; spaCy is imported only for a pipeline that needs it."""
        if without := self._read_without_spacy():
            return without
        nlp = self.nlp
        from policynlp.pipeline import read_document

        return partial(read_document, nlp)

    def _read_without_spacy(self) -> "Callable[[Document], Iterator[Annotated]] | None":
        with loading():
            from policynlp.saved import read_saved
            from policynlp.sheets import open_saved

            if self.options.model == RULES:
                return self._read_by_rules
            folder = find_pipeline(self.options.model)
            saved = read_saved(folder)
            if saved is None:
                return None
            year = self.options.report_year
            return open_saved(folder, saved, report_year=year, threads=self.threads)

    def _read_by_rules(self, document: Document) -> "Iterator[Annotated]":
        """Read with the options of now: a server changes them from job to job."""
        from policynlp.sheets import read_by_rules

        year, entities = self.options.report_year, self.options.entities
        return read_by_rules(document, report_year=year, entities=entities)

    def work(self, task: Task) -> Iterator[Result]:
        """Give the source's pieces, or those before it failed and then the error."""
        self.read  # noqa: B018 - a model that cannot be loaded is no fault of the source
        try:
            for document in task.documents(self.options.reading):
                if isinstance(document, Unread):
                    yield Result(document.name, error=document.error)
                else:
                    yield from self._whole(task.name, document)
        except Exception as error:
            yield Result(task.name, error=_explain(task.name, error))

    def _whole(self, name: str, document: Document) -> Iterator[Result]:
        try:
            yield from self._pieces(name, document)
        except Exception as error:
            # a report that breaks a rule must not cost the other six hundred
            yield Result(name, error=_explain(name, error))

    def _pieces(self, name: str, document: Document) -> Iterator[Result]:
        opened: Document | None = document
        for piece in _unhindered(self.read(document)):
            records = [record for record in piece.records if self.options.keeps(record)]
            ents = piece.ents if self.options.entities else []
            if opened is not None:  # what the reader knows of it goes before what the text tells
                opened = replace(opened, meta={**piece.about, **opened.meta})
            yield Result(name, opened, ents, records)
            opened = None
        if opened is not None:  # a document without a word in it is a document
            yield Result(name, opened)


def _unhindered(steps: Iterator[T]) -> Iterator[T]:
    """Take each step with the garbage collector at rest, and without a look at what it made.

    A piece leaves no cycles, and to look for them among all that is loaded costs a quarter.
    """
    while True:
        with loading():
            step = next(steps, None)
        if step is None:
            return
        yield step


def _explain(name: str, error: Exception) -> str:
    if isinstance(error, ReadError):
        return str(error)
    if isinstance(error, PolicyNLPError | OSError):
        return Errors.UNREADABLE.format(path=name, error=error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return Errors.INTERNAL.format(path=name, place=place, error=repr(error))
