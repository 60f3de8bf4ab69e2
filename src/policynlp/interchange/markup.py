"""The project's own markup: a folder of ``<genre>/<name>.txt``, written to be read and reviewed.

A document's id is its folder and name; its header has genre, split, year and layout. What the
markup does not say (ids, confidence, sections) is left out, and a document that does not come back
from it as it was is told.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from policynlp.corpus import CorpusFile, read_corpus, read_source, source_of
from policynlp.corpus.compile import document_of, refuse_faults
from policynlp.corpus.header import LAYOUTS, SPLITS, meta_of
from policynlp.corpus.records import plain_claim
from policynlp.interchange.places import draft_folder
from policynlp.interchange.records import Placed, Record
from policynlp.interchange.report import Report

GENRE = "documents"  # the folder of documents of no genre
_META = tuple(meta_of({}))
_UNFIT = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]|^\.+|[. ]$')


def read_documents(path: Path, report: Report) -> Iterator[Placed]:
    """Give the document of each file.

    Raises:
        CorpusError: a file is not as the guidelines say; the line is named.
    """
    for file in read_corpus([path]):
        refuse_faults(file)
        document = document_of(file)
        meta = {name: value for name, value in document["meta"].items() if value is not None}
        yield file.path, {**document, "meta": meta}


def write_documents(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write each document as a file in the folder of its genre."""
    with draft_folder(path) as draft:
        for document in documents:
            _write(document, draft, report)


def _write(document: Record, folder: Path, report: Report) -> None:
    genre, name = _place(document)
    report.add(
        "doc_ids", f"{genre}/{name}" != document["doc_id"], "changed: folder and name are it"
    )
    place = folder / genre / f"{name}.txt"
    while place.exists():
        place = place.with_stem(f"{place.stem}_")
    place.parent.mkdir(exist_ok=True)
    header = _header(document["meta"], genre, report)
    source = source_of({**document, "meta": header})
    place.write_bytes(source.encode("utf-8"))
    _compare(document, read_source(source, str(place)), report)


def _place(document: Record) -> tuple[str, str]:
    """Give folder and name: of the id ``budget/2031_city``, or genre and an id that fits a name."""
    genre, sign, name = document["doc_id"].rpartition("/")
    if not sign or "/" in genre:
        genre, name = document["meta"].get("genre") or GENRE, document["doc_id"].replace("/", "_")
    return _UNFIT.sub("_", str(genre)) or GENRE, _UNFIT.sub("_", name) or "_"


def _header(meta: Record, genre: str, report: Report) -> Record:
    """Give what the header says, with what it must say where the document does not."""
    report.add("meta", len(meta.keys() - set(_META)), "not written: the header has no such line")
    header = {"layout": LAYOUTS[0], **{n: v for n, v in meta.items() if n in _META}, "genre": genre}
    if header.get("split") not in SPLITS:
        header["split"] = SPLITS[0]
        report.add("splits", 1, f"written as {SPLITS[0]}: the header must name one")
    return header


def _compare(document: Record, file: CorpusFile, report: Report) -> None:
    """Read again what was written, and say what does not come back."""
    tables = document["tables"]
    report.add("tables", len(tables), "not written: they are read from the text")
    same = file.text == document["text"] and file.ents == document["ents"]
    report.add("documents", not same, "not written as they are: see the lines of their text")
    claims = [plain_claim(claim) for claim in document["claims"]]
    changed = sum(claim not in file.claims for claim in claims)
    report.add("claims", changed, "not written as they are: their parts are placed anew")
    more = sum(
        _extra(claim, plain) for claim, plain in zip(document["claims"], claims, strict=True)
    )
    report.add("claims", more, "written without what the markup does not say (ids, sections, …)")


def _extra(claim: Record, plain: Record) -> bool:
    """Whether a claim has a field, or a part of it, that its form in the markup lacks."""
    parts = ((claim[name], plain[name]) for name in plain if isinstance(claim[name], dict))
    return any(value is not None for name, value in claim.items() if name not in plain) or any(
        value is not None and name not in (kept or {})
        for part, kept in parts
        for name, value in part.items()
    )
