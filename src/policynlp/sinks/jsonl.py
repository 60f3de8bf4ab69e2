"""One JSON object a line."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO

from policynlp.sinks.atomic import open_atomic
from policynlp.sinks.content import Content

# no record holds itself, and to look for that at each part takes time
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def dump_lines(records: Iterable[Mapping[str, Any]], stream: TextIO) -> int:
    """Write each record as a line; return how many."""
    count = 0
    for count, record in enumerate(records, start=1):  # noqa: B007 - the last one is the answer
        stream.write(_encode(record) + "\n")
    return count


def write_lines(records: Iterable[Mapping[str, Any]], path: Path) -> int:
    """Write each record as a line of the file; return how many."""
    with open_atomic(path) as stream:
        return dump_lines(records, stream)


def dump_jsonl(content: Content, stream: TextIO) -> int:
    """Write each claim, flat or whole, or each cell of the panel as a line; return how many."""
    if content.nested:
        return dump_lines(content.records(), stream)
    return dump_lines(content.table().records(), stream)


def write_jsonl(content: Content, path: Path) -> int:
    """Write the same lines into the file; return how many."""
    with open_atomic(path) as stream:
        return dump_jsonl(content, stream)
