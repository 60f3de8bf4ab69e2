"""The API: claims and documents of texts and files, the schema, health and counts."""

import asyncio
import json
import logging
import re
import time
from collections.abc import AsyncIterator
from functools import cache
from typing import Annotated, Any, cast

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.requests import ClientDisconnect

from policynlp.json_schema import json_schema
from policynlp.web.server import described
from policynlp.web.server.formats import MEDIA_TYPES, pick_form
from policynlp.web.server.inputs import read_items
from policynlp.web.server.jobs import Chunk, End, Fault, Form, Job, Message, What
from policynlp.web.server.metrics import Metrics
from policynlp.web.server.pool import Pool
from policynlp.web.server.problems import RequestError
from policynlp.web.server.settings import Settings
from policynlp.web.server.wishes import ClaimWishes, DocumentWishes, Wishes

log = logging.getLogger(__name__)
router = APIRouter()

_PLACE = re.compile(r"internal error at (\S+): (\w+)")


@router.post("/v1/claims", **described.claims())
async def claims(request: Request, wishes: Annotated[ClaimWishes, Query()]) -> Response:
    """Give the claims of a text, of several, or of files."""
    return await _answer(request, "claims", wishes, wishes.format)


@router.post("/v1/documents", **described.documents())
async def documents(request: Request, wishes: Annotated[DocumentWishes, Query()]) -> Response:
    """Give the documents whole: text, entities and claims; as html, the page to read them on."""
    return await _answer(request, "documents", wishes, wishes.format)


async def _answer(request: Request, what: What, wishes: Wishes, named: str | None) -> Response:
    settings = cast(Settings, request.app.state.settings)
    form = pick_form(what, named, ",".join(request.headers.getlist("accept")))
    try:
        async with asyncio.timeout(settings.timeout):
            items = await read_items(request, settings)
    except TimeoutError:
        raise RequestError("slow_body", seconds=settings.timeout) from None
    kinds, modalities = frozenset(wishes.kind), frozenset(wishes.modality)
    job = Job(items, what, form, kinds, modalities, wishes.report_year, wishes.lang)
    messages = _watched(request, job)
    if form == "jsonl":
        return await _stream(messages)
    return await _whole(form, messages)


async def _stream(messages: AsyncIterator[Message]) -> Response:
    """Answer with the first message in hand, while the rest is being found."""
    first = await anext(messages)
    if isinstance(first, Fault):
        raise RequestError(first.code, **first.values)
    return StreamingResponse(_lines(first, messages), media_type=MEDIA_TYPES["jsonl"])


async def _lines(first: Message, messages: AsyncIterator[Message]) -> AsyncIterator[bytes]:
    if isinstance(first, Chunk):
        yield first.data
    async for message in messages:
        if isinstance(message, Chunk):
            yield message.data
        elif isinstance(message, Fault):  # the status is sent: the last line tells of it
            error = RequestError(message.code, **message.values)
            yield json.dumps(error.body(), ensure_ascii=False).encode() + b"\n"


async def _whole(form: Form, messages: AsyncIterator[Message]) -> Response:
    data, headers = b"", {}
    async for message in messages:
        if isinstance(message, Fault):
            raise RequestError(message.code, **message.values)
        if isinstance(message, Chunk):
            data += message.data
        else:
            headers = {"Policynlp-Claims": message.claims, "Policynlp-Unread": message.unread}
    told = {name: str(count) for name, count in headers.items()}
    if form in ("csv", "xlsx"):
        told["Content-Disposition"] = f'attachment; filename="claims.{form}"'
    return Response(data, media_type=MEDIA_TYPES[form], headers=told)


async def _watched(request: Request, job: Job) -> AsyncIterator[Message]:
    """Pass a worker's messages on, and note how it ended."""
    pool, metrics = cast(Pool, request.app.state.pool), cast(Metrics, request.app.state.metrics)
    desk = await pool.take()
    if await request.is_disconnected():
        pool.give(desk)
        raise ClientDisconnect
    begun = time.perf_counter()
    async for message in pool.answer(desk, job):
        if isinstance(message, End):
            metrics.work(message, time.perf_counter() - begun)
        elif isinstance(message, Fault) and message.code == "internal":
            # the rest of the message may hold what the caller sent
            found = _PLACE.search(str(message.values["error"]))
            log.error("a worker failed: %s", " ".join(found.groups()) if found else "no place told")
        yield message


@router.get("/v1/schema", **described.schema())
def schema() -> JSONResponse:
    """Give the JSON Schema of documents and claims."""
    return JSONResponse(_schema())


@cache
def _schema() -> dict[str, Any]:
    return json_schema()


@router.get("/healthz", **described.health())
async def healthz(request: Request) -> JSONResponse:
    """Say whether there is a worker to work."""
    alive = request.app.state.pool.alive
    status = "ok" if alive else "no worker"
    return JSONResponse({"status": status, "workers": alive}, 200 if alive else 503)


@router.get("/metrics", **described.metrics())
async def metrics(request: Request) -> Response:
    """Give the counts in the text format of Prometheus."""
    counts, pool = cast(Metrics, request.app.state.metrics), cast(Pool, request.app.state.pool)
    counts.workers.set(pool.alive)
    counts.replaced.set(pool.replaced)
    return Response(counts.text(), media_type=described.METRICS_TYPE)
