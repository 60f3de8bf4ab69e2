"""Lists with 分别: give each member of the subject the words that all share."""

import re
from functools import cache

from policynlp.lexicons import load_rows, row_forms
from policynlp.linking.words import heads, scale_heads

BARE = 4  # longer heads (固定资产投资) are indicators of their own
SHORTEST, LONGEST = 2, 6  # letters of a head noun
PER = "年月日总"
SUM = re.compile(r"(.{2,}?)(?:等?[两三四五六七八九十][项个大类种]|等“[^”]+”)")
PLACE = "PLACE"  # the row of modifiers that are places
ENDS = ("NOHEAD", "TAIL")


def compose(parts: list[str]) -> list[str]:
    """Give each member the head and the modifier that the list shares.

    >>> compose(["基本养老", "失业", "工伤保险参保人数"])
    ['基本养老保险参保人数', '失业保险参保人数', '工伤保险参保人数']
    """
    parts = [*parts[:-1], _without_sum(parts[-1])]
    tail = _shared_tail(parts)
    front = _shared_front(parts, tail)
    return [
        (front if n and not part.startswith(front) else "")
        + part
        + ("" if n == len(parts) - 1 else tail[_overlap(part, tail) :])
        for n, part in enumerate(parts)
    ]


def _overlap(part: str, tail: str) -> int:
    """Count the letters that a member shares with what all share: 医疗保险|保险参保人数."""
    sizes = range(min(len(part), len(tail)), 1, -1)
    return next((size for size in sizes if part.endswith(tail[:size])), 0)


def _without_sum(last: str) -> str:
    """氨氮|四项污染物|排放, 电池|等“新三样”|出口: drop what only sums the members up."""
    match = SUM.match(last)
    heads_of = (n for n in range(SHORTEST, LONGEST + 1) if last[-n:] in scale_heads())
    head = next(heads_of, 0) if match else 0
    return match[1] + last[-head:] if match and head else last


def _shared_tail(parts: list[str]) -> str:
    """Find what only the last member says for all: 保险参保人数."""
    last, others = parts[-1], parts[:-1]
    at = last.find("占")
    at -= last.startswith("所占", at - 1)  # 林业和渔业|所占比重
    if at > 0 and not any("占" in part for part in others):
        inner = [*others, last[:at]]
        return _shared_tail(inner) + last[at:]
    if any(_has_head(part) and not _is_branch(part, last) for part in others):
        return ""
    return last[_core_length(parts) :]


def _is_branch(part: str, last: str) -> bool:
    """工业、|基础设施投资, 煤炭、|粗钢产能: what is measured by the head of the last member."""
    goods = row_forms("deed_nouns", "GOODS")
    branch = part.endswith("业") and not part.endswith("就业") and not last.endswith("业")
    return branch or (part in goods and not last.endswith(goods))


def _core_length(parts: list[str]) -> int:
    """Say how much of the last member is its own: the rest must be made of known nouns.

    Of the places where it may divide, the one that leaves it as long as the member before.
    """
    last, others = parts[-1], parts[:-1]
    place = modifier(last, PLACE)
    if place and all(part in _words(PLACE) for part in others):
        return len(place)  # 城镇、农村|低保标准
    ending = others[0][-1]
    if all(part[-1] == ending for part in others):
        at = last.find(ending, 1, len(last) - _head_length(last))
        if at > 0:
            return at + 1
    places = [n for n in range(1, len(last)) if _made_of_nouns(last[n:])]
    places = [n for n in places if last[n - 1] not in PER or n - 1 not in places]
    alike = len(others[-1]) - len(modifier(others[-1]))
    return min(places, key=lambda n: (abs(n - alike), n)) if places else len(last)


def _made_of_nouns(phrase: str, most: int = 3) -> bool:
    """Whether the phrase is one to three head nouns in a row: 保险|参保人数."""
    if not phrase or not most:
        return not phrase
    if phrase[0] in PER and len(phrase) > SHORTEST:
        return _made_of_nouns(phrase[1:], most)  # 年|排放量
    known = _nouns()
    lengths = range(SHORTEST, min(LONGEST, len(phrase)) + 1)
    return any(phrase[:n] in known and _made_of_nouns(phrase[n:], most - 1) for n in lengths)


@cache
def _nouns() -> frozenset[str]:
    return heads() | frozenset(_words("TAIL"))


def _head_length(phrase: str) -> int:
    known = scale_heads()
    return max(
        (n for n in (1, 2, 3, 4, 5, 6) if phrase[-n:] in known and n < len(phrase)), default=0
    )


def _has_head(phrase: str) -> bool:
    if phrase.endswith(_words("NOHEAD")):
        return False
    known = scale_heads()
    return any(phrase[-n:] in known for n in (1, 2, 3, 4) if n <= len(phrase))


@cache
def _words(kind: str) -> tuple[str, ...]:
    """Give the forms of a row of ``modifiers.tsv``; of all that begin a member for ``""``."""
    rows = (
        r for r in load_rows("modifiers") if r["id"] == kind or (not kind and r["id"] not in ENDS)
    )
    return tuple(sorted((f for r in rows for f in r["forms"].split("|")), key=len, reverse=True))


def modifier(phrase: str, kind: str = "") -> str:
    """Give the modifier that the phrase begins with: 农村特困人员, 规模以上."""
    return next((m for m in _words(kind) if phrase.startswith(m) and len(phrase) > len(m)), "")


def _is_bare(part: str, first: str) -> bool:
    """Whether a member is a head alone, another one than the first's: 支出, 利润总额."""
    head = first[-_head_length(first) :]
    return part in scale_heads() and len(part) <= BARE and not part.endswith(head)


def _shared_front(parts: list[str], tail: str) -> str:
    """Find the words that the first member says for all: 农村|特困人员集中供养."""
    first, others = parts[0], parts[1:]
    if first[0] == "第" and others[0][0] in "一二三四五六七八九十":
        return "第"
    if _head_length(first) > 1 and all(_is_bare(part, first) for part in others):
        return first[: -_head_length(first)]  # 一般公共预算|收入和支出
    if any(part.startswith(_words("")) for part in others):
        return ""
    # members with heads of their own share a place at most: 居民消费价格、工业品出厂价格
    return modifier(first, "" if tail else PLACE)
