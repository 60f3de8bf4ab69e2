"""Documents as spans and relations between two of them: what annotation tools can show.

A claim becomes a span of its own over its quantity (or trigger, or indicator), labelled with its
kind, and a relation from there to each part that stands in the text, named by the part's role:
``LEVEL --indicator--> INDICATOR``. What no span tells (the value, the modality, an inherited
indicator's words) are the claim's details, kept as JSON where the format has room for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.records import ROLES, UNIT, WHERE, Record, entity, surface
from policynlp.interchange.report import Report

KINDS = {"LEVEL": "level", "CHANGE": "change", "TREND": "trend"}
PART = "PART"  # a part of a claim where no entity stands: 达到, 比上年
TABLE = "TABLE"
_HEADS = ("quantity", "trigger", "indicator", *ROLES)


class Node(NamedTuple):
    """A labelled span."""

    start: int
    end: int
    label: str


class Edge(NamedTuple):
    """A relation from one node to another, by their numbers."""

    source: int
    role: str
    target: int


@dataclass(slots=True)
class Graph:
    """The nodes and relations of a document, and the details of the nodes that are claims."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    details: dict[int, Record] = field(default_factory=dict)
    wheres: dict[int, str] = field(default_factory=dict)  # the line that a node stands in

    def add(self, node: Node) -> int:
        """Add a node; return its number."""
        self.nodes.append(node)
        return len(self.nodes) - 1


def to_graph(document: Record, report: Report) -> Graph:
    """Give a document as spans and relations; a claim that stands nowhere is left out, and told."""
    graph = Graph()
    numbers: dict[tuple[int, int], int] = {}
    for span in document["ents"]:
        number = graph.add(Node(span["start"], span["end"], span["label"]))
        if span["label"] != UNIT:
            numbers[span["start"], span["end"]] = number
    for start, end in document["tables"]:
        graph.add(Node(start, end, TABLE))
    for claim in document["claims"]:
        places, details = split_claim(document["text"], claim)
        head = next((places[role] for role in _HEADS if role in places), None)
        if head is None:
            report.add("claims", 1, "not written: they have no place in the text")
            continue
        number = graph.add(Node(*head, claim["kind"].upper()))
        graph.details[number] = details
        for role, place in places.items():
            if place not in numbers:
                numbers[place] = graph.add(Node(*place, PART))
            graph.edges.append(Edge(number, role, numbers[place]))
    return graph


def split_claim(text: str, claim: Record) -> tuple[dict[str, tuple[int, int]], Record]:
    """Part what spans and relations say of a claim from the details that they do not."""
    places: dict[str, tuple[int, int]] = {}
    details = {name: value for name, value in claim.items() if name != "kind" and value is not None}
    for role in ROLES:
        part = claim[role]
        if part and part["start"] is not None:
            places[role] = (part["start"], part["end"])
            rest = {name: part[name] for name in part if name not in ("start", "end")}
            if rest["text"] == surface(text, *places[role]):
                del rest["text"]
            details[role] = rest
    return places, {name: value for name, value in details.items() if value != {}}


def from_graph(where: str, text: str, graph: Graph, report: Report) -> Record:
    """Give the fields of a document that the spans and relations tell: ents, claims, tables.

    Raises:
        InterchangeError: a claim has two parts of one role.
    """
    parts: dict[int, dict[str, Node]] = {}
    for source, role, target in graph.edges:
        if graph.nodes[source].label not in KINDS or role not in ROLES:
            report.add("relations", 1, "not read: they do not lead from a claim to a part of it")
        elif role in parts.setdefault(source, {}):
            error = f"a {graph.nodes[source].label} claim has two parts {role!r}"
            raise InterchangeError(Errors.BAD_RECORD.format(where=where, error=error))
        else:
            parts[source][role] = graph.nodes[target]
    return {
        "ents": [
            {**entity(text, *node), WHERE: graph.wheres.get(number, where)}
            for number, node in enumerate(graph.nodes)
            if _is_entity(node)
        ],
        "claims": list(_join_claims(text, graph, parts)),
        "tables": [[node.start, node.end] for node in graph.nodes if node.label == TABLE],
    }


def _is_entity(node: Node) -> bool:
    return node.label not in {*KINDS, PART, TABLE}


def _join_claims(text: str, graph: Graph, parts: dict[int, dict[str, Node]]) -> Iterator[Record]:
    for number, node in enumerate(graph.nodes):
        if node.label in KINDS:
            claim = {"kind": KINDS[node.label], **graph.details.get(number, {})}
            for role in ROLES:
                claim[role] = _join_part(text, parts.get(number, {}).get(role), claim.get(role))
            yield claim


def _join_part(text: str, node: Node | None, rest: Record | None) -> Record | None:
    """Put a part together; without its relation only a part that stands nowhere is left."""
    if node is None:
        return rest if rest and "start" in rest else None
    place = {"start": node.start, "end": node.end}
    return {"text": surface(text, node.start, node.end), **(rest or {}), **place}
