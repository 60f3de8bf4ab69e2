"""Every quantity of a document read again, to compare with what the annotator wrote."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from policynlp.components.quantities import QuantityFinder
from policynlp.components.table_claims import table_claims
from policynlp.components.tables import find_tables
from policynlp.corpus.findings import Finding, Says
from policynlp.corpus.layers import read_alone
from policynlp.corpus.markup import UNIT, squeeze
from policynlp.corpus.notation import QUANTITIES, quantity_words
from policynlp.corpus.source import CorpusFile
from policynlp.layout import Layout, repair

Span = tuple[int, int]

_FULL_WIDTH = str.maketrans("％㎡", "%㎡")


class Readings:
    """What the project's own finder reads in the quantities of a document."""

    def __init__(self, text: str) -> None:
        """Read all numbers of the text, and of its tables."""
        self.layout = repair(text)
        self.finder = QuantityFinder()
        self.found = {self._raw(m.start, m.end): m for m in self.finder.find(self.layout.text)}
        self.tables: list[Span] = []
        self.cells: dict[Span, Mapping[str, Any]] = {}
        for table in find_tables(self.layout.text):
            self.tables.append(self._raw(table.start, table.end))
            for claim in table_claims(table):
                value = claim["quantity"]
                self.cells[self._raw(value["start"], value["end"])] = value

    def _raw(self, start: int, end: int) -> Span:
        return self.layout.raw_start(start), self.layout.raw_end(end)

    def in_table(self, span: Span) -> bool:
        """Whether the place lies in a table."""
        return any(start <= span[0] and span[1] <= end for start, end in self.tables)

    def value_of(self, span: Span) -> Mapping[str, Any] | None:
        """Give what the quantity says, None where the finder reads something else there."""
        if span in self.cells:
            return self.cells[span]
        if self.in_table(span):
            return None
        if found := self.found.get(span):
            return dict(found.value)
        alone = self._alone(span)
        return alone and alone[1]

    def units_of(self, span: Span) -> list[Span] | None:
        """Give where the units of the quantity stand, None where the finder does not know."""
        if found := self.found.get(span):
            return [self._raw(*unit) for unit in found.value["units"]]
        alone = self._alone(span)
        return alone and [self._raw(*unit) for unit in alone[1]["units"]]

    def _alone(self, span: Span) -> tuple[Layout, dict[str, Any]] | None:
        start, end = self.layout.clean_start(span[0]), self.layout.clean_end(span[1])
        found = read_alone(self.finder, self.layout.text[start:end], start)
        return (self.layout, dict(found.value)) if found else None


def check_values(file: CorpusFile) -> Iterator[Finding]:
    """Find claims whose numbers differ from what their spans say, and units marked wrong."""
    readings = Readings(file.text)
    yield from _check_units(file, readings)
    units = _unit_words(file)
    for claim, line in zip(file.claims, file.claim_lines, strict=True):
        for name in QUANTITIES:
            part = claim[name]
            if part is None or part["start"] is None:
                continue
            value = readings.value_of((part["start"], part["end"]))
            if value is None:
                continue
            marked = units.get((part["start"], part["end"]))
            if differs(part, value, marked):
                said, read = quantity_words(part), quantity_words(value)
                message = Says.VALUE.format(text=part["text"], read=read, said=said)
                yield Finding(file.path, line, message, error=_is_sure(part, value))


def _is_sure(part: Mapping[str, Any], value: Mapping[str, Any]) -> bool:
    """A number that differs is wrong; a relation may come from words beside the number."""
    return not _close(part["value"], value["value"]) or value["relation"] != "eq"


def differs(part: Mapping[str, Any], value: Mapping[str, Any], marked: str | None) -> bool:
    """Whether a claim's number is not the one that its words say.

    A number without a unit of its own takes the one that the sense gives.
    """
    unit = part["unit"] in (value["unit"], marked) or not value["unit"]
    numbers = all(_close(part[name], value[name]) for name in ("value", "high"))
    return not (numbers and unit and part["relation"] == value["relation"])


def _close(some: float | None, other: float | None) -> bool:
    if some is None or other is None:
        return some is other
    return math.isclose(some, other, rel_tol=1e-3, abs_tol=1e-9)


def _unit_words(file: CorpusFile) -> dict[Span, str]:
    """Give the unit marked in each quantity, in its plain form."""
    words: dict[Span, str] = {}
    outer: Span = (0, 0)
    for ent in file.ents:
        if ent["label"] == "QUANTITY":
            outer = ent["start"], ent["end"]
        elif ent["label"] == UNIT and ent["end"] <= outer[1]:
            words[outer] = squeeze(ent["text"]).translate(_FULL_WIDTH)
    return words


def _check_units(file: CorpusFile, readings: Readings) -> Iterator[Finding]:
    marked: dict[Span, list[Span]] = {}
    for ent in file.ents:
        span = ent["start"], ent["end"]
        if ent["label"] == "QUANTITY":
            marked[span] = []
        elif ent["label"] == UNIT and marked:
            marked[next(reversed(marked))].append(span)
    for span, units in marked.items():
        known = None if readings.in_table(span) else readings.units_of(span)
        if known is None or known == units:
            continue
        text = squeeze(file.text[slice(*span)])
        words = "、".join(file.text[slice(*unit)] for unit in known) or "-"
        message = Says.UNITS.format(text=text, units=words)
        yield Finding(file.path, file.line_of(span[0]), message, error=not units)
