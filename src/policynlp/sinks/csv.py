"""A flat table with commas; a file starts with the mark by which Excel knows UTF-8."""

import csv
import re
from pathlib import Path
from typing import Any, TextIO

from policynlp.sinks.atomic import open_atomic
from policynlp.sinks.content import Content

ENCODING = "utf-8-sig"
# what a spreadsheet would run as a formula; -0.3% is a number to it, -0.3个百分点 an error
FORMULA = re.compile(r"[=@＝＠\t\r\n]|[-+－＋](?![\d.,]+[%％]?$)")


def dump_csv(content: Content, stream: TextIO) -> int:
    """Write a head and each row; return how many rows."""
    table = content.table()
    writer = csv.writer(stream)
    writer.writerow([column.head(content.lang) for column in table.columns])
    count = 0
    for count, row in enumerate(table.rows, start=1):  # noqa: B007 - the last one is the answer
        writer.writerow(map(_cell, row))
    return count


def write_csv(content: Content, path: Path) -> int:
    """Write a head and each row into the file; return how many rows."""
    with open_atomic(path, ENCODING) as stream:
        return dump_csv(content, stream)


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and FORMULA.match(value):
        return "'" + value
    return value
