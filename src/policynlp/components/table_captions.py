"""Caption of a table: what it says of all values below."""

import re
from typing import NamedTuple

from policynlp.components.table_cells import Part
from policynlp.components.table_words import COMPARED, PERIOD, alternation, first_part, last_match
from policynlp.lexicons import load_forms

_CAPTION_BASELINE = re.compile(COMPARED)
_UNIT_LINE = re.compile(r"(?:计量|金额|数量)?单位[:：]([^）)]+)")
_CAPTION = re.compile(r"附?表\s*\d|附?表[一二三四五六七八九十]|.*如下[:：]?$")


class Caption(NamedTuple):
    """What stands over the whole table."""

    unit: str = ""
    trigger: Part | None = None
    direction: str | None = None
    period: Part | None = None
    baseline: Part | None = None
    target: bool = False


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
        period=first_part(PERIOD, line) or caption.period,
        baseline=first_part(_CAPTION_BASELINE, line) or caption.baseline,
        unit=caption.unit or ("点" if alternation("index").search(line.text) else ""),
        target=bool(alternation("modality").search(line.text)),
    )


def is_caption(text: str) -> bool:
    """True for 表3 2030年主要产品产量, 主要产品产量如下：."""
    return bool(_CAPTION.match(text))


def is_unit_line(text: str) -> bool:
    """True for 单位：亿元."""
    return bool(_UNIT_LINE.match(text))
