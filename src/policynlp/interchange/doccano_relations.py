"""doccano's JSONL with relations: ``{"text": …, "entities": […], "relations": […]}``.

A claim is an entity labelled with its kind and relations to its parts. Its details stand in
``claim_details``, which doccano keeps as it keeps ``meta``; since it numbers the entities anew,
they name their claim by place and kind.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.doccano import KEPT, read_head
from policynlp.interchange.graph import KINDS, Edge, Graph, Node, from_graph, to_graph
from policynlp.interchange.lines import read_objects
from policynlp.interchange.records import Placed, Record
from policynlp.interchange.report import Report
from policynlp.interchange.utf16 import Offsets
from policynlp.sinks.jsonl import write_lines

DETAILS = "claim_details"


def read_documents(path: Path, report: Report) -> Iterator[Placed]:
    """Give each line as a document with spans and claims."""
    for number, (where, line) in enumerate(read_objects(path), start=1):
        document = read_head(where, line, f"{path.stem}-{number:04d}")
        report.add("comments", len(line.get("Comments") or ()), "not read: a note is no span")
        try:
            graph = _read_graph(where, document["text"], line)
        except InterchangeError:
            raise
        except (KeyError, TypeError, ValueError) as error:
            raise InterchangeError(
                Errors.BAD_RECORD.format(where=where, error=f"no doccano line: {error!r}")
            ) from error
        yield where, {**document, **from_graph(where, document["text"], graph, report)}


def _read_graph(where: str, text: str, line: Record) -> Graph:
    graph, offsets = Graph(), Offsets(text)
    numbers: dict[Any, int] = {}
    for row in line.get("entities", ()):
        start, end = offsets.points(where, int(row["start_offset"]), int(row["end_offset"]))
        numbers[row["id"]] = graph.add(Node(start, end, str(row["label"])))
    for row in line.get("relations", ()):
        for name in ("from_id", "to_id"):
            if row[name] not in numbers:
                error = f"a relation has {name} {row[name]!r}, and no entity has this id"
                raise InterchangeError(Errors.BAD_RECORD.format(where=where, error=error))
        edge = Edge(numbers[row["from_id"]], str(row["type"]), numbers[row["to_id"]])
        graph.edges.append(edge)
    graph.details = _find_details(graph, offsets, line.get(DETAILS, ()))
    return graph


def _find_details(graph: Graph, offsets: Offsets, rows: Sequence[Record]) -> dict[int, Record]:
    waiting: dict[tuple[int, int, str], list[Record]] = defaultdict(list)
    for row in rows:
        waiting[row["start_offset"], row["end_offset"], row["label"]].append(row["details"])
    found: dict[int, Record] = {}
    for number, node in enumerate(graph.nodes):
        key = (*offsets.units(node.start, node.end), node.label)
        if node.label in KINDS and waiting[key]:
            found[number] = waiting[key].pop(0)
    return found


def write_documents(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write each document as a line."""
    write_lines([_write(document, report) for document in documents], path)


def _write(document: Record, report: Report) -> Record:
    graph, offsets = to_graph(document, report), Offsets(document["text"])
    entities = [{"id": number, **_place(offsets, node)} for number, node in enumerate(graph.nodes)]
    relations = [
        {"id": number, "from_id": edge.source, "to_id": edge.target, "type": edge.role}
        for number, edge in enumerate(graph.edges)
    ]
    details = [
        {**_place(offsets, graph.nodes[number]), "details": rest}
        for number, rest in graph.details.items()
    ]
    kept = {name: document[name] for name in KEPT if name != "tables"}  # tables are entities
    return {
        "text": document["text"],
        "entities": entities,
        "relations": relations,
        DETAILS: details,
        **kept,
    }


def _place(offsets: Offsets, node: Node) -> Record:
    start, end = offsets.units(node.start, node.end)
    return {"start_offset": start, "end_offset": end, "label": node.label}
