"""Who does something, or by what means, before the verb: 先导区|承接|项目9个, 利用空地|建设|公园."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.parses import Parse
from policynlp.linking.predicates import before_adverbs
from policynlp.linking.words import alternation, guards, scale_heads, triggers

LEAST = 2  # letters of what the verb governs
BOUND = "的率量额数者和与及、"


@cache
def _deeds() -> re.Pattern[str]:
    deeds = (form for form, verb in triggers().items() if verb.kind == "do" and len(form) > 1)
    return alternation(deeds)


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
    starts = [m.start() for m in _deeds().finditer(text, found.start + LEAST, found.end)]
    return max((at for at in starts if _governs(text, at, found.end)), default=-1)


def _behind_agent(text: str, found: Parse) -> int:
    """Give where the verb of 辽西先导区|承接|项目 begins, -1 if there is none."""
    if found.trigger is not None:
        return -1
    agents = row_forms("agents", "AGENT")
    for match in _deeds().finditer(text, found.start + LEAST, found.end):
        at = match.start()
        strong = triggers()[match[0]].strong and "的" not in text[found.start : at]
        who = before_adverbs(text, found.start, at)  # 气象台|共|发布
        if strong and text.endswith(agents, found.start, who) and _governs(text, at, found.end):
            return at
    return -1


def _governs(text: str, at: int, end: int) -> bool:
    """Whether the verb at ``at`` has an object, and is no part of a noun."""
    match = _deeds().match(text, at, end)
    if match and text.startswith("、", match.end()) and _deeds().match(text, match.end() + 1):
        return _governs(text, match.end() + 1, end)  # 取消、下放|事项
    rest = text[match.end() : end] if match else ""
    if len(rest) < LEAST or rest[0] in BOUND or guards("HEAD").prefix(text, at, end):
        return False
    return rest not in scale_heads() and rest not in row_forms("deed_nouns", "NAMED")
