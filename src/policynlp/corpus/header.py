"""The header of a corpus file: genre, split, year and layout of the document."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from policynlp.corpus.findings import Says

KEYS = ("genre", "split", "year", "layout")
REQUIRED = ("genre", "split", "layout")
SPLITS = ("train", "dev", "test")
LAYOUTS = ("plain", "wrapped", "web", "pdf")
_LINE = re.compile(r"#\s*(\w+)\s*:\s*(.*?)\s*")
_YEAR = re.compile(r"(?:19|20|21)\d\d")

Lines = list[tuple[int, str]]


def read_header(header: dict[str, str], lines: Lines, fail: Callable[[int, str], None]) -> Lines:
    """Fill the header from the first lines, and give the lines behind it."""
    rest = list(lines)
    while rest and (match := _LINE.fullmatch(rest[0][1])):
        header[match[1]] = match[2]
        rest.pop(0)
    if header and rest and rest[0][1].strip():
        fail(rest[0][0], Says.HEADER_END)
    return rest


def check_header(header: Mapping[str, str], path: str) -> Iterator[str]:
    """Say what the header lacks, or has and should not."""
    for key in REQUIRED:
        if key not in header:
            yield Says.HEADER_MISSING.format(key=key)
    for key, value in header.items():
        if key not in KEYS:
            yield Says.HEADER_UNKNOWN.format(key=key, keys=" ".join(KEYS))
        elif values := _refusal(key, value, path):
            yield Says.HEADER_BAD.format(key=key, value=value, values=values)


def _refusal(key: str, value: str, path: str) -> str:
    """Give what the value may be, where it is none of that."""
    folder = Path(path).resolve().parent.name
    allowed = {"genre": (folder,), "split": SPLITS, "layout": LAYOUTS}
    if key == "year":
        return "" if _YEAR.fullmatch(value) else "a year of four digits"
    return "" if value in allowed[key] else " ".join(allowed[key])


def meta_of(header: Mapping[str, str]) -> dict[str, Any]:
    """Give the header as the ``meta`` of a document."""
    year = header.get("year", "")
    return {
        "genre": header.get("genre"),
        "split": header.get("split"),
        "report_year": int(year) if _YEAR.fullmatch(year) else None,
        "layout": header.get("layout"),
    }


def header_of(meta: Mapping[str, Any]) -> list[str]:
    """Give the lines of the header that say the ``meta`` of a document."""
    named = {"year": "report_year"}
    values = ((key, meta.get(named.get(key, key))) for key in KEYS)
    return [f"# {key}: {value}" for key, value in values if value is not None]
