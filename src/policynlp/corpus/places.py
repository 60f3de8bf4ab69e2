"""Where the parts of a claim stand: a rule that finds each in its block, and signs that overrule it.

A claim line holds words, not offsets. Words that stand once in the block are found; of several
places, ``choose`` takes the one that fits best. ``@…`` behind the words says it otherwise:

* ``@2``: the second place of the words, counted from the start of the block on;
  ``@-1``: the last one before the block; ``@0``: they stand nowhere.
* ``@参保人数``: at these words instead, the main piece of words that are composed (``@参保人数@2``).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from policynlp.corpus.findings import Says
from policynlp.corpus.markup import squeeze
from policynlp.corpus.notation import FIELDS, Claim, escape, unescape
from policynlp.corpus.notation_reading import NotationError, split_sign
from policynlp.corpus.search import Finder, Near, Span

# what the claim hangs on goes first, the others are looked for near it
ORDER = ("quantity", "trigger", *(name for name in FIELDS if name not in ("quantity", "trigger")))
_INDEX = re.compile(r"-?\d+")


def anchor_of(claim: Claim) -> Span | None:
    """Give the place that a claim hangs on: its number's, else its verb's."""
    part = claim["quantity"] or claim["trigger"]
    return None if part is None or part["start"] is None else (part["start"], part["end"])


def near_to(claim: Claim, block: Span, cursor: int, field: str) -> Near:
    """Say where to look for a field of a claim whose earlier fields in ``ORDER`` are placed."""
    number = claim["quantity"] or {}
    anchored = field not in ("quantity",) and not (
        field == "trigger" and number.get("start") is None
    )
    indicator = claim["indicator"]
    anchor = anchor_of(claim) if anchored else None
    return Near(*block, cursor, anchor, squeeze(indicator["text"]), indicator["inherited"])


def set_places(
    finder: Finder, claim: Claim, places: Mapping[str, str], block: Span, cursor: int
) -> int:
    """Put offsets into the parts of a claim as its line was read; give the new cursor.

    Raises:
        NotationError: a part does not stand where the line says, or nowhere.
    """
    for field in ORDER:
        part = claim[field]
        if part is not None and part["text"] is not None:
            near = near_to(claim, block, cursor, field)
            span = _find(finder, field, part["text"], places.get(field, ""), near)
            part["start"], part["end"] = span or (None, None)
    return _moved(claim, block, cursor)


def _find(finder: Finder, field: str, words: str, sign: str, near: Near) -> Span | None:
    head, rest = split_sign(sign)
    if sign and not _INDEX.fullmatch(head):
        words, sign = squeeze(unescape(head)), rest
    elif not sign and field == "indicator":
        if span := finder.choose(field, words, near) or finder.piece(words, near):
            return span
        raise NotationError(Says.NOT_COMPOSED.format(text=words))
    if sign == "@0":
        return None
    if not sign:
        if span := finder.choose(field, words, near):
            return span
        raise NotationError(Says.NOT_FOUND.format(field=field, text=words))
    index = int(sign[1:]) if _INDEX.fullmatch(sign[1:]) else None
    if index and (span := finder.pick(words, index, near.start)):
        return span
    count = len(finder.all(words))
    raise NotationError(Says.NO_PLACE.format(field=field, text=words, place=sign, count=count))


def _moved(claim: Claim, block: Span, cursor: int) -> int:
    anchor = anchor_of(claim)
    return cursor if anchor is None or anchor[0] < block[0] else anchor[1]


def say_places(
    finder: Finder, claim: Claim, block: Span, cursor: int
) -> tuple[dict[str, str], int]:
    """Give the signs that ``set_places`` needs to put the parts where they are, and the new cursor."""
    signs = {}
    for field in ORDER:
        part = claim[field]
        if part is not None and part["text"] is not None:
            near = near_to(claim, block, cursor, field)
            if sign := _sign(finder, field, part, near):
                signs[field] = sign
    return signs, _moved(claim, block, cursor)


def _sign(finder: Finder, field: str, part: Mapping[str, Any], near: Near) -> str:
    words = squeeze(part["text"])
    if part["start"] is None:
        return "@0"
    span = part["start"], part["end"]
    if finder.choose(field, words, near) == span:
        return ""
    surface = squeeze(finder.text[slice(*span)])
    if surface == words:
        return finder.index(words, span, near.start)
    composed = field == "indicator" and not finder.choose(field, words, near)
    if composed and finder.piece(words, near) == span:
        return ""
    piece = f"@\\{surface}" if _INDEX.fullmatch(surface) else f"@{escape(surface)}"
    rest = (
        ""
        if finder.choose(field, surface, near) == span
        else finder.index(surface, span, near.start)
    )
    return piece + rest


def blocks_of(text: str, parts: Sequence[Span]) -> list[int]:
    """Give the ends of the lines that no part runs over: there a block may end."""
    cut = set()
    for start, end in parts:
        at = text.find("\n", start)
        while 0 <= at < end:
            cut.add(at)
            at = text.find("\n", at + 1)
    ends = [at for at, sign in enumerate(text) if sign == "\n" and at not in cut]
    return [*ends, len(text)]
