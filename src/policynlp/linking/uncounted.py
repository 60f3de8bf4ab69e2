"""Numbers that count nothing of their own: 三个万亿元台阶, 三个试验区之一, “双百万亩”, 做到“5个始终”."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.words import trigger_table
from policynlp.schema import Mention

ONE_OF = re.compile(r"[^，。；：、\d]{1,18}之一")
CLOSED = re.compile(r"[\u4e00-\u9fff]{1,4}”")
BEGUN = re.compile(r"[^，。；：、的\d]{2,20}?已(?:经|全部)?[^，。；\d]{2,4}")
ALL = ("全国", "全省", "全区", "全市", "全县", "我省", "我市")
ROUND = "百千万亿"
SMALL = "两三四五六"
SCOPE = 4  # letters before the number in which its verb would stand
STOPS = frozenset("，。；：！\n")


def is_uncounted(text: str, quantity: Mention) -> bool:
    """Whether the number is part of a set phrase or a name."""
    start, end = quantity.start, quantity.end
    if quantity.value["unit"] == "个" and (_step().match(text, end) or ONE_OF.match(text, end)):
        return True
    if text[start - 1 : start] == "个" and _step().match(text, end):
        return True  # 三个|万亿元|台阶
    doubled = text[start - 1 : start] == "双" and text[start - 2 : start] != "双双"
    if doubled or _is_planned(text, quantity):
        return True
    return _is_motto(text, quantity) or _is_named(text, quantity)


def _is_named(text: str, quantity: Mention) -> bool:
    """五项|社会保险参保人数, 煤矿百万吨|死亡人数: the number is a word of the statistic."""
    insured = quantity.value["unit"] == "项" and text[quantity.start] in SMALL
    rows = ("INSURED", "PER") if insured else ("PER",)
    return any(text.startswith(row_forms("closed_sets", row), quantity.end) for row in rows)


def _is_planned(text: str, quantity: Mention) -> bool:
    """实施千亿斤|粮食生产能力规划: a round sum is part of the name."""
    return text[quantity.start] in ROUND and _plan().match(text, quantity.end) is not None


def _is_motto(text: str, quantity: Mention) -> bool:
    """做到“5个|始终”: a motto that the number sums up."""
    start = quantity.start - 1
    if text[start : start + 1] != "“" or CLOSED.match(text, quantity.end) is None:
        return False
    return text.endswith(row_forms("closed_sets", "KEEPING"), 0, start)


@cache
def _step() -> re.Pattern[str]:
    return re.compile(f"(?:[百千万亿]+元)?大?(?:{'|'.join(row_forms('closed_sets', 'STEP'))})")


@cache
def _plan() -> re.Pattern[str]:
    plans = "|".join(row_forms("closed_sets", "PLAN"))
    return re.compile(rf"[^，。；：、\d的]{{2,16}}(?:{plans})")


@cache
def _measured() -> re.Pattern[str]:
    nouns = "|".join(row_forms("closed_sets", "MEASURED"))
    verbs = "|".join(row_forms("closed_sets", "MEASURING"))
    return re.compile(rf"[^，。；：、的\d]{{2,20}}?(?:{nouns})(?:{verbs})?")


def frames(text: str, quantity: Mention, following: Mention | None = None) -> bool:
    """Whether a number only says who is measured: 5个|园区营业收入|30亿元.

    19家企业收入|超百亿元 counts the firms.
    """
    if following is None:
        return False
    start = quantity.start
    if quantity.value["dimension"] != "count" or following.value["relation"] == "gt":
        return False
    if start and text[start - 1] not in STOPS and not text.endswith(ALL, 0, start):
        return False
    if trigger_table().suffix(text, max(0, start - SCOPE), start) is not None:
        return False
    begun = following.value["dimension"] == "count" and BEGUN.fullmatch(
        text, quantity.end, following.start
    )  # 28个新建工程已开工|18个
    return bool(begun) or _measured().fullmatch(text, quantity.end, following.start) is not None
