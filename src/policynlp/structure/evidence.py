"""What the clauses of a section tell: past or plan, one year or several.

Reviews say 全市…增长, 荣获…, 建成了12.5万亩, plans say 加快…, 力争…; the mean weight of these cues
goes from -1 (a plan) to 1.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from policynlp.lexicons import iter_forms
from policynlp.schema import Anchor
from policynlp.structure.anchors import PAST, PLAN, TERM_YEARS, Clock
from policynlp.structure.cues import count_cues

SAMPLE = 4000
FEWEST = 6  # of summed weights: below it the cues do not tell
PAST_FROM, PLAN_TO = 0.1, -0.1
# one section in a hundred scores beyond these against its heading
SURELY_PLAN, SURELY_PAST = -0.75, 0.5
CLEAR = 3
BASE = re.compile(r"(?:是|比|较|自|从|由)((?:19|20)\d\d)年")
CLAUSE_HEAD = re.compile(r"[，。；：、！\n（]([\u4e00-\u9fff]{2})")
# plans round their figures and do not say 建成了
MEASURED = r"\d\.\d+(?:%|个百|[亿万])|\d[余多]|了(?<=[\u4e00-\u9fff]了)"
MEASURED_WEIGHT = 2


class Cues(NamedTuple):
    """Weights of the first two characters of a clause, and of what stands anywhere in it."""

    heads: Mapping[str, int]
    inside: Mapping[str, int]
    pattern: re.Pattern[str]


def _read(name: str) -> dict[str, int]:
    return {
        form: int(row["weight"]) * (-1 if row["id"].startswith(PLAN) else 1)
        for form, row in iter_forms(name)
    }


@cache
def _cues() -> Cues:
    heads, inside = _read("tense_cues"), _read("tense_marks")
    forms = "|".join(sorted(map(re.escape, inside), key=len, reverse=True))
    starts = "".join(sorted({form[0] for form in inside}))
    return Cues(heads, inside, re.compile(rf"(?=[\d了{re.escape(starts)}])(?:{forms}|{MEASURED})"))


def _weights(text: str, start: int, end: int) -> Iterator[int]:
    cues = _cues()
    for match in CLAUSE_HEAD.finditer(text, start, end):
        yield cues.heads.get(match.group(1), 0)
    for match in cues.pattern.finditer(text, start, end):
        yield cues.inside.get(match.group(), MEASURED_WEIGHT)


def tense_score(text: str, start: int, end: int) -> float | None:
    """Return the mean weight of a section's cues, None with too few."""
    weights = list(_weights(text, start, min(end, start + SAMPLE)))
    total = sum(map(abs, weights))
    return None if total < FEWEST else sum(weights) / total


def body_tense(text: str, start: int, end: int, *, past_from: float = PAST_FROM) -> str:
    """Return the tense that the clauses of a section show, "" when they do not tell."""
    score = tense_score(text, start, end)
    if score is None:
        return ""
    return PAST if score > past_from else PLAN if score < PLAN_TO else ""


def years_reviewed(text: str, start: int, end: int, clock: Clock) -> int:
    """Return 5 for a review that measures against the year before the term (是2007年的2.6倍)."""
    if clock.review is None:
        return 1
    first = str(clock.review - TERM_YEARS)
    bases = [match.group(1) for match in BASE.finditer(text, start, end)]
    return TERM_YEARS if bases.count(first) > 1 and bases.count(first) * 2 > len(bases) else 1


def fitting(text: str, anchors: Sequence[Anchor], start: int, end: int) -> Anchor:
    """Choose between one year and several: one, unless 年均, 五年 and the like prevail."""
    spans = [anchor for anchor in anchors if anchor.span]
    single = [anchor for anchor in anchors if not anchor.span]
    if not spans or not single:
        return anchors[0]
    several = count_cues("span_cues", "years", text, start, end)
    one = count_cues("span_cues", "year", text, start, end)
    return spans[0] if several - one >= CLEAR else single[0]
