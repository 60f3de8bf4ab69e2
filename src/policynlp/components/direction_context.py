"""What beside a verb shows that it moves an indicator: a number, or a noun that names a scale."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policynlp.lexicons import load_forms, load_rows

STOP = "，。；：！？\n,;:!?（）()《》|\t"
CLOSE = f"{STOP}、”→"
NP_LIMIT = 44
LONGEST = 8

HEDGE = (
    r"(?:了|将|近|约|达到?|超过?|逾|突破|不低于|不少于|不超过|至少|大约|均|分别|各|仅|只|累计|人均|平均|每[月年亩人日天]|"
    r"全[国省市区县]|有|第|高达|可达|预计|[ 　])"
)
CHINESE = (
    r"(?:[百千万]分之[零一二三四五六七八九十百点]|(?!一个[^百]|一[些批定步级下代流])[一二两三四五六七八九十百千数几半零点]+"
    r"[多余几]?(?:[倍成番万亿元吨斤亩担人户家所件公米千条项次座]|个[^新更高大]))"
)
HEDGES = re.compile(rf"{HEDGE}+$")
NUMBER = re.compile(rf"{HEDGE}*(?:[-+−－]?\d|{CHINESE})")
FAR_NUMBER = re.compile(rf"[^{re.escape(STOP)}\d]{{0,12}}?[-+]?\d|{HEDGE}*{CHINESE}")
RATE = re.compile(
    rf"(?:为|在|控制在|保持在|预期|{HEDGE})*(?:[-+−－]?\d[\d.]*(?:%|个百分点|‰|[—\-至~～到])|百分之)"
)
OBJECT_NUMBER = re.compile(
    rf"(?:了|[^{re.escape(STOP)}、\d](?!分别)){{2,18}}?(?:近|约|达|超|超过|逾|{HEDGE})*\d"
)
COUNT = re.compile(
    rf"{HEDGE}*\d[\d.,]*[万亿千百多余]*[^{re.escape(CLOSE)}\d和]{{0,4}}(?:[{re.escape(CLOSE)}和]|$)"
)
RATE_BEFORE = re.compile(r"\d(?:%|倍)(?:左右|以上|多)?的?(?:速度|幅度|速率)?$")
COMPARED = re.compile(r"(?:比|较)[^，。；\n]{1,16}$|同比$")
BASE_TIME = r"(?:[上去前往同当过]|计划|预算|年初|\d|[一二三四五六七八九]|“|全国|全省)"
BASELINE = re.compile(rf"(?:(?:相?比|较|与|同|和){BASE_TIME}[^，。；：\n、]{{0,12}}|[同环]比|连续[\d一二三四五六七八九十两]+[年月季]+|[\d一二三四五六七八九十两]+年来)$")
COMPARES = re.compile(r"(?:[高低快慢优大小]于|不及)[^，。；\n]*$")
DIGIT_AFTER = re.compile(r"(?:出|于)?\d|(?<=多)[一-鿿]{2}(?=\d)")
OPENS = re.compile(rf"(?:^|[{re.escape(CLOSE)}]|[年月市省区县国州里]|累计|期间|实施|[对将已再又])$")
OBJECT = re.compile(rf"了?([^{re.escape(STOP)}]+)")


class Evidence(NamedTuple):
    """Why a verb is taken, and where it ends: a number beside it, or a scale on one side."""

    end: int
    number: bool
    theme: str | None = None


def amount(text: str, start: int, end: int, *, noun: bool, to: bool) -> Evidence | None:
    """Take a verb with its number (增长近5%), a rate with its head (涨幅为3%)."""
    if noun:
        named = RATE.match(text, end) and not _touches(text, start, "before")
        return Evidence(end, number=True) if named else None
    pattern = FAR_NUMBER if to else NUMBER
    leads = end - start > 1 and RATE_BEFORE.search(text, max(0, start - 12), start)
    if leads or pattern.match(text, end):
        return Evidence(end, number=True)
    return None


def comparison(text: str, start: int, end: int) -> Evidence | None:
    """Take 高, 低, 多, 少 between a baseline and a number: 比上年高0.2℃, 比计划多完成9亿元."""
    after = DIGIT_AFTER.match(text, end)
    if not after or not COMPARED.search(text, max(0, start - 18), start):
        return None
    return Evidence(after.end() if after[0][-1:].isalpha() else end, number=True)


def counted(text: str, start: int, end: int) -> Evidence | None:
    """Take 新增 after its subject (床位新增200张), not before its object (新增200张床位)."""
    if not COUNT.match(text, end) or OPENS.search(text, max(0, start - 3), start):
        return None
    return Evidence(end, number=True)


def scale(
    text: str, start: int, end: int, moves: frozenset[str], sides: frozenset[str]
) -> Evidence | None:
    """Take a verb whose subject or object ends in a scale that it can move."""
    if "before" in sides and _closes(text, end) and _subject(text, start, moves):
        return Evidence(end, number=False, theme="before")
    if "after" in sides and not _touches(text, end, "after", ahead=True):
        return _object(text, end, moves, counts="counted" in sides)
    return None


@cache
def load_heads() -> dict[str, frozenset[str]]:
    """Map each scale noun of ``heads.tsv`` to the classes of verbs that move it."""
    rows = load_forms("heads").items()
    heads = {form: frozenset(row["classes"].split(",")) for form, row in rows if row["scale"] == "1"}
    return heads | dict.fromkeys(_guards("nohead"), frozenset())


@cache
def _guards(side: str) -> frozenset[str]:
    rows = (row for row in load_rows("direction_guards") if side in row["sides"].split(","))
    return frozenset(form for row in rows for form in row["forms"].split("|"))


def _touches(text: str, at: int, side: str, *, ahead: bool = False) -> int:
    """Return the length of the longest guard of ``side`` that ends (or begins) at ``at``."""
    guards = _guards(side)
    for size in range(LONGEST, 0, -1):
        piece = text[at : at + size] if ahead else text[max(0, at - size) : at]
        if len(piece) == size and piece in guards:
            return size
    return 0


def _head_classes(text: str, end: int) -> frozenset[str]:
    """Return the classes of the longest scale noun that ends at ``end``."""
    heads = load_heads()
    for size in range(min(LONGEST, end), 0, -1):
        if (found := heads.get(text[end - size : end])) is not None:
            return found
    return frozenset()


def _closes(text: str, end: int) -> bool:
    """Say whether the clause ends after the verb, but for a light tail (较快, 的趋势)."""
    following = text[end : end + 1]
    return not following or following in CLOSE or _touches(text, end, "tail", ahead=True) > 0


def _subject(text: str, start: int, moves: frozenset[str]) -> bool:
    end = _skip_adverbs(text, start)
    if baseline := BASELINE.search(text, max(0, end - 18), end):
        end = _skip_adverbs(text, baseline.start())
        if end == 0 or text[end - 1] in STOP:
            return "amount" in moves
    elif text[end - 1 : end] == "，" and "都" in text[end:start]:
        end -= 1
    if _touches(text, start, "before") or COMPARES.search(text, max(0, end - 16), end):
        return False
    return bool(_head_classes(text, end) & moves)


def _skip_adverbs(text: str, end: int) -> int:
    while size := _touches(text, end, "adverb"):
        end -= size
    return end


def _object(text: str, end: int, moves: frozenset[str], *, counts: bool) -> Evidence | None:
    found = OBJECT.match(text, end, end + NP_LIMIT)
    if found is None:
        return None
    phrase = found[1]
    if counts and OBJECT_NUMBER.match(text, end):
        return Evidence(end, number=True, theme="after")
    if any(_head_classes(phrase, stop) & moves for stop in _stops(phrase)):
        return Evidence(end, number=False, theme="after")
    return None


def _stops(phrase: str) -> Iterator[int]:
    """Where an object may end: before 、, before 和 or 作为, at the end of its clause."""
    for at in range(1, len(phrase)):
        if phrase[at].isdigit():
            yield len(HEDGES.sub("", phrase[:at]))
        elif phrase[at] == "、" or _touches(phrase, at, "cut", ahead=True):
            yield at
        elif _touches(phrase, at, "block", ahead=True):
            return
    yield len(phrase)
