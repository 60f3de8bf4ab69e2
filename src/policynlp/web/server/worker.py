"""One process that reads and extracts: jobs come through a pipe, answers go back as they grow."""

import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

from policynlp.cores import usable_cores
from policynlp.engines import Options, Result
from policynlp.engines.tasks import Task
from policynlp.engines.worker import Worker
from policynlp.errors import ModelError, PolicyNLPError, ReadError, SinkError
from policynlp.readers import File, Reading, Unread, read_file
from policynlp.schema import Document
from policynlp.web.server.answers import write_answer
from policynlp.web.server.jobs import Chunk, End, Fault, Item, Job, Message
from policynlp.web.server.problems import RequestError
from policynlp.web.server.settings import Settings

READY = "ready"
FIRST = "全市公路里程超过9万公里，比上年增长3.2%。"


def serve_jobs(pipe: Connection, settings: Settings) -> None:
    """Load the pipeline, say so, and work until the pipe is closed."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # who holds the pipe says when to leave
    try:
        threads = max(1, usable_cores() // settings.workers)  # workers must not fight for the cores
        worker = Worker(Options(settings.model), threads)
        _warm(worker)
    except PolicyNLPError as error:
        pipe.send(str(error))
        return
    pipe.send(READY)
    while True:
        try:
            job = pipe.recv()
            for message in answer(job, worker, settings):
                pipe.send(message)
        except (EOFError, OSError):
            return


def _warm(worker: Worker) -> None:
    """Load pipeline and word lists before the first request, not by it."""
    for result in worker.work(Task(Document("first", FIRST), "first")):
        if result.error:
            raise ModelError(result.error)


def answer(job: Job, worker: Worker, settings: Settings) -> Iterator[Message]:
    """Give the body of the answer in chunks, and whether it is whole."""
    work = _Work(job, worker, settings)
    try:
        yield from map(Chunk, write_answer(job, work.results()))
        yield End(work.documents, work.claims, work.characters, work.unread)
    except RequestError as problem:
        yield Fault(problem.code, problem.values)
    except SinkError as error:
        yield Fault("missing_library", {"reason": str(error)})
    except Exception as error:
        yield Fault("internal", {"error": type(error).__name__})


@dataclass
class _Work:
    """A job under way, and what it has come to."""

    job: Job
    worker: Worker
    settings: Settings
    documents: int = 0
    claims: int = 0
    characters: int = 0
    unread: int = 0

    def results(self) -> Iterator[Result]:
        """Give what is found; errors of parts beside it.

        Raises:
            RequestError: no document came of it, or there is too much.
        """
        self.worker.options = replace(
            self.worker.options,
            kinds=self.job.kinds,
            modalities=self.job.modalities,
            entities=self.job.what == "documents",
        )
        waiting: list[Result] = []
        for item in self.job.items:
            for result in self._item(item):
                self.unread += result.error is not None
                waiting.append(result)
                if self.documents:
                    yield from waiting
                    waiting.clear()
        if waiting:
            raise RequestError("unreadable_file", reason=waiting[0].error)

    def _item(self, item: Item) -> Iterator[Result]:
        try:
            for found in self._read(item):
                if isinstance(found, Unread):
                    yield Result(found.name, error=found.error)
                else:
                    yield from self._extract(found)
        except ReadError as error:
            yield Result(item.name, error=str(error))

    def _read(self, item: Item) -> Iterator[Document | Unread]:
        if isinstance(item.content, str):
            yield Document(item.doc_id, item.content)
        else:
            reading = Reading(limits=self.settings.limits)
            yield from read_file(File(item.content, item.name, item.doc_id, reading))

    def _extract(self, document: Document) -> Iterator[Result]:
        self.characters += len(document.text)
        if self.characters > self.settings.max_chars:
            raise RequestError("text_too_long", limit=self.settings.max_chars)
        if self.job.report_year:
            meta = {"report_year": self.job.report_year} | document.meta
            document = replace(document, meta=meta)
        for result in self.worker.work(Task(document, document.doc_id)):
            if result.error:  # the text was read: what failed is not the caller's
                raise RequestError("internal", error=result.error)
            self.documents += result.document is not None
            self.claims += len(result.records)
            yield result
