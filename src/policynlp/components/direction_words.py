"""Small words beside a direction, and what they make of it."""

import re
from functools import cache
from typing import NamedTuple

from policynlp.lexicons import Row, load_rows

STOP = "，。；：！？\n,;:!?（）()《》|\t"
CLOSE = f"{STOP}、”→"
LONGEST = 9
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
    chosen = words(side)
    for size in range(LONGEST, 0, -1):
        piece = text[at : at + size] if ahead else text[max(0, at - size) : at]
        if len(piece) == size and piece in chosen:
            return size
    return 0
