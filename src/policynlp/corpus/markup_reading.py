"""Text and spans read from the markup."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from policynlp.corpus.findings import Says
from policynlp.corpus.markup import CODES, UNIT, Entity, entity, in_order

_OPEN = re.compile(r"\[([A-Z]{3}) ")
_SIGNS = frozenset("[]{}\\>#")


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
        steps = dict(
            zip(
                "\\[]{}",
                (self._escape, self._open, self._close, self._unit, self._unit_end),
                strict=True,
            )
        )
        at = 0
        while at < len(self.source):
            step = steps.get(self.source[at])
            if step is None:
                self.out.append(self.source[at])
            at = step(at) if step else at + 1
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
