"""spaCy's DocBin: spans in ``doc.ents`` and ``doc.spans``, all the rest in ``doc.user_data``.

A token is a character, so that every span has its place. UNIT lies in ``doc.spans["units"]``, as
it does in what this toolkit's pipeline gives out.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.places import draft_file
from policynlp.interchange.records import UNIT, Placed, Record, entity
from policynlp.interchange.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

UNITS = "units"
_FIELDS = ("doc_id", "meta", "claims", "tables")


def read_documents(path: Path, report: Report) -> Iterator[Placed]:
    """Give each Doc of the file: its entities and units, and what ``user_data`` holds."""
    import spacy
    from spacy.tokens import DocBin

    try:
        docs = DocBin().from_disk(path)
        found = list(docs.get_docs(spacy.blank("zh").vocab))
    except OSError as error:
        raise InterchangeError(Errors.UNREADABLE.format(path=path, error=error.strerror)) from error
    except Exception as error:  # what msgpack, zlib and spaCy raise on other files is theirs
        raise InterchangeError(
            Errors.UNREADABLE.format(path=path, error=f"no DocBin: {error}")
        ) from error
    for number, doc in enumerate(found, start=1):
        yield f"{path}: Doc {number}", _read_doc(doc, f"{path.stem}-{number:04d}")


def _read_doc(doc: "Doc", doc_id: str) -> Record:
    text = doc.text
    spans: list[Span] = [*doc.ents, *doc.spans.get(UNITS, ())]
    ents = [entity(text, span.start_char, span.end_char, span.label_) for span in spans]
    known = {name: _lists(doc.user_data[name]) for name in _FIELDS if name in doc.user_data}
    return {"doc_id": doc_id, "text": text, "ents": ents, **known}


def _lists(value: Any) -> Any:
    """Give JSON values as they were: a Doc comes back with tuples for lists."""
    if isinstance(value, dict):
        return {name: _lists(inner) for name, inner in value.items()}
    return [_lists(inner) for inner in value] if isinstance(value, list | tuple) else value


def write_documents(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write each document as a Doc of characters."""
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("zh").vocab
    docs = DocBin(store_user_data=True)
    for document in documents:
        docs.add(_make_doc(document, vocab))
    with draft_file(path) as draft:
        docs.to_disk(draft)


def _make_doc(document: Record, vocab: "Vocab") -> "Doc":
    from spacy.tokens import Doc, Span

    characters = list(document["text"])
    doc = Doc(vocab, words=characters, spaces=[False] * len(characters))
    spans = [Span(doc, e["start"], e["end"], label=e["label"]) for e in document["ents"]]
    doc.ents = tuple(span for span in spans if span.label_ != UNIT)
    doc.spans[UNITS] = [span for span in spans if span.label_ == UNIT]
    doc.user_data.update({name: document[name] for name in _FIELDS})
    return doc
