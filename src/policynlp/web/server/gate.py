"""Who is let in: with the key, while there is room, with as much as may be sent."""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from policynlp.web.server.metrics import Metrics
from policynlp.web.server.problems import RequestError
from policynlp.web.server.settings import Settings

API = "/v1/"
OPEN = frozenset({"/", "/page.css", "/page.js", "/sample.txt", "/healthz"})  # they tell nothing
LONGEST_WAIT = 60  # seconds that a caller is told to wait at most


class Gate:
    """An ASGI layer that turns requests away before anything of them is read."""

    def __init__(self, app: ASGIApp, settings: Settings, metrics: Metrics) -> None:
        self.app = app
        self.settings = settings
        self.metrics = metrics
        self.at_work = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or say why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            self._check_key(scope)
            if scope["method"] == "POST" and scope["path"].startswith(API):
                with self._room():
                    await self.app(scope, self._counted(scope, receive), send)
                return
        except RequestError as problem:
            await problem.response()(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _check_key(self, scope: Scope) -> None:
        key = self.settings.api_key
        if key is None or scope["path"] in OPEN:
            return
        headers = Headers(scope=scope)
        scheme, _, token = headers.get("authorization", "").partition(" ")
        shown = token if scheme.lower() == "bearer" else headers.get("x-api-key", "")
        # headers are latin-1 to Starlette, and UTF-8 to who wrote the key
        if not hmac.compare_digest(shown.strip().encode("latin-1"), key.encode()):
            raise RequestError("unauthorized")

    @contextmanager
    def _room(self) -> Iterator[None]:
        limit = self.settings.queue
        if self.at_work >= limit:
            raise RequestError("busy", limit=limit, seconds=self._seconds())
        self.at_work += 1
        self.metrics.at_work.set(self.at_work)
        try:
            yield
        finally:
            self.at_work -= 1
            self.metrics.at_work.set(self.at_work)

    def _seconds(self) -> int:
        """How long half of what is at work may take."""
        share = self.at_work / self.settings.workers / 2
        return min(LONGEST_WAIT, max(1, round(self.metrics.mean_seconds() * share)))

    def _counted(self, scope: Scope, receive: Receive) -> Receive:
        limit = self.settings.max_bytes
        length = Headers(scope=scope).get("content-length", "0")
        if length.isascii() and length.isdigit() and int(length[:20]) > limit:
            raise RequestError("too_large", limit=self.settings.max_mb)
        taken = 0

        async def take() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            scope["policynlp.size"] = taken
            if taken > limit:
                raise RequestError("too_large", limit=self.settings.max_mb)
            return message

        return take
