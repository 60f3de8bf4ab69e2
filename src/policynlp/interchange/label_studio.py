"""Label Studio's JSON: a list of tasks, their annotations' results being regions and relations."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.graph import Edge, Graph, Node, from_graph, to_graph
from policynlp.interchange.label_studio_offsets import offsets_of, pick_count
from policynlp.interchange.lines import read_array
from policynlp.interchange.records import Placed, Record
from policynlp.interchange.report import Report
from policynlp.sinks.atomic import open_atomic

_KEPT = ("doc_id", "meta")
_REGIONS = ("labels", "hypertextlabels")


def read_documents(path: Path, report: Report) -> Iterator[Placed]:
    """Give each annotated task as a document; tasks that nobody annotated are left out, and told."""
    for number, (where, task) in enumerate(read_array(path), start=1):
        try:
            results = _results(task, report)
            if results is None:
                report.add("tasks", 1, "not read: nobody has annotated them")
                continue
            text = _text(task["data"])
            graph = _read_graph(where, text, results, report)
        except InterchangeError:
            raise
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise InterchangeError(
                Errors.BAD_RECORD.format(where=where, error=f"no Label Studio task: {error!r}")
            ) from error
        kept = {name: task["data"][name] for name in _KEPT if name in task["data"]}
        head = {"doc_id": f"{path.stem}-{task.get('id', number):>04}", "text": text, **kept}
        yield where, {**head, **from_graph(where, text, graph, report)}


def _results(task: Record, report: Report) -> list[Record] | None:
    """Give what the first annotation found; the one called ground truth goes before the others."""
    done = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
    done.sort(key=lambda one: not one.get("ground_truth"))
    report.add("annotations", max(len(done) - 1, 0), "not read: one a task is, the first")
    return done[0]["result"] if done else None


def _text(data: Record) -> str:
    """Give the task's text, whatever the labelling setup calls it."""
    texts = [value for value in data.values() if isinstance(value, str)]
    text = data.get("text", texts[0] if len(texts) == 1 else None)
    if not isinstance(text, str):
        raise TypeError("'data' has no 'text'")
    return text


def _read_graph(where: str, text: str, results: list[Record], report: Report) -> Graph:
    graph = Graph()
    numbers: dict[str, int] = {}
    regions = [result for result in results if result["type"] in _REGIONS]
    count = pick_count(where, text, regions)
    for region in regions:
        for label in region["value"][region["type"]]:
            numbers[region["id"]] = graph.add(Node(*count(*offsets_of(region)), label))
        if notes := region.get("meta", {}).get("text"):
            graph.details[numbers[region["id"]]] = _read_note(notes[0], report)
    for result in results:
        if result["type"] == "relation":
            for role in result.get("labels") or [""]:
                edge = Edge(numbers[result["from_id"]], role, numbers[result["to_id"]])
                graph.edges.append(edge)
        elif result["type"] not in _REGIONS:
            report.add("results", 1, f"not read: {result['type']} are no spans")
    return graph


def _read_note(note: str, report: Report) -> Record:
    try:
        details = json.loads(note)
    except ValueError:
        details = None
    if not isinstance(details, dict):
        report.add("notes", 1, "not read: they are no claim's details")
        return {}
    return details


def write_documents(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write all documents as one list of tasks, each with one annotation."""
    tasks = [_write(document, report) for document in documents]
    with open_atomic(path) as stream:
        stream.write(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")


def _write(document: Record, report: Report) -> Record:
    graph = to_graph(document, report)
    regions = [_region(document["text"], graph, number) for number in range(len(graph.nodes))]
    relations = [
        {
            "type": "relation",
            "from_id": f"r{edge.source}",
            "to_id": f"r{edge.target}",
            "direction": "right",
            "labels": [edge.role],
        }
        for edge in graph.edges
    ]
    data = {"text": document["text"], **{name: document[name] for name in _KEPT}}
    return {"data": data, "annotations": [{"result": [*regions, *relations]}]}


def _region(text: str, graph: Graph, number: int) -> dict[str, Any]:
    start, end, label = graph.nodes[number]
    value = {"start": start, "end": end, "text": text[start:end], "labels": [label]}
    region: dict[str, Any] = {
        "id": f"r{number}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value,
    }
    if number in graph.details:
        note = json.dumps(graph.details[number], ensure_ascii=False)
        region["meta"] = {"text": [note]}
    return region
