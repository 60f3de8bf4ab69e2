"""brat's standoff: a folder of pairs, the text in ``.txt`` and what was marked in ``.ann``.

Spans are T lines. A claim is an event (E) whose trigger is a T of its own, its arguments the
parts; its direction, modality and negation are attributes (A), and a note (#) has its details.
Documents of a split stand in a folder of its name.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.brat_reading import read_lines
from policynlp.interchange.brat_writing import setup_lines, write_lines
from policynlp.interchange.graph import from_graph, to_graph
from policynlp.interchange.lines import read_text
from policynlp.interchange.places import draft_folder
from policynlp.interchange.records import Placed, Record
from policynlp.interchange.report import Report

SPLITS = ("train", "dev", "test")
# what no file system, or not every one, takes in a name; % itself, so that it can be read back
_UNFIT = re.compile(r'[/\\:*?"<>|%\x00-\x1f\x7f]|^\.|[. ]$')

_NAMELESS = "%"  # stands for a doc_id of no characters; a % of its own is written %25
_EDGE = re.compile(r"\A[\r\n]|[\r\n]\Z")


def read_documents(path: Path, report: Report) -> Iterator[Placed]:
    """Give each pair of files as a document; a text with no ``.ann`` is left out, and told."""
    for source in sorted(path.rglob("*.txt")):
        notes = source.with_suffix(".ann")
        if not notes.exists():
            report.add("texts", 1, "not read: there is no .ann beside them")
            continue
        text = read_text(source, "utf-8")  # brat counts a byte order mark
        graph = read_lines(notes, text, report)
        head = _read_name(source.relative_to(path).with_suffix(""))
        yield f"{notes}", {**head, "text": text, **from_graph(f"{notes}", text, graph, report)}


def _read_name(name: Path) -> Record:
    in_split = len(name.parts) > 1 and name.parts[0] in SPLITS
    path = "/".join(name.parts[in_split:])
    meta = {"split": name.parts[0]} if in_split else {}
    return {"doc_id": "" if path == _NAMELESS else unquote(path), "meta": meta}


def write_documents(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write each document as a pair of files, and the setup that brat needs to show them."""
    with draft_folder(path) as draft:
        (draft / "annotation.conf").write_text("\n".join(setup_lines()) + "\n", "utf-8")
        for document in documents:
            _write(document, draft, report)


def _write(document: Record, folder: Path, report: Report) -> None:
    split = document["meta"].get("split")
    in_split = split in SPLITS
    if in_split:
        folder = folder / split
        folder.mkdir(exist_ok=True)
    report.add(
        "meta", int(len(document["meta"]) > in_split), "not written: brat has no place for it"
    )
    name = _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", document["doc_id"]) or _NAMELESS
    if (folder / f"{name}.txt").exists():
        error = "its file name is another document's too; give it another doc_id"
        raise InterchangeError(Errors.BAD_RECORD.format(where=document["doc_id"], error=error))
    (folder / f"{name}.txt").write_bytes(document["text"].encode("utf-8"))
    graph = to_graph(document, report)
    ends = sum(1 for node in graph.nodes if _EDGE.search(document["text"][node.start : node.end]))
    report.add("spans", ends, "written without the line ends at their edges")
    lines = "".join(f"{line}\n" for line in write_lines(document, graph))
    (folder / f"{name}.ann").write_bytes(lines.encode("utf-8"))
