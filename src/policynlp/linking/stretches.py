"""Where the words behind a number end, and where those before the next one begin."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.words import JOINTS, ends_with_head, predicate_start, trigger_table

FRAMED, LISTING = "基础上", "等"


def divide(text: str, start: int, end: int, *, last: bool) -> tuple[int, int]:
    """Say where the words behind a number end and where those before the next one begin."""
    frame = text.find(FRAMED, start + 1, end)
    if frame >= 0:  # 稳定3万个岗位|基础上|新开发2000个
        return frame, frame + len(FRAMED)
    joined = _partners().match(text, start, end)
    at = _comma(text, joined.end() if joined else start, end)
    if last and _is_part(text, start, at):
        return end, end
    if last:
        return (end if at < 0 or _is_one_noun(text, start, at, end) else at), end
    if text[start:end].rstrip().endswith(JOINTS):
        return end, end
    return (at, at + 1) if at >= 0 else (end, start)


def _is_part(text: str, start: int, at: int) -> bool:
    """80%的|医院、诊所获评…: a list of nouns is the whole where nothing is done before 、."""
    return at >= 0 and text.startswith("的", start) and not _acts(text, start, at)


def _acts(text: str, start: int, end: int) -> bool:
    found = predicate_start().search(text, start, end)
    return found is not None


def _is_one_noun(text: str, start: int, at: int, end: int) -> bool:
    """Whether a list has its head at the end: 50万吨|水泥、焦炭过剩产能."""
    if at == start or predicate_start().search(text, start, end):
        return False
    tail = text[text.rfind("、", at, end) + 1 : end]
    if LISTING in tail:
        return False  # 4条铁路、大桥等重点项目: things of many kinds
    made = ends_with_head(tail) or tail.endswith(row_forms("deed_marks", "DEEDLESS"))
    return made and trigger_table().prefix(tail, 0, len(tail)) is None


def _comma(text: str, start: int, end: int) -> int:
    """Find the 、 that ends a member, not one in brackets: 9个县（市、区）."""
    at = text.find("、", start, end)
    closing = text.find("）", at, end) if at >= 0 and "（" in text[start:at] else -1
    inside = closing >= 0 and text.rfind("（", start, at) > text.rfind("）", start, at)
    return text.find("、", closing, end) if inside else at


@cache
def _partners() -> re.Pattern[str]:
    """Match 集体、个人|荣获 behind a number that counts both."""
    partner = "|".join(row_forms("size_marks", "PARTNER"))
    return re.compile(
        rf"[\u4e00-\u9fff]{{1,6}}、(?:{partner})(?=$|[，。；]|{predicate_start().pattern})"
    )
