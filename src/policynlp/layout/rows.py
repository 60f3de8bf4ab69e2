"""Rows of tables in plain text: 牛奶产量 250 万吨 14.2."""

import re

_STOP = re.compile(r"[。；！？]")
# 新增债券 3.9 万亿元，规模比 2023 is no row; a label as 钢材（冷轧，热轧） is one
_COMMA_AFTER_GAP = re.compile(r"[ \t].*，")
_BRACKETS = re.compile(r"（[^（）]*）")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?(?:%|‰|倍)?|[—-]{1,3}|…+")
_QUANTITY = re.compile(rf"(?:{_NUMBER.pattern})|\d[\d,.]*[一-鿿]{{1,4}}")
_TOKEN = re.compile(r"[^\s|]+")
_WIDE_GAP = re.compile(r"\S(?:[ \u3000]{2,}|[ ]*\t)[^\s]")
HEADER_LINES = 3
LONGEST = 200


def is_row(line: str) -> bool:
    """True for a label and two or more cells that are bare numbers, or for cells set apart."""
    if "|" in line and line.count("|") >= 2:
        return True
    if (" " not in line and "\t" not in line) or len(line) > LONGEST or _is_sentence(line):
        return False
    cells = _TOKEN.findall(line)
    numbers = sum(bool(_QUANTITY.fullmatch(cell)) for cell in cells[1:])
    if numbers >= 2 and _NUMBER.fullmatch(cells[-1]):
        return True
    return len(cells) >= 3 and len(_WIDE_GAP.findall(line)) >= 2


def in_table(lines: list[str], index: int) -> bool:
    """True for a row, and for what stands over or between rows in cells of its own."""
    line = lines[index]
    if is_row(line):
        return True
    if len(line) > LONGEST or _is_sentence(line) or len(_TOKEN.findall(line)) < 2:
        return False
    if index and is_row(lines[index - 1]):
        return True
    return any(is_row(after) for after in lines[index + 1 : index + 1 + HEADER_LINES])


def _is_sentence(line: str) -> bool:
    return bool(_STOP.search(line) or _COMMA_AFTER_GAP.search(_BRACKETS.sub("", line)))
