r"""Spans written into the text, ``[IND 粮食产量]达到[QTY 5{吨}]``, and read from it again."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from policynlp.corpus.findings import Says
from policynlp.errors import CorpusError, Errors

CODES = {
    "IND": "INDICATOR",
    "POL": "POLICY",
    "ORG": "ORG",
    "REG": "REGION",
    "DIR": "DIRECTION",
    "SEC": "SECTOR",
    "GRP": "GROUP",
    "EVT": "EVENT",
    "TIM": "TIME",
    "QTY": "QUANTITY",
}
LABELS = {label: code for code, label in CODES.items()}
UNIT = "UNIT"
_OPEN = re.compile(r"\[([A-Z]{3}) ")
_SIGNS = frozenset("[]{}\\>#")
_SPACE = re.compile(r"\s+")
_ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in "[]{}\\"} | {"\r": "\\r"})

Entity = dict[str, Any]
Span = tuple[int, int, str]


class Problem(NamedTuple):
    """What cannot be read, and where in the markup it stands."""

    at: int
    message: str


@dataclass(slots=True)
class Marked:
    """Text without its markup, the spans that stood in it, and what could not be read."""

    text: str = ""
    ents: list[Entity] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def squeeze(text: str) -> str:
    """Leave out all white space, as the texts of spans do."""
    return _SPACE.sub("", text)


def entity(text: str, start: int, end: int, label: str) -> Entity:
    """Give a span of the text as the gold files write it."""
    return {"start": start, "end": end, "label": label, "text": squeeze(text[start:end])}


def parse_markup(source: str) -> Marked:
    """Read text with spans in it; offsets of the result count its own text.

    >>> [e["text"] for e in parse_markup("[IND 产量][QTY 5{吨}]").ents]
    ['产量', '5吨', '吨']
    """
    return _Scanner(source).scan()


class _Scanner:
    """Walks the markup once, sign by sign."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.span: tuple[str, int, int] | None = (
            None  # code, start in the text, place in the markup
        )
        self.brace: tuple[int, int] | None = None
        self.spans: list[tuple[int, int, str, int]] = []
        self.problems: list[Problem] = []

    def scan(self) -> Marked:
        at, steps = (
            0,
            {
                "\\": self._escape,
                "[": self._open,
                "]": self._close,
                "{": self._unit,
                "}": self._unit_end,
            },
        )
        while at < len(self.source):
            step = steps.get(self.source[at])
            if step:
                at = step(at)
            else:
                self.out.append(self.source[at])
                at += 1
        if self.brace:
            self._fail(self.brace[1], Says.OPEN_UNIT.format())
        if self.span:
            self._fail(self.span[2], Says.OPEN_SPAN.format(code=self.span[0]))
        return self._finish()

    def _finish(self) -> Marked:
        text = "".join(self.out)
        marked = Marked(text, [], self.problems)
        for start, end, label, at in sorted(self.spans, key=lambda span: in_order(span[:3])):
            found = entity(text, start, end, label)
            marked.ents.append(found)
            if text[start:end] != text[start:end].strip():
                self._fail(at, Says.EDGE.format(text=text[start:end]))
        return marked

    def _fail(self, at: int, message: str) -> None:
        self.problems.append(Problem(at, message))

    def _escape(self, at: int) -> int:
        sign = self.source[at + 1 : at + 2]
        if sign == "r":
            self.out.append("\r")
        elif sign in _SIGNS:
            self.out.append(sign)
        elif not sign or sign.isspace():
            return at + 1  # what makes a line of white space a line of the text
        else:
            self._fail(at, Says.BAD_ESCAPE.format(sign=sign))
            return at + 1
        return at + 2

    def _open(self, at: int) -> int:
        match = _OPEN.match(self.source, at)
        if match is None or match[1] not in CODES:
            head = self.source[at + 1 : at + 5].split("\n")[0]
            self._fail(at, Says.NO_CODE.format(head=head, codes=" ".join(CODES)))
            return at + 1
        if self.span:
            self._fail(at, Says.NESTED.format(inner=match[1], outer=self.span[0]))
        self.span, self.brace = (match[1], len(self.out), at), None
        return match.end()

    def _close(self, at: int) -> int:
        if self.brace:
            self._fail(self.brace[1], Says.OPEN_UNIT.format())
            self.brace = None
        if self.span is None:
            self._fail(at, Says.STRAY_CLOSE)
        elif self.span[1] == len(self.out):
            self._fail(at, Says.EMPTY_SPAN.format(code=self.span[0]))
        else:
            code, start, place = self.span
            self.spans.append((start, len(self.out), CODES[code], place))
        self.span = None
        return at + 1

    def _unit(self, at: int) -> int:
        if self.span is None or self.span[0] != "QTY" or self.brace:
            self._fail(at, Says.STRAY_BRACE.format(sign="{"))
        else:
            self.brace = (len(self.out), at)
        return at + 1

    def _unit_end(self, at: int) -> int:
        if self.brace is None:
            self._fail(at, Says.STRAY_BRACE.format(sign="}"))
        elif self.brace[0] == len(self.out):
            self._fail(at, Says.EMPTY_SPAN.format(code="{"))
        else:
            self.spans.append((self.brace[0], len(self.out), UNIT, self.brace[1]))
        self.brace = None
        return at + 1


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


def in_order(span: tuple[int, int, str]) -> tuple[int, int, bool]:
    """Sort by place, a quantity before the unit in it."""
    return span[0], -span[1], span[2] == UNIT


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
