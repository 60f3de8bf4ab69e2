"""The same extraction over many files: in this process, or in several; the order stays."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any

from policynlp.engines.worker import Options, Result, Source, Worker

__all__ = ["Options", "Result", "Source", "extract_files", "gather"]

AHEAD = 3  # sources a process may be ahead of the one that is read from it


def extract_files(
    sources: Iterable[Source], options: Options | None = None, *, jobs: int = 1
) -> Iterator[Result]:
    """Read each source and give what is found in it, in pieces; a bad one gives its error.

    A source is a file, or a document that is read already. The pieces come in the order of
    the sources and of the text, whatever the number of ``jobs``.
    """
    options = options or Options()
    if jobs == 1:
        worker = Worker(options)
        for source in sources:
            yield from worker.work(source)
    else:
        yield from _share_out(sources, options, jobs)


def _share_out(sources: Iterable[Source], options: Options, jobs: int) -> Iterator[Result]:
    # spawn: rich's progress runs a thread, and a fork would copy its locks
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(options,)) as pool:
        queue: deque[Future[list[Result]]] = deque()
        waiting = iter(sources)
        try:
            queue.extend(pool.submit(_work, source) for source in islice(waiting, jobs * AHEAD))
            while queue:
                results = queue.popleft().result()
                queue.extend(pool.submit(_work, source) for source in islice(waiting, 1))
                yield from results
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_workers: list[Worker] = []  # of a process of the pool: its only one


def _start(options: Options) -> None:
    _workers.append(Worker(options))


def _work(source: Source) -> list[Result]:
    return list(_workers[0].work(source))


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
            draft["claims"] += [claim.to_dict() for claim in result.claims]
    if draft is not None:
        yield draft
