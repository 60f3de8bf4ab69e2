"""Stretches of text that can hold one name: what stands between verbs, function words and marks."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import merge

import ahocorasick

from policynlp.lexicons import iter_forms

Span = tuple[int, int]
_PROTECT = "protect"
# “百千万”清河行动, 中国（河南）自由贸易试验区: what is quoted is one character to its name
_ATOM = re.compile(r"“[^“”\n。；]{1,30}”|（[^（）\n。；，、]{1,8}）(?=[^\W\d_])")


def find_chunks(text: str, whole: Iterable[Span] = ()) -> list[Span]:
    """Split at border words, but inside no quotation and none of ``whole``; soft verbs split not.

    >>> [text[a:b] for text in ["大力实施国家节水行动"] for a, b in find_chunks(text)]
    ['国家节水行动']
    """
    chunks: list[Span] = []
    at = 0
    for start, end in _borders(text, whole):
        if start > at:
            chunks.append((at, start))
        at = end
    if len(text) > at:
        chunks.append((at, len(text)))
    return chunks


def _borders(text: str, whole: Iterable[Span]) -> Iterator[Span]:
    atoms = merge((match.span() for match in _ATOM.finditer(text)), whole)
    atom = next(atoms, None)
    for last, (size, protected) in _automaton().iter_long(text):
        end = last + 1
        while atom is not None and atom[1] < end:
            atom = next(atoms, None)
        inside = atom is not None and atom[0] < end
        if not protected and not inside:
            yield end - size, end


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    automaton.add_word("\n", (1, False))
    for form, row in iter_forms("name_borders"):
        if row["id"] != "soft":
            automaton.add_word(form, (len(form), row["id"] == _PROTECT))
    for form, row in iter_forms("name_heads"):  # 会 is no border in 大运会
        if row["label"] == "EVENT":
            automaton.add_word(form, (len(form), True))
    automaton.make_automaton()
    return automaton


@cache
def soft_verbs() -> tuple[str, ...]:
    """Return the verbs that begin a clause or stand inside a name: 优化, 促进."""
    return tuple(form for form, row in iter_forms("name_borders") if row["id"] == "soft")
