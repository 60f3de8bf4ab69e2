"""Small words beside a direction, and what they make of it."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from policynlp.lexicons import Row, load_rows

STOP = "，。；：！？\n,;:!?（）()《》|\t"
CLOSE = f"{STOP}、”→"
FILES = ("direction_guards", "direction_numbers")


class Evidence(NamedTuple):
    """Why a verb is taken, and where it ends: a number beside it, or a scale on one side."""

    end: int
    number: bool
    theme: str | None = None


@cache
def words(side: str) -> frozenset[str]:
    """Give the words of ``direction_guards.tsv`` and ``direction_numbers.tsv`` for ``side``."""
    rows: list[Row] = [row for file in FILES for row in load_rows(file)]
    chosen = (row["forms"] for row in rows if side in row["sides"].split(","))
    return frozenset(form for forms in chosen for form in forms.split("|"))


def branches(side: str) -> str:
    """Give the words of ``side`` as one group of a pattern, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words(side), key=len, reverse=True)))})"


def touches(text: str, at: int, side: str, *, ahead: bool = False) -> int:
    """Return the length of the longest word of ``side`` that ends (or begins) at ``at``."""
    if ahead:
        for word in by_letter(side, 0).get(text[at : at + 1], ()):
            if text.startswith(word, at):
                return len(word)
        return 0
    for word in by_letter(side, -1).get(text[max(0, at - 1) : at], ()):
        if text.endswith(word, 0, at):
            return len(word)
    return 0


@cache
def by_letter(side: str, place: int) -> Mapping[str, tuple[str, ...]]:
    """Map the letter at ``place`` (0: the first, -1: the last) to the words with it, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words(side), key=len, reverse=True):
        found[word[place]] = (*found.get(word[place], ()), word)
    return found
