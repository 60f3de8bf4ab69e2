"""Spans written into the text."""

from collections.abc import Iterable, Mapping
from typing import Any

from policynlp.corpus.markup import LABELS, UNIT, Span, in_order
from policynlp.errors import CorpusError, Errors

_ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in "[]{}\\"} | {"\r": "\\r"})


def write_markup(text: str, ents: Iterable[Mapping[str, Any]]) -> str:
    """Write the spans into the text; ``parse_markup`` gives both back.

    Raises:
        CorpusError: spans overlap, a label is unknown, or a UNIT stands in no QUANTITY.
    """
    before: dict[int, str] = {}  # the signs that go in front of the character at a place
    for start, end, code in _flat(ents, len(text)):
        before[start] = before.get(start, "") + ("{" if code == UNIT else f"[{code} ")
        before[end] = ("}" if code == UNIT else "]") + before.get(end, "")
    pieces, last = [], 0
    for at in sorted(before):
        pieces += [text[last:at].translate(_ESCAPES), before[at]]
        last = at
    lines = "".join([*pieces, text[last:].translate(_ESCAPES)]).split("\n")
    return "\n".join(_guard(line) for line in lines)


def _guard(line: str) -> str:
    """Keep a line of text from being read as a claim, a header or a blank line."""
    return f"\\{line}" if not line.strip() or line[0] in ">#" else line


def _flat(ents: Iterable[Mapping[str, Any]], size: int) -> list[tuple[int, int, str]]:
    """Sort the spans, outer before inner, and refuse what the markup cannot hold."""
    spans = sorted(((ent["start"], ent["end"], ent["label"]) for ent in ents), key=in_order)
    outer, unit_end = (0, 0, ""), 0
    for span in spans:
        if reason := _refusal(span, outer, unit_end, size):
            start, end, label = span
            raise CorpusError(
                Errors.UNWRITABLE_SPAN.format(start=start, end=end, label=label, reason=reason)
            )
        if span[2] == UNIT:
            unit_end = span[1]
        else:
            outer = span
    return [(start, end, LABELS.get(label, label)) for start, end, label in spans]


def _refusal(span: Span, outer: Span, unit_end: int, size: int) -> str:
    start, end, label = span
    if not 0 <= start < end <= size:
        return "it lies outside the text"
    if label == UNIT:
        inside = outer[2] == "QUANTITY" and end <= outer[1]
        return "" if inside and start >= unit_end else "it stands in no QUANTITY of its own"
    if label not in LABELS:
        return "nobody knows this label"
    return "" if start >= outer[1] else "it overlaps the one before it"
