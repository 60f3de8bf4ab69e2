"""One worker process as the server sees it: a pipe to hand jobs over, and an end to put to it."""

from collections.abc import Callable
from multiprocessing import get_context
from typing import Any

from policynlp.errors import ModelError
from policynlp.web.server.jobs import Chunk, Job, Message
from policynlp.web.server.settings import Settings
from policynlp.web.server.worker import READY, serve_jobs


class Desk:
    """One worker process, and the pipe to it."""

    def __init__(self, settings: Settings) -> None:
        context = get_context("spawn")  # a fork would copy the server's sockets and threads
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve_jobs, args=(theirs, settings), daemon=True)
        self.process.start()
        theirs.close()

    def wait(self) -> None:
        """Wait until the pipeline is loaded.

        Raises:
            ModelError: it cannot be.
        """
        try:
            said = self.pipe.recv()
        except EOFError as error:
            raise ModelError("a worker stopped while it loaded its model") from error
        if said != READY:
            raise ModelError(said)

    def work(self, job: Job, put: Callable[[Message], Any]) -> None:
        """Hand the job over, and each message on."""
        self.pipe.send(job)
        message: Message = Chunk(b"")
        while isinstance(message, Chunk):
            message = self.pipe.recv()
            put(message)

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.pipe.close()
