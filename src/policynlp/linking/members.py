"""Divide a list of members at 、 and 和, or inside a paired word (城乡, 进出口)."""

import re
from functools import cache

from policynlp.lexicons import load_rows

SPLIT = re.compile(r"、|以及|和|及其|及|与")


def members(phrase: str, count: int) -> list[tuple[int, int]] | None:
    """Divide the phrase into ``count`` stretches at 、 and 和; None if it does not divide so.

    >>> members("PM10、PM2.5浓度", 2)
    [(0, 4), (5, 12)]
    """
    for pattern in (re.compile("、"), SPLIT):
        cuts = [
            m.span() for m in pattern.finditer(phrase) if not _inside_bracket(phrase, m.start())
        ]
        if pattern is SPLIT and len(cuts) > count - 1:
            cuts = _outer(phrase, cuts, count - 1)
        if len(cuts) == count - 1:
            starts = [0, *(end for _, end in cuts)]
            ends = [*(start for start, _ in cuts), len(phrase)]
            parts = list(zip(starts, ends, strict=True))
            return parts if all(start < end for start, end in parts) else None
    return None


def _inside_bracket(phrase: str, at: int) -> bool:
    before = phrase[:at]
    return before.count("（") > before.count("）") or before.count("“") > before.count("”")


def _outer(phrase: str, cuts: list[tuple[int, int]], wanted: int) -> list[tuple[int, int]]:
    """Prefer 、 and the last 和: 钢铁、石油和化工产值 with three values has all, with two the last."""
    commas = [cut for cut in cuts if phrase[cut[0]] == "、"]
    rest = [cut for cut in cuts if phrase[cut[0]] != "、"]
    kept = sorted([*commas, *rest[-1:]])
    return kept if len(kept) == wanted else cuts


@cache
def _pairs() -> dict[str, tuple[str, ...]]:
    return {row["forms"]: tuple(row["members"].split("|")) for row in load_rows("paired_words")}


def halves(phrase: str, count: int) -> list[str] | None:
    """Divide a paired word: 城乡低保标准 into 城市低保标准 and 农村低保标准."""
    for form, parts in _pairs().items():
        if form in phrase and len(parts) == count:
            return [phrase.replace(form, part, 1) for part in parts]
    return None


def is_paired(phrase: str) -> bool:
    """Whether the phrase divides inside a word: 存、贷款余额."""
    return any("、" in form and form in phrase for form in _pairs())
