"""Divide a sentence into the clauses that carry claims."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policynlp.linking.scope import Scope

BREAK = re.compile(r"[，；：。！？,;:!?]|——|（下同）")
BRACKET = re.compile(r"[（(][^（()）]*[)）]")
NOTE_MARK = re.compile(r"[\[〔]\d{1,2}[\]〕]")  # [6]2015年年末，
MARKS = {",": "，", ";": "；", ":": "："}
QUOTES = re.compile("[“《‘]")
QUOTED = re.compile(r"“[^”，；]*”|《[^》]*》|‘[^’]*’")


class Clause(NamedTuple):
    """A stretch between stops; ``stop`` is the mark before it ('' at the head of the sentence)."""

    start: int
    end: int
    stop: str


def split(scope: Scope) -> Iterator[Clause]:
    """Yield the clauses in order; a bracket is one of its own if a number stands in it."""
    note = NOTE_MARK.match(scope.text, scope.start, scope.end)
    start, stop = note.end() if note else scope.start, ""
    for at, end, mark in _breaks(scope):
        if at > start:
            yield Clause(start, at, stop)
        start, stop = end, mark if at > start or mark == "；" else stop
    if start < scope.end:
        yield Clause(start, scope.end, stop)


def _breaks(scope: Scope) -> list[tuple[int, int, str]]:
    breaks = [
        (match.start(), match.end(), MARKS.get(match[0], match[0]))
        for match in BREAK.finditer(scope.text, scope.start, scope.end)
    ]
    for start, end in _whole(scope):
        breaks = [found for found in breaks if not start <= found[0] < end]
    return sorted([*breaks, *_bracket_breaks(scope)])


def _whole(scope: Scope) -> Iterator[tuple[int, int]]:
    """Give what is not divided, of the numbers those that hold a mark: 22.8:38.8, 12,480."""
    text, start, end = scope.text, scope.start, scope.end
    if QUOTES.search(text, start, end):
        yield from (match.span() for match in QUOTED.finditer(text, start, end))
    for quantity in scope.layers["quantities"]:
        if BREAK.search(text, quantity.start, quantity.end):
            yield quantity.start, quantity.end


def _bracket_breaks(scope: Scope) -> Iterator[tuple[int, int, str]]:
    if scope.text.find("（", scope.start, scope.end) < 0:
        return
    for match in BRACKET.finditer(scope.text, scope.start, scope.end):
        if scope.inside("quantities", *match.span()):
            yield match.start(), match.start() + 1, "（"
            yield match.end() - 1, match.end(), "）"
