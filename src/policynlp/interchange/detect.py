"""Which format it is: told by what a file or folder holds, or by the ending of what is to be."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, FormatError, InterchangeError
from policynlp.interchange.formats import FORMATS
from policynlp.interchange.lines import read_text
from policynlp.interchange.records import Format

_ENDINGS = {
    ".jsonl": "gold",
    ".spacy": "spacy",
    ".bio": "bio",
    ".conll": "bio",
    ".tsv": "bio",
    ".json": "label-studio",
}
_HEADER = re.compile(r"# (?:genre|split|year|layout):")  # of the markup
_TAGGED = re.compile(r"^\S+[\t ](?:.*[\t ])?(?:O|[BI]-\S+)\s*$", re.MULTILINE)


def detect_input(path: Path) -> Format:
    """Tell the format of a file or folder from what it holds.

    Raises:
        InterchangeError: there is nothing at the path.
        FormatError: it is none of the formats.
    """
    if not path.exists():
        raise InterchangeError(Errors.NOT_FOUND.format(path=path))
    name = _tell_folder(path) if path.is_dir() else _tell_file(path)
    return _format(path, name, "--from")


def detect_output(path: Path) -> Format:
    """Tell the format from the ending of a name: corpus.spacy → spacy.

    Raises:
        FormatError: the ending is of none, or the name has none and is to be a folder.
    """
    return _format(path, _ENDINGS.get(path.suffix.lower()), "--to")


def _format(path: Path, name: str | None, option: str) -> Format:
    if name is None:
        formats = " ".join(FORMATS)
        raise FormatError(Errors.NO_FORMAT.format(path=path, option=option, formats=formats))
    return FORMATS[name]


def _tell_folder(path: Path) -> str | None:
    if any((path / name).exists() for name in ("dataset_dict.json", "dataset_info.json")):
        return "arrow"
    if next(path.rglob("*.ann"), None):
        return "brat"
    text = next(path.rglob("*.txt"), None)
    return "markup" if text and _HEADER.match(read_text(text)) else None


def _tell_file(path: Path) -> str | None:
    if path.suffix.lower() == ".spacy":
        return "spacy"
    text = read_text(path).lstrip()
    if text.startswith(("{", "[")) and (told := _tell_json(text)):
        return told
    if _HEADER.match(text):
        return "markup"
    return "bio" if _TAGGED.search(text[:10_000]) else None


_SIGNS: tuple[tuple[str, Callable[[dict[str, Any]], bool]], ...] = (
    ("label-studio", lambda first: "data" in first),
    ("doccano-relations", lambda first: "entities" in first),
    ("doccano", lambda first: "label" in first or "labels" in first),
    ("gold", lambda first: "text" in first),
)


def _tell_json(text: str) -> str | None:
    """Tell by the fields of the first object."""
    try:
        first, _ = json.JSONDecoder().raw_decode(text.lstrip("[ \t\r\n"))
    except ValueError:
        return "label-studio" if text.startswith("[") else "gold"  # whose reader names the line
    if not isinstance(first, dict):
        return None
    return next((name for name, has in _SIGNS if has(first)), None)
