"""Verbs and nominal heads that say how an indicator moves: 增长, 提升至, 涨幅."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from policynlp.components.direction_numbers import (
    amount,
    comparison,
    counted,
    counts,
    kept,
    level,
    rate,
)
from policynlp.components.direction_scales import paced, reached, scale
from policynlp.components.direction_words import Evidence
from policynlp.lexicons import Row, iter_forms
from policynlp.schema import Mention

LABEL = "DIRECTION"
TO = "(?:到了|到(?![位期账港岸户])|至|为)?"  # 新增|到位资金
TO_ENDS = "到至为在"
HELD = frozenset(("保持", "维持"))
UNSURE = frozenset(("新增", "稳定", "保持稳定", "同步", "持平", *HELD))


class Verb(NamedTuple):
    """A row of ``directions.tsv``: what a form says, and which scales it moves on which side."""

    lemma: str
    direction: str | None
    kind: str
    trend: bool
    moves: frozenset[str]
    sides: frozenset[str]


@cache
def load_verbs() -> dict[str, Verb]:
    """Map each form of ``directions.tsv`` to what it says."""
    return {form: _read_verb(form, row) for form, row in iter_forms("directions")}


def _read_verb(form: str, row: Row) -> Verb:
    moves, sides = (frozenset(filter(None, row[key].split(","))) for key in ("moves", "sides"))
    return Verb(form, row["direction"] or None, row["kind"], row["trend"] == "1", moves, sides)


@cache
def _pattern() -> re.Pattern[str]:
    """One branch a first character, so that ``re`` skips the other characters fast."""
    tails: dict[str, list[str]] = {}
    for form in sorted(load_verbs(), key=len, reverse=True):
        tails.setdefault(form[0], []).append(re.escape(form[1:]))
    branches = (f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items())
    return re.compile(f"({'|'.join(branches)})({TO})")


def find_directions(text: str) -> list[Mention]:
    """Find what moves an indicator: by a number beside it, or by the scale that it governs.

    >>> [text[m.start:m.end] for m in find_directions("用水量降至5亿吨，效率明显提高。")]
    ['降至', '提高']
    """
    return list(_iter_directions(text))


def _iter_directions(text: str) -> Iterator[Mention]:
    verbs = load_verbs()
    done = 0
    for match in _pattern().finditer(text):
        start, bare = match.span(1)
        if start < done:
            continue
        verb = verbs[match[1]]
        for end in dict.fromkeys((match.end(), bare)):
            if evidence := _judge(text, start, end, verb, to=end > bare):
                done = evidence.end
                yield _mention(start, evidence, verb, to=end > bare)
                break


def _judge(text: str, start: int, end: int, verb: Verb, *, to: bool) -> Evidence | None:
    """Say why the verb is a direction here, or None: 提升行动, 加快建设."""
    if verb.kind == "noun":
        return None if to else rate(text, start, end)
    if verb.lemma in "高低多少":
        return comparison(text, start, end)
    if verb.lemma == "同步":
        return None if to else paced(text, start, end, verb.moves)
    if verb.lemma in HELD:
        return None if to else kept(text, end)
    if verb.lemma == "新增" and not to:
        return counted(text, start, end)
    if to or verb.lemma[-1] in TO_ENDS:
        return level(text, end) or reached(text, start, end, verb.moves)
    bears = "unmeasured" not in verb.sides and not ("quality" in verb.moves and counts(text, end))
    found = amount(text, start, end) if bears else None
    return found or scale(text, start, end, verb.moves, verb.sides)


def _mention(start: int, evidence: Evidence, verb: Verb, *, to: bool) -> Mention:
    value = {
        "direction": verb.direction,
        "kind": verb.kind,
        "to": to or verb.lemma[-1] in TO_ENDS or verb.lemma in HELD,
        "trend": verb.trend and not evidence.number,
        "lemma": verb.lemma,
        "theme": evidence.theme,
    }
    return Mention(start, evidence.end, LABEL, value)


def direction_of(form: str, *, theme: str) -> dict[str, object] | None:
    """Give what a verb that no number and no scale proves says: ``theme`` tells where it governs.

    None if the form is no directional verb of the lexicon.

    >>> (direction_of("提升至", theme="before") or {})["to"]
    True
    """
    match = _pattern().fullmatch(form)
    if match is None:
        return None
    verb, to = load_verbs()[match[1]], bool(match[2])
    value: dict[str, object] = _mention(
        0, Evidence(len(form), number=False, theme=theme), verb, to=to
    ).value
    return value


def before_quantities(text: str, quantities: list[Mention], known: list[Mention]) -> list[Mention]:
    """Find the verbs right before a quantity that ``find_directions`` could not see as a number.

    减少|一半, 增加到|1亿3千多万: the quantities say where the numbers are. All directions are given.
    """
    verbs = (_verb_before(text, quantity.start) for quantity in quantities)
    found = [verb for verb in verbs if verb and _is_apart(verb, known)]
    return sorted([*known, *found], key=lambda mention: mention.start)


def _is_apart(verb: Mention, known: Sequence[Mention]) -> bool:
    here = bisect_left(known, verb.end, key=itemgetter(0)) - 1
    return here < 0 or known[here].end <= verb.start


@cache
def _verb_ends() -> frozenset[str]:
    return frozenset(("了", "到", "至", *(form[-1] for form in load_verbs())))


def _verb_before(text: str, end: int) -> Mention | None:
    if text[max(end - 1, 0) : end] not in _verb_ends():
        return None
    verbs = load_verbs()
    end -= text.endswith("了", 0, end)
    for to in ("到了", "至", "到", "为", ""):
        bare = end - len(to)
        if not text.endswith(to, 0, end):
            continue
        for length in (4, 3, 2):
            verb = verbs.get(text[max(bare - length, 0) : bare])
            if verb and verb.kind != "noun" and verb.lemma not in UNSURE:
                return _mention(bare - length, Evidence(end, number=True), verb, to=bool(to))
    return None
