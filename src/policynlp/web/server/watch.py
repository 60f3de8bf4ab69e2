"""The outermost layer: a line of log and a count for each request, and headers for safety.

What is logged is method, path, status, time and size: no query, no name, nothing of a text.
"""

import logging
import time
import traceback
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from policynlp.web.server.metrics import Metrics
from policynlp.web.server.problems import RequestError

log = logging.getLogger(__name__)

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
OTHER = "(other)"  # what stands for methods and paths that callers make up
GONE = 499  # the caller left before the answer


class Watch:
    """Answers what no other layer answered, and notes what came of each request."""

    def __init__(self, app: ASGIApp, metrics: Metrics, paths: frozenset[str]) -> None:
        self.app = app
        self.metrics = metrics
        self.paths = paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and note what came of it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, status = time.perf_counter(), GONE

        async def tell(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self.app(scope, receive, tell)
        except ClientDisconnect:
            status = GONE
        except Exception as error:
            log.error("%s at %s", type(error).__name__, _place(error))
            if status == GONE:
                await RequestError("internal").response()(scope, receive, tell)
        finally:
            self._note(scope, status, time.perf_counter() - begun)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in METHODS else OTHER
        path = scope["path"] if scope["path"] in self.paths else OTHER
        self.metrics.request(method, path, status, seconds)
        size = scope.get("policynlp.size", 0)
        log.info("%s %s %d %.0f ms %d bytes", method, path, status, seconds * 1000, size)


def _place(error: Exception) -> str:
    """Say where it was raised; its message may hold what the caller sent."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"
