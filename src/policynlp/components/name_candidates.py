"""Where a name may end: the known heads in the text, each in its chunk."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policynlp.components.name_chunks import Chunks
from policynlp.lexicons import Row, load_forms, row_forms
from policynlp.lexicons.scanner import Found, Scanner

# 企业 in 中小企业贷款 is part of another noun
LAST = frozenset(("GROUP", "SECTOR"))
_COMPANY = "企业"
# 绍兴小学 closes what names it, 绍兴小学在校生 counts
SCHOOL = "school"


class Candidate(NamedTuple):
    """A head in its chunk: ``start`` is where the chunk begins, ``head`` where the head does."""

    start: int
    head: int
    end: int
    row: Row


def find_candidates(text: str, chunks: Chunks) -> Iterator[Candidate]:
    """Yield the heads that may end a name, each in its chunk."""
    starts, stops = chunks
    if not len(starts):
        return
    heads, found = _heads(), _heads().find(text)
    here = starts.searchsorted(found.starts, "right") - 1
    stop = stops.take(here)
    never, closes = (trait.take(found.forms) for trait in _traits())
    closed = (stop == found.ends) | ~closes | _acting(text, found)
    fits = (here >= 0) & (stop >= found.ends) & ~never & closed
    columns = (starts.take(here), found.starts, found.ends, found.forms)
    for start, head, end, form in zip(*(column[fits].tolist() for column in columns), strict=True):
        yield Candidate(start, head, end, heads.values[form])


def _acting(text: str, found: Found) -> NDArray[np.bool_]:
    """Tell behind which heads a verb stands that no border word is: 煤炭企业|兼并重组."""
    acting: NDArray[np.bool_] = found.forms == _actor()
    acts = row_forms("name_shapes", "acts")
    for place in acting.nonzero()[0].tolist():
        acting[place] = text.startswith(acts, int(found.ends[place]))
    return acting


@cache
def _heads() -> Scanner[Row]:
    return Scanner(load_forms("name_heads"))


@cache
def _actor() -> int:
    return list(load_forms("name_heads")).index(_COMPANY)


@cache
def _traits() -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell of each head whether it is never one, and whether it must close its chunk."""
    rows = load_forms("name_heads").items()
    never = [row["start"] == "never" for _, row in rows]
    closes = [len(form) == 1 or row["label"] in LAST or row["id"] == SCHOOL for form, row in rows]
    return np.array(never), np.array(closes)
