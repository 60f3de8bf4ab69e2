"""Names that begin behind a deed: 印发|支持民营企业发展若干措施, 健全|维护渔民权益机制."""

import re
from functools import cache

from policynlp.lexicons import iter_forms, row_forms

# how long the words between deed and head may be, and which deeds make it a name
_DEEDS = {
    "paper": (range(2, 25), "issue"),
    "law": (range(2, 25), "issue"),
    "mechanism": (range(4, 22), "build"),
    "scheme": (range(3, 20), "build"),
}

_PLAIN = "plain"


def deed_edge(text: str, kind: str, head: int, end: int) -> int | None:
    """Begin behind the deed: 印发|支持民营企业发展若干措施, 健全|维护渔民权益机制."""
    if kind not in _DEEDS or not _closes().match(text, end):
        return None
    length, verbs = _DEEDS[kind]
    floor = -1
    for mark in "，。；：\n":
        floor = max(floor, text.rfind(mark, floor + 1, head))
    deeds = [match.end() for match in _deed(verbs).finditer(text, floor + 1, head)]
    span = head - deeds[-1] if deeds else 0
    if not deeds or text[deeds[-1] : head] in generic_words("POLICY"):
        return None
    return deeds[-1] if span in length and not _loose().search(text, deeds[-1], end) else None


@cache
def generic_words(label: str) -> frozenset[str]:
    """Return modifiers that name nothing: 重大工程, 公立医院; more where they name no POLICY."""
    rows = iter_forms("name_generic")
    return frozenset(form for form, row in rows if label == "POLICY" or row["id"] != _PLAIN)


@cache
def _deed(verbs: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(row_forms('name_deeds', verbs))})(?![的并同对])了?")


@cache
def _closes() -> re.Pattern[str]:
    return re.compile(f"[、，。；和与及\\n”（]|{'|'.join(row_forms('name_deeds', 'follows'))}|$")


@cache
def _loose() -> re.Pattern[str]:
    """What shows that the words are a clause or a class and no name: 的, 体制机制, 有关制度."""
    return re.compile("|".join(row_forms("name_deeds", "loose")))
