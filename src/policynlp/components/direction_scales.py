"""Nouns beside a verb that name a scale it can move: 效率提高, 加大支持力度."""

import re
from collections.abc import Iterator
from functools import cache

from policynlp.components.direction_numbers import reduced, strip_hedges
from policynlp.components.direction_words import (
    CLOSE,
    STOP,
    Evidence,
    branches,
    by_letter,
    touches,
    words,
)
from policynlp.lexicons import load_forms

_DOUBTFUL = frozenset("应要需会能")  # 供应, 需要
PHRASE_LIMIT = 44
LONGEST_HEAD = 8
COMPARES = re.compile(r"(?:[高低快慢优大小]于|不及)[^，。；\n]*$")
PACE_LIMIT = 20
_MOVED = ("增长", "提高", "提升", "增速")
_PARTNERS = tuple("与同和")
KEPT_PACE = re.compile(
    r"[与同和][^\d，。；、！？：\n“”]{2,14}?(?:保持|基本|大体|总体|实现)*(?:同步|持平)(?=[，。；、\n]|$)"
)
RANKED = re.compile(r"[一-龥ⅠⅡⅢⅣⅤ]{2}")
OBJECT = re.compile(rf"了?([^{re.escape(STOP)}]+)")


@cache
def _baseline() -> re.Pattern[str]:
    base = rf"(?:{branches('base')}|[\d一二三四五六七八九])"
    compared = rf"(?:相?比|较|与|同|和){base}[^，。；：\n、]{{0,12}}"
    years = r"(?:连续|近)?[\d一二三四五六七八九十两]+[年月季]来?"
    return re.compile(rf"(?:{compared}|[同环]比|{years})$")


def scale(
    text: str, start: int, end: int, moves: frozenset[str], sides: frozenset[str]
) -> Evidence | None:
    """Take a verb whose subject or object ends in a scale that it can move."""
    if not moves:
        return None
    if "before" in sides and _closes(text, end) and _subject(text, start, moves):
        return Evidence(end, number=False, theme="before")
    if "after" in sides and not touches(text, end, "after", ahead=True):
        return _object(text, end, moves, counts="counted" in sides)
    return None


@cache
def load_heads() -> dict[str, frozenset[str]]:
    """Map each scale noun of ``heads.tsv`` to the classes of verbs that move it."""
    rows = load_forms("heads").items()
    heads = {
        form: frozenset(row["classes"].split(",")) for form, row in rows if row["scale"] == "1"
    }
    return heads | dict.fromkeys(words("nohead"), frozenset())


def paced(text: str, start: int, end: int, moves: frozenset[str]) -> Evidence | None:
    """Take 同步 where it says what keeps pace with what: 收入增长与经济增长同步."""
    at = max(text.rfind(partner, max(0, start - PACE_LIMIT), start) for partner in _PARTNERS)
    kept = at > 0 and _closes(text, end) and KEPT_PACE.match(text, at)
    if not kept or kept.end() != end:
        return None
    moved = _head_classes(text, at) & moves or text.endswith(_MOVED, 0, at)
    return Evidence(end, number=False, theme="before") if moved else None


def reached(text: str, start: int, end: int, moves: frozenset[str]) -> Evidence | None:
    """Take a verb that leads to something without a number: 水质由劣五类提高到五类."""
    named = RANKED.match(text, end) is not None and _subject(text, start, moves)
    return Evidence(end, number=False, theme="before") if named else None


def _head_classes(text: str, end: int) -> frozenset[str]:
    """Return the classes of the longest scale noun that ends at ``end``."""
    heads = load_heads()
    for size in range(min(LONGEST_HEAD, end), 0, -1):
        if (found := heads.get(text[end - size : end])) is not None:
            return found
    return frozenset()


def _closes(text: str, end: int) -> bool:
    """Say whether the clause ends after the verb, but for a light tail (较快, 的趋势)."""
    following = text[end : end + 1]
    if following in _PARTNERS and KEPT_PACE.match(text, end):
        return False  # 收入增长与经济增长同步: the verb belongs to the subject
    if not following or following in CLOSE:
        return True
    size = touches(text, end, "tail", ahead=True)
    if size == 1 and following in "快慢":
        return text[end + 1 : end + 2] in CLOSE  # 增长快, not 稳定|快速增长
    return size > 0


def _subject(text: str, start: int, moves: frozenset[str]) -> bool:
    """Look for a scale before the verb, over adverbs and 比上年; 比上年增加 alone inherits one."""
    end = _skip_adverbs(text, start)
    if baseline := _baseline().search(text, max(0, end - 18), end):
        end = _skip_adverbs(text, baseline.start())
    opened = end == 0 or text[end - 1] in STOP
    if opened and "都" in text[end:start]:
        end -= 1
    elif opened and (baseline or touches(text, end, "light", ahead=True)):
        return "amount" in moves
    if touches(text, start, "before") or COMPARES.search(text, max(0, end - 16), end):
        return False
    return any(_head_classes(text, stop) & moves for stop in _edges(text, end, start))


def _edges(text: str, end: int, start: int) -> Iterator[int]:
    """Where a subject may end: 供应明显增多 has no adverb 应."""
    yield end
    if text[end : end + 1] in _DOUBTFUL and end < start:
        yield end + 1


def _skip_adverbs(text: str, end: int) -> int:
    while size := touches(text, end, "adverb"):
        end -= size
    return end


def _object(text: str, end: int, moves: frozenset[str], *, counts: bool) -> Evidence | None:
    found = OBJECT.match(text, end, end + PHRASE_LIMIT)
    if found is None:
        return None
    phrase = found[1]
    if phrase[0] in "和并与、" and not touches(phrase, 1, "joined", ahead=True):
        return None
    if counts and reduced(text, found.start(1)):
        return Evidence(end, number=True, theme="after")
    if any(_head_classes(phrase, stop) & moves for stop in _stops(phrase)):
        return Evidence(end, number=False, theme="after")
    return None


@cache
def _stop_signs() -> frozenset[str]:
    """Return what 、 and the words that end an object begin with."""
    return frozenset(("、", *by_letter("cut", 0), *by_letter("block", 0)))


def _stops(phrase: str) -> Iterator[int]:
    """Where an object may end: before 、, 和, 作为 or a number, at the end of its clause."""
    signs = _stop_signs()
    for at, sign in enumerate(phrase):
        if not at or not (sign in signs or sign.isdigit()):
            continue
        if sign.isdigit():
            yield len(strip_hedges(phrase[:at]))
        elif sign == "、" or touches(phrase, at, "cut", ahead=True):
            yield at
        elif touches(phrase, at, "block", ahead=True):
            return
    yield len(phrase)
