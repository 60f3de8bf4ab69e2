"""Who does something, or by what means, before the verb: 先导区|承接|项目9个, 利用空地|建设|公园."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.lookup import Word
from policynlp.linking.parses import Parse
from policynlp.linking.words import (
    alternation,
    guards,
    left_words,
    scale_heads,
    trigger_table,
    triggers,
)

LEAST = 2  # letters of what the verb governs
BOUND = "的率量额数者和与及、"


@cache
def _agent() -> re.Pattern[str]:
    return alternation(row_forms("agents", "AGENT"))


def pass_agent(text: str, found: Parse) -> bool:
    """Pass by who does something and by what means, in place; give whether there was one."""
    if found.direction is not None or found.kind not in ("", "do"):
        return False
    at = _behind_means(text, found) if _begins_means(text, found) else _behind_agent(text, found)
    if at < 0:
        return False
    found.trigger, found.kind, found.start = None, "", at
    return True


def _begins_means(text: str, found: Parse) -> bool:
    means = row_forms("agents", "MEANS")
    if found.trigger is not None:
        return text[slice(*found.trigger)] in means and found.trigger[1] <= found.start
    return text.startswith(means, found.start, found.end) or text.endswith(means, 0, found.start)


def _behind_means(text: str, found: Parse) -> int:
    """Give where the last verb of 通过赛会|引进|人才 begins, -1 if there is none."""
    places = range(found.end - LEAST, found.start + LEAST - 1, -1)
    return next((at for at in places if _governs(text, at, found.end)), -1)


def _behind_agent(text: str, found: Parse) -> int:
    """Give where the verb of 辽西先导区|承接|项目 begins, -1 if there is none."""
    if found.trigger is not None:
        return -1
    for match in _agent().finditer(text, found.start, found.end):
        at = _past_adverbs(text, match.end(), found.end)
        verb = _deed(text, at, found.end)
        strong = verb is not None and triggers()[verb.form].strong
        if strong and "的" not in text[found.start : at] and _governs(text, at, found.end):
            return at
    return -1


def _past_adverbs(text: str, start: int, end: int) -> int:
    while (word := left_words().prefix(text, start, end)) and word.role in ("push", "adverb"):
        start += len(word.form)  # 气象台|共|发布
    return start


def _deed(text: str, at: int, end: int) -> Word | None:
    verb = trigger_table().prefix(text, at, end)
    return verb if verb and verb.role == "do" and len(verb.form) > 1 else None


def _governs(text: str, at: int, end: int) -> bool:
    """Whether a verb at ``at`` has an object, and is no part of a noun."""
    verb = _deed(text, at, end)
    if verb is None:
        return False
    stop = at + len(verb.form)
    if text.startswith("、", stop) and _deed(text, stop + 1, end):
        return _governs(text, stop + 1, end)  # 取消、下放|事项
    rest = text[stop:end]
    if len(rest) < LEAST or rest[0] in BOUND or guards("HEAD").prefix(text, at, end):
        return False
    return rest not in scale_heads() and rest not in row_forms("deed_nouns", "NAMED")
