"""The page: text or a file in, the view of ``policynlp view`` and tables out."""

import csv
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, cast

from fastapi import APIRouter, Request, Response
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from policynlp.web.server.problems import kinds
from policynlp.web.view import render

SAMPLE = "plan_report_2031.txt"
# a wheel holds the sample beside this file, a clone at its top
SAMPLES = (Path(__file__).parent / "data" / SAMPLE, Path(__file__).parents[4] / "examples" / SAMPLE)
FILES: Mapping[str, tuple[str, str]] = {
    "/page.css": ("page.css", "text/css"),
    "/page.js": ("page.js", "text/javascript"),
}
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')

Lang = Literal["zh", "en"]
router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Page:
    """The page in both languages, and the policy under which it runs."""

    bodies: Mapping[Lang, str]
    policy: str


def make_page(*, keyed: bool) -> Page:
    """Put the page together; ``keyed``: it asks for the API key."""
    template = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True
    ).from_string(_read("page.html"))
    words = _words()
    data = {"words": words, "problems": {code: kind.zh for code, kind in kinds().items()}}
    packed = Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))
    bodies = {
        lang: template.render(
            lang=lang,
            words={key: pair[place] for key, pair in words.items()},
            data=packed,
            keyed=keyed,
        )
        for place, lang in enumerate(("zh", "en"))
    }
    return Page(cast(Mapping[Lang, str], bodies), _policy())


def _policy() -> str:
    """Let in this page's own files, and in its frame the style and script of the view."""
    found = _POLICY.search(render([]))
    parts = (part.split() for part in html.unescape(found[1] if found else "").split(";"))
    inside = {name: " ".join(sources) for name, *sources in parts}
    allowed = (
        "default-src 'none'",
        f"style-src 'self' {inside['style-src']}",
        f"script-src 'self' {inside['script-src']}",
        "connect-src 'self'",
        "img-src data:",
        "frame-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
    return "; ".join(allowed)


@cache
def _read(name: str) -> str:
    return (files(__package__) / "data" / name).read_text("utf-8")


def _words() -> dict[str, tuple[str, str]]:
    rows = csv.DictReader(_read("words.tsv").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["key"]: (row["zh"], row["en"]) for row in rows}


@router.get("/")
async def page(request: Request, lang: str = "") -> Response:
    """Give the page in the language that is asked for, or else in the browser's."""
    made = cast(Page, request.app.state.page)
    chosen = lang if lang in made.bodies else _first(request.headers.get("accept-language", ""))
    headers = {"Content-Security-Policy": made.policy, "Vary": "Accept-Language"}
    return Response(made.bodies[cast(Lang, chosen)], media_type="text/html", headers=headers)


def _first(accepted: str) -> Lang:
    return "en" if accepted and not accepted.lower().startswith("zh") else "zh"


@router.get("/sample.txt")
async def sample() -> Response:
    """Give the sample report."""
    return Response(_sample(), media_type="text/plain")


@cache
def _sample() -> str:
    return next(path for path in SAMPLES if path.is_file()).read_text("utf-8")


def _serve(path: str) -> Any:
    name, media_type = FILES[path]

    async def give() -> Response:
        return Response(_read(name), media_type=media_type)

    return give


for _path in FILES:
    router.add_api_route(_path, _serve(_path), methods=["GET"])
