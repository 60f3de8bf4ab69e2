"""The page itself: template, style, script and data in one file that needs nothing else."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal, get_args

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from policynlp.web.view.palette import label_rules
from policynlp.web.view.records import SHAPES, Record, describe
from policynlp.web.view.tables import read_data, read_rows

Languages = Literal["zh", "en"]

STYLES = ("frame", "text", "table", "details", "charts", "narrow", "print")
SCRIPTS = (
    "dom",
    "words",
    "document",
    "review",
    "export",
    "values",
    "state",
    "segments",
    "text",
    "filters",
    "table",
    "table_keys",
    "fields",
    "spans",
    "form",
    "form_reading",
    "details",
    "bars",
    "chart",
    "chart_parts",
    "panels",
    "main",
)
# what a script element, or JavaScript before 2019, would take for something else
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def render(
    documents: Iterable[Record], *, lang: Languages | None = None, title: str | None = None
) -> str:
    """Give the page of annotated documents, as ``policynlp annotate`` writes them, as HTML.

    ``lang`` is the language of the page, not of the texts; without it the reader's browser says.
    """
    shown = [describe(document) for document in documents]
    name = title or (shown[0]["title"] if len(shown) == 1 else "policynlp")
    data = {
        "documents": shown,
        "lang": lang,
        "title": title,
        "words": {row["key"]: [row["zh"], row["en"]] for row in read_rows("words")},
        "shapes": SHAPES,
        "labels": {row["label"]: [row["zh"], row["en"]] for row in read_rows("labels")},
    }
    first = lang or get_args(Languages)[0]
    words = {row["key"]: row[first] for row in read_rows("words")}
    shown_name = _LONE.sub("\ufffd", name)
    return str(
        _template().render(lang=first, title=shown_name, words=words, data=_embed(data), **_parts())
    )


def _embed(data: Any) -> Markup:
    """Give JSON that is safe inside a script element and in UTF-8."""
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", packed))


@cache
def _template() -> Any:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.from_string(read_data("page.html"))


@cache
def _parts() -> dict[str, Any]:
    """Give style and script, and the policy that lets these two in and nothing else."""
    style = "".join(read_data(f"css/{name}.css") for name in STYLES) + label_rules()
    script = "".join(read_data(f"js/{name}.js") for name in SCRIPTS)
    script = f'(() => {{\n"use strict";\n{script}}})();\n'
    allowed = (
        "default-src 'none'",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return {"style": Markup(style), "script": Markup(script), "policy": "; ".join(allowed)}


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
