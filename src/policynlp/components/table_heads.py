"""Heads of a table: what its caption and the top of each column say of the values below."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from policynlp.components.table_cells import Part, is_cell, is_unit
from policynlp.lexicons import Row, iter_forms, load_forms

_YEAR = r"(?:[12]\d{3}|[一二][一二三四五六七八九〇○零]{3})年"
_PERIOD = re.compile(
    rf"^(?:19|20)\d{{2}}(?:[—-](?:19|20)\d{{2}})?$|[12]\d{{3}}年?[—-][12]\d{{3}}年|{_YEAR}(?:年?[末底初]|\d{{1,2}}月份?|[上下]半年|[一二三四]季度)?"
)
_BARE_YEAR = re.compile(r"(?:19|20)\d{2}(?:[—-](?:19|20)\d{2})?")
_COMPARED = rf"[比较](?:上年|去年|前年|上[月季期]|同期|{_YEAR})(?:年?[末底初]|同期|同月)?"
_CAPTION_BASELINE = re.compile(_COMPARED)
# a line cut away leaves 一九八四年增长% of 一九八五年比一九八四年增长%
_BASELINE = re.compile(rf"{_COMPARED}|同比|环比|{_YEAR}(?:年?[末底])?$")
_UNIT_LINE = re.compile(r"(?:计量|金额|数量)?单位[:：]([^）)]+)")
_BRACKET = re.compile(r"[（(〔\[]([^（(〔\[]+)[）)〕\]]$")
_TRAILING = re.compile(r"(?:个?百分点|[%‰])$")
_UNIT_END = re.compile(r"[%‰点）)]$")
_CAPTION = re.compile(r"附?表\s*\d|附?表[一二三四五六七八九十]|.*如下[:：]?$")
_SIGN = re.compile(r"^[±+-]+")
_LEAD = re.compile(r"^(?:其中|#)[:：]?")


class Column(NamedTuple):
    """One column: its role, and what it lends to the values below it."""

    role: str
    head: Part | None = None
    noun: str = ""
    unit: str = ""
    trigger: Part | None = None
    direction: str | None = None
    period: Part | None = None
    baseline: Part | None = None
    target: bool = False


class Caption(NamedTuple):
    """What stands over the whole table."""

    unit: str = ""
    trigger: Part | None = None
    direction: str | None = None
    period: Part | None = None
    baseline: Part | None = None
    target: bool = False


@cache
def _alternation(role: str) -> re.Pattern[str]:
    forms = [re.escape(form) for form, row in iter_forms("table_heads") if row["role"] == role]
    return re.compile("|".join(sorted(forms, key=len, reverse=True)))


def row_of(text: str) -> Row | None:
    """The lexicon's row of a head that it holds whole."""
    return load_forms("table_heads").get(text)


@lru_cache(maxsize=2**12)  # each cell is asked several times
def is_named(text: str) -> bool:
    """True for a head that can only be a head: 指标, 单位, 绝对数, 比上年增长%."""
    row = row_of(_LEAD.sub("", _BRACKET.sub("", text)))
    return bool(row and row["role"] in ("name", "place", "time", "unit", "plain")) or _is_change(
        text
    )


def _is_change(text: str) -> bool:
    bare = _TRAILING.sub("", _BRACKET.sub("", text))
    match = last_match("change", bare)
    return match is not None and match.end() >= len(bare) - 2


def last_match(role: str, text: str) -> re.Match[str] | None:
    """The last form of this role in the text."""
    found = list(_alternation(role).finditer(text))
    return found[-1] if found else None


def read_column(head: Part) -> Column:
    """Read the head of one column."""
    lead = _LEAD.match(head.text)
    head = head.cut(lead.end(), len(head.text)) if lead else head
    if not head.text:
        return Column("aside")
    body, unit = unit_of(head)
    row = row_of(body.text) or row_of(head.text)
    role = row["role"] if row else ""
    if role in ("name", "place", "time", "unit", "aside"):
        return Column(role, head)
    if _is_change(head.text):
        return _change(head, body, unit)
    if role in ("region", "group"):
        return Column(role, body, noun="" if role == "region" else body.text, unit=unit)
    return _level(head, body, unit)


def unit_of(head: Part) -> tuple[Part, str]:
    """The head without its unit, and the unit: 年末数（万人）, 比重%."""
    if match := _BRACKET.search(head.text):
        unit = _SIGN.sub("", match[1]).removeprefix("单位：")
        if is_unit(unit):
            return head.cut(0, match.start()), unit
    if match := _TRAILING.search(head.text):
        return head.cut(0, match.start()), match.group()
    return head, ""


def _change(head: Part, body: Part, unit: str) -> Column:
    match = last_match("change", body.text)
    if match is None:
        return _level(head, body, unit)
    trigger = body.cut(match.start(), match.end())
    word = load_forms("table_heads")[trigger.text]
    before = body.cut(0, match.start())
    baseline = first_part(_BASELINE, before)
    known = baseline is not None and bool(baseline.at)
    rest = before.cut(0, before.at.index(baseline.start)) if baseline and known else before
    return Column(
        "change",
        head,
        unit=unit or word["unit"],
        trigger=trigger,
        direction=word["direction"],
        period=first_part(_PERIOD, rest),
        baseline=baseline,
        target=bool(_alternation("modality").search(head.text)),
    )


def _level(head: Part, body: Part, unit: str) -> Column:
    period = first_part(_PERIOD, body)
    noun = body.text.replace(period.text, "", 1) if period else body.text
    target = bool(_alternation("modality").search(noun))
    noun = _alternation("modality").sub("", noun)
    row = row_of(noun)
    if row and row["role"] == "plain":
        noun = ""
    if not unit and _alternation("share").search(noun):
        unit = "%"
    return Column("level", head, noun=noun.strip("的"), unit=unit, period=period, target=target)


def first_part(pattern: re.Pattern[str], part: Part) -> Part | None:
    """The part's own part that the pattern finds first."""
    match = pattern.search(part.text)
    return part.cut(*match.span()) if match else None


def read_caption(lines: list[Part]) -> Caption:
    """Read what stands over the columns, the nearest line last."""
    caption = Caption()
    for line in lines:
        if match := _UNIT_LINE.search(line.text):
            caption = caption._replace(unit=match[1])
            line = line.cut(0, match.start())
        caption = _title(line, caption) if line.text else caption
    return caption


def _title(line: Part, caption: Caption) -> Caption:
    match = last_match("change", line.text)
    # 产量及其增长速度: the columns say themselves what grows
    moves = match is not None and not re.search(r"[及和与、]其?$", line.text[: match.start()])
    trigger = line.cut(*match.span()) if match and moves else None
    return caption._replace(
        trigger=trigger or caption.trigger,
        direction=load_forms("table_heads")[trigger.text]["direction"]
        if trigger
        else caption.direction,
        period=first_part(_PERIOD, line) or caption.period,
        baseline=first_part(_CAPTION_BASELINE, line) or caption.baseline,
        unit=caption.unit or ("点" if _alternation("index").search(line.text) else ""),
        target=bool(_alternation("modality").search(line.text)),
    )


def is_caption(text: str) -> bool:
    """True for 表3 2030年主要产品产量, 主要产品产量如下：."""
    return bool(_CAPTION.match(text))


def is_unit_line(text: str) -> bool:
    """True for 单位：亿元."""
    return bool(_UNIT_LINE.match(text))


def is_head_line(cells: list[Part]) -> bool:
    """True for a line of heads: one of them is a head by its words, or all are short names."""
    filled = [cell for cell in cells if cell.text]
    named = any(is_named(cell.text) for cell in filled)
    if not filled or is_caption(filled[0].text):
        return False
    if any(
        is_cell(cell.text) and not (named and _BARE_YEAR.fullmatch(cell.text)) for cell in filled
    ):
        return False
    if len(filled) == 1 and not _UNIT_END.search(filled[0].text):
        # 2030年居民消费价格比上年涨跌幅度 is a caption, 比上年增长% a head
        lead = _LEAD.match(filled[0].text)
        return row_of(filled[0].text) is not None or bool(
            lead and _PERIOD.match(filled[0].text, lead.end())
        )
    if named:
        return True
    roles = {row["role"] for cell in filled if (row := row_of(cell.text))}
    return bool(roles & {"region", "group"}) or (
        len(filled) > 1 and all(_PERIOD.match(cell.text) for cell in filled)
    )
