"""Past or plan, told from how clauses begin: reviews say 全市…增长, plans say 加快…, 力争…."""

import re
from functools import cache

from policynlp.lexicons import iter_forms
from policynlp.structure.anchors import PAST, PLAN

SAMPLE = 4000
# Reviews too say 加快 and 推进 without a mark of the past: their mean score is 0.3, that of plans -0.9
PAST_FROM, PLAN_TO = -0.5, -0.6
FEWEST = 4


@cache
def _weights() -> tuple[re.Pattern[str], dict[str, int]]:
    weights = {
        form: int(row["weight"]) * (-1 if row["id"].startswith(PLAN) else 1)
        for form, row in iter_forms("tense_cues")
    }
    forms = "|".join(sorted(map(re.escape, weights), key=len, reverse=True))
    return re.compile(rf"[，。；：、\n（]({forms})"), weights


def body_tense(text: str, start: int, end: int, *, past_from: float = PAST_FROM) -> str:
    """Return the tense that the clauses of a section show, "" when they do not tell."""
    pattern, weights = _weights()
    end = min(end, start + SAMPLE)
    scores = [weights[match.group(1)] for match in pattern.finditer(text, start, end)]
    total = sum(map(abs, scores))
    if total < FEWEST:
        return ""
    score = sum(scores) / total
    return PAST if score > past_from else PLAN if score < PLAN_TO else ""
