"""The lines of brat's ``.ann`` files: T a span, E an event, R a relation, A an attribute, # a note.

A span that runs over a line end is written as the pieces on either side (``T1 ORG 0 4;5 8``), as
brat does it; pieces with nothing but white space between them are read as one span.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import get_args

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.graph import KINDS, PART, TABLE, Edge, Graph, Node
from policynlp.interchange.lines import read_text
from policynlp.interchange.records import LABELS, ROLES, Record, surface
from policynlp.interchange.report import Report
from policynlp.schema import Direction, Modality

_VALUES = {"direction": get_args(Direction), "modality": get_args(Modality)}
_SPAN = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_RELATION = re.compile(r"(\S+) Arg1:(\S+) Arg2:(\S+)")
_LINE_END = re.compile(r"[\r\n]+")


@dataclass(slots=True)
class _Reading:
    """What was read of a file so far: its graph, and the number of the node that an id names."""

    text: str
    report: Report
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
        if what == "negated" or (what in _VALUES and value and value[0] in _VALUES[what]):
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
        try:
            read(reading, name, rest)
        except (IndexError, KeyError, ValueError) as error:
            told = f"nothing has the id {error}" if isinstance(error, KeyError) else error
            told = "its columns are not set off by TAB" if isinstance(error, IndexError) else told
            raise InterchangeError(
                Errors.BAD_LINE.format(path=path, line=number, error=told)
            ) from error
    return reading.graph


def write_lines(document: Record, graph: Graph) -> Iterator[str]:
    """Give the lines of a document's ``.ann`` file."""
    for number, node in enumerate(graph.nodes, start=1):
        yield f"T{number}\t{node.label} {_write_pieces(document['text'], node)}"
    claims = [number for number, node in enumerate(graph.nodes) if node.label in KINDS]
    attributes = 0
    for event, number in enumerate(claims, start=1):
        edges = [edge for edge in graph.edges if edge.source == number]
        roles = [f"{edge.role}:T{edge.target + 1}" for edge in edges]
        yield " ".join([f"E{event}\t{graph.nodes[number].label}:T{number + 1}", *roles])
        details = dict(graph.details.get(number, {}))
        for line in _write_attributes(f"E{event}", details):
            attributes += 1
            yield f"A{attributes}\t{line}"
        if details:
            yield f"#{event}\tAnnotatorNotes E{event}\t{json.dumps(details, ensure_ascii=False)}"


def _write_attributes(owner: str, details: Record) -> Iterator[str]:
    """Give the attributes of a claim, and take them from its details."""
    for name, values in _VALUES.items():
        if details.get(name) in values:
            yield f"{name} {owner} {details.pop(name)}"
    if details.pop("negated", False):
        yield f"negated {owner}"


def _write_pieces(text: str, node: Node) -> str:
    pieces, place = [], node.start
    for found in [*_LINE_END.finditer(text, node.start, node.end), None]:
        end = found.start() if found else node.end
        if place < end:
            pieces.append((place, end))
        place = found.end() if found else end
    offsets = ";".join(f"{start} {end}" for start, end in pieces)
    words = " ".join(re.sub(r"\s", " ", text[start:end]) for start, end in pieces)
    return f"{offsets}\t{words}"


def setup_lines() -> Iterator[str]:
    """Give brat's ``annotation.conf``: the labels, the kinds of claims with their parts."""
    roles = ", ".join(f"{role}?:<ENTITY>" for role in ROLES)
    yield from ("[entities]", *LABELS, PART, TABLE)
    yield from ("[relations]", "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>")
    yield from ("[events]", *(f"{kind}\t{roles}" for kind in KINDS))
    yield "[attributes]"
    yield from (f"{name}\tArg:<EVENT>, Value:{'|'.join(v)}" for name, v in _VALUES.items())
    yield "negated\tArg:<EVENT>"
