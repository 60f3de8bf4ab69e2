"""What the clauses of a section tell: past or plan, one year or several.

Reviews say 全市…增长, 荣获…, plans say 加快…, 力争…; the mean weight of the clauses goes from
-1 (a plan) to 1. Of sections with 2023年…回顾 or 2024年…任务 for a heading, reviews score 0.3
in the median and plans -0.9.
"""

import re
from collections.abc import Sequence
from functools import cache

from policynlp.lexicons import iter_forms
from policynlp.schema import Anchor
from policynlp.structure.anchors import PAST, PLAN, TERM_YEARS, Clock
from policynlp.structure.cues import count_cues

SAMPLE = 4000
FEWEST = 4  # of summed weights: below it the clauses do not tell
# reviews too say 加快 and 推进 without a mark of the past
PAST_FROM, PLAN_TO = -0.5, -0.6
# one section in a hundred scores beyond these against its heading
SURELY_PLAN, SURELY_PAST = -0.88, 0.3
CLEAR = 3
BASE = re.compile(r"(?:是|比|较|自|从|由)((?:19|20)\d\d)年")


@cache
def _weights() -> tuple[re.Pattern[str], dict[str, int]]:
    weights = {
        form: int(row["weight"]) * (-1 if row["id"].startswith(PLAN) else 1)
        for form, row in iter_forms("tense_cues")
    }
    forms = "|".join(sorted(map(re.escape, weights), key=len, reverse=True))
    return re.compile(rf"[，。；：、\n（]({forms})"), weights


def tense_score(text: str, start: int, end: int) -> float | None:
    """Return the mean weight of a section's clauses, None with too few."""
    pattern, weights = _weights()
    end = min(end, start + SAMPLE)
    scores = [weights[match.group(1)] for match in pattern.finditer(text, start, end)]
    total = sum(map(abs, scores))
    return None if total < FEWEST else sum(scores) / total


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
