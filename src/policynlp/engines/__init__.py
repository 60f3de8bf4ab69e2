"""The same extraction over many files: in this process, or in several; the order stays."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policynlp.cores import usable_cores
from policynlp.engines.tasks import Options, Result, Source, Task
from policynlp.engines.worker import Worker
from policynlp.readers import name_documents
from policynlp.schema import Document

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["Options", "Result", "Source", "extract_files", "gather"]

AHEAD = 3  # tasks that each process has at hand; more would only hold memory


def extract_files(
    sources: Iterable[Source], options: Options | None = None, *, jobs: int = 1
) -> Iterator[Result]:
    """Read each source and give what is found in it, in pieces; a bad one gives its error.

    A source is a file, or a document that is read already. The pieces come in the order of
    the sources and of the text, whatever the number of ``jobs``.
    """
    options = options or Options()
    tasks = _name(list(sources))
    if jobs == 1 or len(tasks) < 2:
        worker = Worker(options)
        for task in tasks:
            yield from worker.work(task)
    else:
        yield from _share_out(tasks, options, min(jobs, len(tasks)))


def _name(sources: list[Source]) -> list[Task]:
    ids = name_documents(source for source in sources if isinstance(source, Path))
    return [
        Task(source, source.doc_id if isinstance(source, Document) else ids[source])
        for source in sources
    ]


def _share_out(tasks: list[Task], options: Options, jobs: int) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # spawn: rich's progress runs a thread, and a fork would copy its locks
    context = get_context("spawn")
    start = (options, max(1, usable_cores() // jobs))  # taggers must not fight for the cores
    with ProcessPoolExecutor(jobs, context, initializer=_start, initargs=start) as pool:
        queue: deque[Future[list[Result]]] = deque()
        waiting = iter(tasks)
        try:
            queue.extend(pool.submit(_work, task) for task in islice(waiting, jobs * AHEAD))
            while queue:
                results = queue.popleft().result()
                queue.extend(pool.submit(_work, task) for task in islice(waiting, 1))
                yield from results
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_workers: list[Worker] = []  # of a process of the pool: its only one


def _start(options: Options, threads: int) -> None:
    _workers.append(Worker(options, threads))


def _work(task: Task) -> list[Result]:
    return list(_workers[0].work(task))


def gather(results: Iterable[Result]) -> Iterator[dict[str, Any]]:
    """Put the pieces of each document together, as JSON values; leave out one that failed."""
    draft: dict[str, Any] | None = None
    source = ""
    for result in results:
        if draft is not None and (result.document or result.source != source):
            yield draft
            draft = None
        source = result.source
        if result.document:
            draft = {**result.document.to_dict(), "ents": [], "claims": []}
        if result.error:
            draft = None
        if draft is not None:
            draft["ents"] += result.ents
            draft["claims"] += result.records
    if draft is not None:
        yield draft
