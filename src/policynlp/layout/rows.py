"""Rows of tables in plain text: 牛奶产量 250 万吨 14.2."""

import re

_SENTENCE = re.compile(r"[。；！？]|，[^）]*(?:，|[ \t][^）]*$)|[ \t].*，")
_BULLET = re.compile(r"^\s*(?:[-*+] )?\s*")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?(?:%|‰|倍)?|[—-]{1,3}|…+")
_TOKEN = re.compile(r"[^\s|]+")
_WIDE_GAP = re.compile(r"\S(?:[ \u3000]{2,}|[ ]*\t)[^\s]")
_LABEL = re.compile(r"[一-鿿]")
HEADER_LINES = 3


def is_row(line: str) -> bool:
    """True for a label and two or more cells that are bare numbers, or for cells set apart."""
    if line.count("|") >= 2:
        return True
    if _SENTENCE.search(line) or len(line) > 200:
        return False
    cells = _TOKEN.findall(line)
    numbers = sum(bool(_NUMBER.fullmatch(cell)) for cell in cells[1:])
    if numbers >= 2 and _NUMBER.fullmatch(cells[-1]):
        return True
    return len(_WIDE_GAP.findall(line)) >= 2 and len(cells) >= 3


def in_table(lines: list[str], index: int) -> bool:
    """True for a row, and for what stands over or between rows in cells of its own."""
    line = lines[index]
    if is_row(line):
        return True
    if _SENTENCE.search(line) or len(line) > 100 or len(_TOKEN.findall(line)) < 2:
        return False
    if index and is_row(lines[index - 1]):
        return True
    return any(is_row(after) for after in lines[index + 1 : index + 1 + HEADER_LINES])
