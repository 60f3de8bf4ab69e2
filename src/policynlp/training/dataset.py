"""Annotated documents as rows for the tagger: a sentence, its tags, and the tags of the rules."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from spacy.language import Language

from policynlp.errors import Errors, TrainingError
from policynlp.extensions import read_layer, read_layout, read_structure_of
from policynlp.layout import Layout
from policynlp.schema import LABELS, Mention
from policynlp.spans import ENTITY_LAYERS, flatten
from policynlp.tagging.labels import tags_of
from policynlp.tagging.windows import windows_of

UNIT = "UNIT"  # lies inside a QUANTITY; the rules read it


class Row(NamedTuple):
    """One window of a sentence: text and numbers of tags, as many as characters."""

    doc_id: str
    text: str
    tags: list[int]
    rules: list[int]


def make_rows(documents: Iterable[Mapping[str, Any]], nlp: Language) -> Iterator[Row]:
    """Run the rules over gold-shaped documents and give the windows of their sentences.

    Text inside the documents' ``tables`` is left out: tables are read by rule.

    Raises:
        TrainingError: a label that the tagger does not know, or a span outside its text.
    """
    for document in documents:
        doc = nlp.make_doc(document["text"])
        doc._.report_year = (document.get("meta") or {}).get("report_year")
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        layout = read_layout(doc)
        gold = [_mention(ent, document, layout) for ent in document["ents"]]
        rules = flatten(m for layer in ENTITY_LAYERS for m in read_layer(doc, layer))
        rule_starts = [mention.start for mention in rules]
        tables = [tuple(table) for table in document.get("tables") or ()]
        for sentence in read_structure_of(doc).sentences:
            raw = layout.raw_start(sentence.start)
            if any(start <= raw < end for start, end in tables):
                continue
            spans = [m for m in gold if m and sentence.start <= m.start < sentence.end]
            for start, end, _, _ in windows_of(sentence.start, sentence.end):
                text = layout.text[start:end]
                told = rules[bisect_left(rule_starts, start) : bisect_left(rule_starts, end)]
                yield Row(
                    document["doc_id"], text, tags_of(spans, start, end), tags_of(told, start, end)
                )


def _mention(ent: Mapping[str, Any], document: Mapping[str, Any], layout: Layout) -> Mention | None:
    label, start, end = ent["label"], ent["start"], ent["end"]
    if label == UNIT:
        return None
    if label not in LABELS:
        known = ", ".join(LABELS)
        raise TrainingError(
            Errors.UNTAUGHT_LABEL.format(doc_id=document["doc_id"], label=label, known=known)
        )
    if not 0 <= start < end <= len(document["text"]):
        raise TrainingError(
            Errors.SPAN_OUTSIDE.format(doc_id=document["doc_id"], start=start, end=end)
        )
    return Mention(layout.clean_start(start), layout.clean_end(end), label)


def read_rows(documents: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Give the rows of documents, with the rules of this version.

    Raises:
        TrainingError: as ``make_rows``.
    """
    return list(make_rows(documents, _rules()))


@cache
def _rules() -> Language:
    """Load the rules once for all chunks of reports; rows need layers, and no spans of spaCy."""
    from policynlp.pipeline import load

    nlp = load("rules")
    nlp.remove_pipe("policy_spans")
    return nlp
