"""The workers: a job goes to one that is free; one that is late or dead is replaced.

Processes, for the pipeline is Python and would hold the loop of a server that ran it in threads;
and a process that a hostile file keeps busy can be ended.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self

from policynlp.errors import ModelError
from policynlp.web.server.desk import Desk
from policynlp.web.server.jobs import Chunk, Fault, Job, Message
from policynlp.web.server.settings import Settings

log = logging.getLogger(__name__)

PAUSE = 1.0  # seconds before another try to start a worker


class Pool:
    """Some workers, started when entered and ended when left."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.replaced = 0
        self.desks: set[Desk] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Start the workers; all are ready when this is done."""
        self._free: asyncio.Queue[Desk] = asyncio.Queue()
        self._threads = ThreadPoolExecutor(2 * self.settings.workers)
        try:
            async with asyncio.TaskGroup() as starts:
                for _ in range(self.settings.workers):
                    starts.create_task(self._open())
        except BaseExceptionGroup as group:
            await self._close()
            raise group.exceptions[0] from None
        return self

    async def __aexit__(self, *_: object) -> None:
        """End the workers."""
        await self._close()

    @property
    def alive(self) -> int:
        """How many workers there are, ready or not."""
        return sum(desk.process.is_alive() for desk in self.desks)

    async def take(self) -> Desk:
        """Wait for a worker that is free."""
        while not (desk := await self._free.get()).process.is_alive():
            self._spawn(self._replace(desk))
        return desk

    def give(self, desk: Desk) -> None:
        """Put a worker back that had nothing to do."""
        self._free.put_nowait(desk)

    async def answer(self, desk: Desk, job: Job) -> AsyncIterator[Message]:
        """Give the worker's messages, up to the End or the Fault."""
        inbox: asyncio.Queue[Message] = asyncio.Queue()
        # the work goes on without the caller: only whole work frees the worker
        self._spawn(self._work(desk, job, inbox))
        message: Message = Chunk(b"")
        while isinstance(message, Chunk):
            message = await inbox.get()
            yield message

    async def _work(self, desk: Desk, job: Job, inbox: asyncio.Queue[Message]) -> None:
        loop = asyncio.get_running_loop()

        def put(message: Message) -> None:
            loop.call_soon_threadsafe(inbox.put_nowait, message)

        seconds = self.settings.timeout
        try:
            async with asyncio.timeout(seconds):
                await loop.run_in_executor(self._threads, desk.work, job, put)
        except TimeoutError:
            inbox.put_nowait(Fault("time_limit", {"seconds": seconds}))
        except (EOFError, OSError):
            inbox.put_nowait(Fault("crashed", {}))
        else:
            self._free.put_nowait(desk)
            return
        await self._replace(desk)

    async def _replace(self, desk: Desk) -> None:
        self.replaced += 1
        self.desks.discard(desk)
        await asyncio.to_thread(desk.stop)
        while True:
            try:
                return await self._open()
            except (ModelError, OSError) as error:
                log.error("no new worker: %s", error)
                await asyncio.sleep(PAUSE)

    async def _open(self) -> None:
        desk = Desk(self.settings)
        self.desks.add(desk)
        try:
            await asyncio.get_running_loop().run_in_executor(self._threads, desk.wait)
        except BaseException:
            self.desks.discard(desk)
            desk.stop()
            raise
        self._free.put_nowait(desk)

    def _spawn(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _close(self) -> None:
        for task in self._tasks:
            task.cancel()
        for desk in self.desks:
            desk.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._threads.shutdown()
