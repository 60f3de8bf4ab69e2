"""Stretches of text that can hold one name: what stands between verbs, function words and marks."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from heapq import merge

import numpy as np
from numpy.typing import NDArray

from policynlp.lexicons import iter_forms
from policynlp.lexicons.scanner import Places, Scanner

Span = tuple[int, int]
Chunks = tuple[Places, Places]
_PROTECT = "protect"
_NO_VERB = frozenset("区园商者性型类业")  # 开发 in 开发区 is no verb
_BEYOND = np.iinfo(np.int64).max
# “百千万”清河行动, 中国（河南）自由贸易试验区: what is quoted is one character to its name
_ATOM = re.compile(
    r"“[^“”\n。；]{1,30}”|（(?![一二三四五六七八九十\d]+）)[^（）\n。；，、]{1,8}）(?=[^\W\d_])"
)


def find_chunks(text: str, whole: Iterable[Span] = ()) -> Chunks:
    """Split at border words, but inside no quotation and none of ``whole``; soft verbs split not.

    Gives where the chunks start and where they end.

    >>> starts, ends = find_chunks("大力实施国家节水行动")
    >>> starts.tolist(), ends.tolist()
    ([4], [10])
    """
    found = _scanner().find(text)
    atoms = list(merge((match.span() for match in _ATOM.finditer(text)), whole))
    free = ~(_protects().take(found.forms) | _inside(found.ends, atoms))
    starts = np.concatenate(([0], found.ends[free]))
    ends = np.concatenate((found.starts[free], [len(text)]))
    filled = starts < ends
    return starts[filled], ends[filled]


def _inside(ends: Places, atoms: list[Span]) -> NDArray[np.bool_]:
    """Tell which borders, by where they end, lie in an atom or cut it."""
    if not atoms:
        return np.zeros(len(ends), bool)
    edges = np.array([*atoms, (_BEYOND, _BEYOND)])
    atom = np.maximum.accumulate(edges[:, 1]).searchsorted(ends)
    return edges[:, 0].take(atom) < ends


@cache
def _scanner() -> Scanner[bool]:
    """The words of the borders, and whether each is none: 会 is no border in 大运会."""
    forms = {"\n": False}
    for form, row in iter_forms("name_borders"):
        if row["id"] != "soft":
            forms[form] = row["id"] == _PROTECT
    for form, row in iter_forms("name_heads"):
        if row["label"] == "EVENT":
            forms[form] = True
    return Scanner(forms)


@cache
def _protects() -> NDArray[np.bool_]:
    return np.array(_scanner().values, bool)


@cache
def soft_verbs() -> Mapping[str, tuple[str, ...]]:
    """Map a letter to the verbs with it that begin a clause or stand inside a name: 优化, 促进."""
    verbs: dict[str, tuple[str, ...]] = {}
    for form, row in iter_forms("name_borders"):
        if row["id"] == "soft":
            verbs[form[0]] = (*verbs.get(form[0], ()), form)
    return verbs


def strip_soft(text: str, start: int, end: int) -> int:
    """Drop the verbs that may also stand inside a name where they begin the chunk."""
    while True:
        verbs = soft_verbs().get(text[start : start + 1], ())
        verb = next((word for word in verbs if text.startswith(word, start)), None)
        if verb is None or start + len(verb) >= end or text[start + len(verb)] in _NO_VERB:
            return start
        start += len(verb)
