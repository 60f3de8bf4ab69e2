"""A document in the lines of brat's ``.ann`` files, and the setup that brat shows it by."""

import json
import re
from collections.abc import Iterator
from typing import get_args

from policynlp.interchange.graph import KINDS, PART, TABLE, Graph, Node
from policynlp.interchange.records import ROLES, SPAN_LABELS, Record
from policynlp.schema import Direction, Modality

VALUES = {"direction": get_args(Direction), "modality": get_args(Modality)}  # of attributes
_LINE_END = re.compile(r"[\r\n]+")


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
    for name, values in VALUES.items():
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
    yield from ("[entities]", *SPAN_LABELS, PART, TABLE)
    yield from ("[relations]", "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>")
    yield from ("[events]", *(f"{kind}\t{roles}" for kind in KINDS))
    yield "[attributes]"
    yield from (f"{name}\tArg:<EVENT>, Value:{'|'.join(v)}" for name, v in VALUES.items())
    yield "negated\tArg:<EVENT>"
