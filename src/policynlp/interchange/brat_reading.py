"""What brat's ``.ann`` lines say: T a span, E an event, R a relation, A an attribute, # a note.

A span that runs over a line end is written as the pieces on either side (``T1 ORG 0 4;5 8``), as
brat does it; pieces with nothing but white space between them are read as one span.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.brat_writing import VALUES
from policynlp.interchange.graph import Edge, Graph, Node
from policynlp.interchange.lines import read_text
from policynlp.interchange.records import Record, surface
from policynlp.interchange.report import Report

_SPAN = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_RELATION = re.compile(r"(\S+) Arg1:(\S+) Arg2:(\S+)")


@dataclass(slots=True)
class _Reading:
    """What was read of a file so far: its graph, and the number of the node that an id names."""

    text: str
    report: Report
    where: str = ""  # the line that is being read
    graph: Graph = field(default_factory=Graph)
    numbers: dict[str, int] = field(default_factory=dict)
    claimed: set[str] = field(default_factory=set)  # spans that are an event's trigger

    def span(self, name: str, rest: list[str]) -> None:
        """T1, INDICATOR 0 4, 公路里程."""
        if not (found := _SPAN.fullmatch(rest[0])):
            raise ValueError("expected T1, TAB, LABEL start end")
        pieces = [[int(n) for n in piece.split()] for piece in found[2].split(";")]
        for (_, end), (start, _) in pairwise(pieces):
            if start < end or self.text[end:start].strip():
                raise ValueError(f"{name} is in pieces with text between them: {found[2]}")
        start, end = pieces[0][0], pieces[-1][1]
        words = surface(self.text, start, end)
        if len(rest) > 1 and surface(rest[1], 0, len(rest[1])) != words:
            raise ValueError(f"{name} {start}-{end} is {words!r} in the text, not {rest[1]!r}")
        self.numbers[name] = self.graph.add(Node(start, end, found[1]))
        self.graph.wheres[self.numbers[name]] = self.where

    def event(self, name: str, rest: list[str]) -> None:
        """E1, LEVEL:T9 indicator:T1 quantity:T2."""
        (_, trigger), *roles = [piece.split(":", 1) for piece in rest[0].split()]
        number = self.numbers[trigger]
        if trigger in self.claimed:  # two events of one span are two claims
            number = self.graph.add(self.graph.nodes[number])
        self.claimed.add(trigger)
        self.numbers[name] = number
        self.graph.edges += [Edge(number, role, self.numbers[to]) for role, to in roles]

    def relation(self, name: str, rest: list[str]) -> None:
        """R1, indicator Arg1:T9 Arg2:T1."""
        if not (found := _RELATION.fullmatch(rest[0].strip())):
            raise ValueError("expected R1, TAB, type Arg1:T1 Arg2:T2")
        self.graph.edges.append(Edge(self.numbers[found[2]], found[1], self.numbers[found[3]]))

    def attribute(self, name: str, rest: list[str]) -> None:
        """A1, modality E1 target; without a value it is a flag."""
        what, owner, *value = rest[0].split()
        if what == "negated" or (what in VALUES and value and value[0] in VALUES[what]):
            self._details(owner)[what] = value[0] if value else True
        else:
            self.report.add("attributes", 1, f"not read: {what} is none of a claim's")

    def note(self, name: str, rest: list[str]) -> None:
        """#1, AnnotatorNotes E1, the details of the claim as JSON."""
        owner = rest[0].split()[1]
        try:
            details = json.loads(rest[1])
        except (ValueError, IndexError):
            details = None
        if isinstance(details, dict):
            self._details(owner).update(details)
        else:
            self.report.add("notes", 1, "not read: they are no claim's details")

    def _details(self, owner: str) -> Record:
        return self.graph.details.setdefault(self.numbers[owner], {})


_KINDS_OF_LINE: dict[str, Callable[[_Reading, str, list[str]], None]] = {
    "T": _Reading.span,
    "E": _Reading.event,
    "R": _Reading.relation,
    "A": _Reading.attribute,
    "M": _Reading.attribute,  # as of brat before 1.3
    "#": _Reading.note,
}


def read_lines(path: Path, text: str, report: Report) -> Graph:
    """Read an ``.ann`` file over its text; spans first, whatever the order of the lines.

    Raises:
        InterchangeError: a line is not as brat writes it, or names what is not there.
    """
    reading = _Reading(text, report)
    rows = [
        (number, line.rstrip("\r"))
        for number, line in enumerate(read_text(path).split("\n"), start=1)
        if line.strip()
    ]
    rows.sort(key=lambda row: "TERAM#".find(row[1][0]))
    for number, line in rows:
        name, *rest = line.split("\t", 2)
        read = _KINDS_OF_LINE.get(line[0])
        if read is None:
            report.add("lines", 1, f"not read: {line[0]} lines tell of no span or claim")
            continue
        reading.where = f"{path}:{number}"
        try:
            read(reading, name, rest)
        except (IndexError, KeyError, ValueError) as error:
            told = f"nothing has the id {error}" if isinstance(error, KeyError) else error
            told = "its columns are not set off by TAB" if isinstance(error, IndexError) else told
            raise InterchangeError(
                Errors.BAD_LINE.format(path=path, line=number, error=told)
            ) from error
    return reading.graph
