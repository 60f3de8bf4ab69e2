"""Heads of a table: what the top of each column says of the values below."""

import re
from functools import lru_cache
from typing import NamedTuple

from policynlp.components.table_captions import is_caption
from policynlp.components.table_cells import Part, is_cell, is_unit
from policynlp.components.table_words import (
    COMPARED,
    PERIOD,
    YEAR,
    alternation,
    first_part,
    last_match,
    row_of,
)
from policynlp.lexicons import load_forms

_BARE_YEAR = re.compile(r"(?:19|20)\d{2}(?:[—-](?:19|20)\d{2})?")
# a line cut away leaves 一九八四年增长% of 一九八五年比一九八四年增长%
_BASELINE = re.compile(rf"{COMPARED}|同比|环比|{YEAR}(?:年?[末底])?$")
_BRACKET = re.compile(r"[（(〔\[]([^（(〔\[]+)[）)〕\]]$")
_TRAILING = re.compile(r"(?:个?百分点|[%‰])$")
_UNIT_END = re.compile(r"[%‰点）)]$")
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
        period=first_part(PERIOD, rest),
        baseline=baseline,
        target=bool(alternation("modality").search(head.text)),
    )


def _level(head: Part, body: Part, unit: str) -> Column:
    period = first_part(PERIOD, body)
    noun = body.text.replace(period.text, "", 1) if period else body.text
    target = bool(alternation("modality").search(noun))
    noun = alternation("modality").sub("", noun)
    row = row_of(noun)
    if row and row["role"] == "plain":
        noun = ""
    if not unit and alternation("share").search(noun):
        unit = "%"
    return Column("level", head, noun=noun.strip("的"), unit=unit, period=period, target=target)


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
            lead and PERIOD.match(filled[0].text, lead.end())
        )
    if named:
        return True
    roles = {row["role"] for cell in filled if (row := row_of(cell.text))}
    return bool(roles & {"region", "group"}) or (
        len(filled) > 1 and all(PERIOD.match(cell.text) for cell in filled)
    )
