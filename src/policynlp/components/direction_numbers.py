"""Numbers beside a verb that show that it moves an indicator: 增长近5%, 提高到人均280元."""

import re
from functools import cache

from policynlp.components.direction_words import CLOSE, STOP, Evidence, branches, touches

DIGITS = r"\d[\d.,]*[万亿千百多余]*"
NUMERAL = "[一二两三四五六七八九十百千数几半零点]"
RATE_BEFORE = re.compile(r"(?:\d(?:%|倍)|位数)(?:左右|以上|多)?的?(?:速度|幅度|速率)?$")
COMPARED = re.compile(r"(?:[比较][^，。；\n]{1,16}|同比)$")
DIGIT_AFTER = re.compile(r"[出于]?\d|(?<=多)[一-鿿]{2}(?=\d)")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    hedges = f"(?:{branches('hedge')}|[ \u3000])*"
    fraction = f"[百千万]分之[零点{NUMERAL[1:]}"
    counted = f"{NUMERAL}+[多余几]?(?:{branches('counter')}|个[^新更高大])"
    chinese = f"(?:{fraction}|(?!{branches('nonumber')}|一个[^百]){counted})"
    stop, close = re.escape(STOP), re.escape(CLOSE)
    bound = "(?:以上|左右|以内)?"
    held = rf"{DIGITS}[%‰]|{NUMERAL}成|{DIGITS}[^{stop}\d]{{1,2}}{bound}(?=[{close}]|$)"
    sources = {
        "amount": rf"{hedges}(?:[-+−－]?\d|{chinese})|[（(]?[%‰]",
        "level": rf"[^{stop}\d]{{0,12}}?[-+]?\d|{hedges}{chinese}",
        "kept": rf"(?!第){hedges}(?:{held})(?![^{stop}\d]{{0,9}}(?:增|速度|幅度))",
        "rate": rf"(?:{branches('link')}|{hedges})*?[-+−－]?(?:{DIGITS}(?:%|个百分点|‰|[—\-至~～到])|百分之)",
        "object": rf"(?:[^{stop}、\d](?!分别)){{2,18}}?{hedges}\d",
        "count": rf"{hedges}{DIGITS}[^{close}\d和]{{0,4}}(?:[{close}和]|$)",
        "counted": rf"{DIGITS}(?:个(?!百分点|基点|名次|位次)|{branches('unit')})[^{close}]{{2}}",
        "opens": rf"(?:^|[{close}]|(?<!城)(?:{branches('opening')}))$",
        "hedges": rf"(?:{branches('hedge')}|[ \u3000])+$",
    }
    return {name: re.compile(source) for name, source in sources.items()}


def amount(text: str, start: int, end: int) -> Evidence | None:
    """Take a verb with its number: 增长近5%, 以年均8%的速度增长, a column head 比上年增长（%）."""
    leads = end - start > 1 and RATE_BEFORE.search(text, max(0, start - 12), start)
    return Evidence(end, number=True) if leads or _patterns()["amount"].match(text, end) else None


def level(text: str, end: int) -> Evidence | None:
    """Take a verb and its 至, 到, 为 or 在 with the level it leads to: 提高到人均280元."""
    return Evidence(end, number=True) if _patterns()["level"].match(text, end) else None


def kept(text: str, end: int) -> Evidence | None:
    """Take 保持 with the level that is held: 达标率保持100%, not 保持8%的增长速度."""
    return Evidence(end, number=True) if _patterns()["kept"].match(text, end) else None


def rate(text: str, start: int, end: int) -> Evidence | None:
    """Take a nominal head with its rate (涨幅为3%), but not the name of a rate (自然增长率)."""
    if touches(text, start, "before") or not _patterns()["rate"].match(text, end):
        return None
    return Evidence(end, number=True)


def counts(text: str, end: int) -> bool:
    """Say whether the number counts an object, not the move: 提升4个园区建设水平."""
    return _patterns()["counted"].match(text, end) is not None


def counted(text: str, start: int, end: int) -> Evidence | None:
    """Take 新增 after its subject (床位新增200张), not before its object (新增200张床位)."""
    opens = _patterns()["opens"].search(text, max(0, start - 3), start)
    if opens or not _patterns()["count"].match(text, end):
        return None
    return Evidence(end, number=True)


def reduced(text: str, end: int) -> bool:
    """Say whether a number stands after the object: 降低企业成本超100亿元."""
    return _patterns()["object"].match(text, end) is not None


def strip_hedges(phrase: str) -> str:
    """Cut what belongs to a number that follows: 企业成本超 → 企业成本."""
    return _patterns()["hedges"].sub("", phrase)


def comparison(text: str, start: int, end: int) -> Evidence | None:
    """Take 高, 低, 多, 少 between a baseline and a number: 比上年高0.2℃, 比计划多完成9亿元."""
    after = DIGIT_AFTER.match(text, end)
    if not after or not COMPARED.search(text, max(0, start - 18), start):
        return None
    return Evidence(after.end() if len(after[0]) == 2 and after[0].isalpha() else end, number=True)
