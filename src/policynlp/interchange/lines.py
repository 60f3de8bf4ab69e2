"""JSON as annotation tools write it: an object a line, or one array; each with its place."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.records import Placed

_BLANK = " \t\r\n"


def read_text(path: Path, encoding: str = "utf-8-sig") -> str:
    """Read a file as it is: no line end is changed; ``utf-8`` keeps a byte order mark too.

    Raises:
        InterchangeError: there is no such file, or it is not UTF-8.
    """
    try:
        return path.read_bytes().decode(encoding)
    except OSError as error:
        raise InterchangeError(Errors.UNREADABLE.format(path=path, error=error.strerror)) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InterchangeError(
            Errors.BAD_LINE.format(path=path, line=line, error="not UTF-8; save it as UTF-8")
        ) from error


def read_objects(path: Path) -> Iterator[Placed]:
    """Give each JSON object of a file, one a line, with ``file:line``.

    Raises:
        InterchangeError: a line is no JSON object.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip(_BLANK):
            try:
                value = json.loads(line)
            except ValueError as error:
                raise InterchangeError(
                    Errors.BAD_LINE.format(path=path, line=number, error=f"no JSON: {error}")
                ) from error
            yield f"{path}:{number}", expect(f"{path}:{number}", value)


def read_array(path: Path) -> Iterator[Placed]:
    """Give each object of a file that is one JSON array, with the ``file:line`` where it begins.

    A file that holds one object alone is an array of one.

    Raises:
        InterchangeError: the file is no such array.
    """
    text = read_text(path)
    place = _skip(text, 0, _BLANK)
    if text[place : place + 1] != "[":
        yield from _read_values(path, text, place)
    else:
        end = text.rstrip(_BLANK)
        if not end.endswith("]"):
            line = text.count("\n") + 1
            raise InterchangeError(
                Errors.BAD_LINE.format(path=path, line=line, error="the array has no ]")
            )
        yield from _read_values(path, end[:-1], place + 1)


def _read_values(path: Path, text: str, place: int) -> Iterator[Placed]:
    decoder = json.JSONDecoder()
    while (place := _skip(text, place, _BLANK + ",")) < len(text):
        where = f"{path}:{text.count(chr(10), 0, place) + 1}"
        try:
            value, place = decoder.raw_decode(text, place)
        except ValueError as error:
            raise InterchangeError(
                Errors.BAD_RECORD.format(where=where, error=f"no JSON: {error}")
            ) from error
        yield where, expect(where, value)


def expect(where: str, value: Any) -> dict[str, Any]:
    """Give the value back if it is a JSON object.

    Raises:
        InterchangeError: it is not.
    """
    if not isinstance(value, dict):
        raise InterchangeError(Errors.BAD_RECORD.format(where=where, error="not a JSON object"))
    return value


def _skip(text: str, place: int, blanks: str) -> int:
    while place < len(text) and text[place] in blanks:
        place += 1
    return place
