"""The body of a request → the texts and files that it holds."""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import PurePath
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from policynlp.readers.files import stem_of
from policynlp.web.server.forms import Part, read_form
from policynlp.web.server.jobs import Item
from policynlp.web.server.problems import RequestError
from policynlp.web.server.settings import Settings

JSON, FORM = "application/json", "multipart/form-data"
LONGEST_NAME = 200
# no text of anybody holds them; a tab and ends of lines are text
BAD = re.compile("[\0\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")

DocId = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]


class NamedText(BaseModel):
    """A text, and what it is to be called."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str
    doc_id: DocId | None = None


class TextBody(BaseModel):
    """One text, or several: strings, or objects with a ``doc_id`` of their own."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str | None = None
    doc_id: DocId | None = None
    texts: list[str | NamedText] | None = None


async def read_items(request: Request, settings: Settings) -> tuple[Item, ...]:
    """Take the texts or files of a request.

    Raises:
        RequestError: there is none, too much, or something that is no text.
    """
    found = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if found == JSON:
        items = list(_texts(_parse(await request.body())))
        _check_texts(items, settings)
    elif found == FORM:
        parts = read_form(await request.body(), request.headers["content-type"])
        items = list(_files(parts, settings))
    else:
        raise RequestError("unsupported_media_type", found=found)
    if not items:
        raise RequestError("no_input")
    return tuple(items)


def _parse(body: bytes) -> TextBody:
    try:
        return TextBody.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        if first["type"] == "json_invalid":
            reason = str(first.get("ctx", {}).get("error", "invalid"))
            raise RequestError("invalid_json", reason=reason) from None
        raise error_at("body", first["loc"], first["msg"]) from None


def error_at(root: str, place: Sequence[int | str], reason: str) -> RequestError:
    """Say what is wrong at a place in the request: body.texts[3], query.kind."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return RequestError("invalid_request", where=root + "".join(steps), reason=reason)


def _texts(body: TextBody) -> Iterator[Item]:
    if body.text is not None and body.texts is not None:
        raise RequestError(
            "invalid_request", where="body", reason="text and texts exclude each other"
        )
    if body.doc_id is not None and body.text is None:
        raise RequestError("invalid_request", where="body.doc_id", reason="it names no text")
    if body.text is not None:
        yield Item("body.text", body.doc_id or "text", body.text)
    for number, entry in enumerate(body.texts or ()):
        named = NamedText(text=entry) if isinstance(entry, str) else entry
        yield Item(f"body.texts[{number}]", named.doc_id or f"text-{number + 1}", named.text)


def _check_texts(items: Sequence[Item], settings: Settings) -> None:
    if len(items) > settings.max_texts:
        raise RequestError("too_many_texts", limit=settings.max_texts)
    if sum(len(item.content) for item in items) > settings.max_chars:
        raise RequestError("text_too_long", limit=settings.max_chars)
    seen: set[str] = set()
    for name, doc_id, text in items:
        if doc_id in seen:
            raise RequestError("repeated_id", where=name, doc_id=doc_id)
        seen.add(doc_id)
        for part, where in ((str(text), name), (doc_id, f"doc_id of {name}")):
            if bad := BAD.search(part):
                found = "a null character" if bad[0] == "\0" else "half of a surrogate pair"
                raise RequestError("bad_characters", where=where, found=found, place=bad.start())
        if not str(text).strip("\ufeff \t\r\n\u3000"):
            raise RequestError("empty_text", where=name)


def _files(parts: Sequence[Part], settings: Settings) -> Iterator[Item]:
    if len(parts) > settings.max_texts:
        raise RequestError("too_many_texts", limit=settings.max_texts)
    taken: set[str] = set()
    for part in parts:
        if part.name != "file" or part.filename is None:
            reason = "expected a file, in a part named file"
            raise RequestError("invalid_request", where=f"form.{part.name}", reason=reason)
        name = _tidy(part.filename)
        stem = stem_of(PurePath(name)) or name
        doc_id = next(name for name in _numbered(stem) if name not in taken)
        taken.add(doc_id)
        yield Item(name, doc_id, bytes(part.data))


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def _tidy(name: str) -> str:
    """Keep the last part of a file's name, for messages: it opens nothing."""
    last = re.split(r"[/\\]", name)[-1]
    return _CONTROL.sub("", last)[-LONGEST_NAME:].strip() or "file"
