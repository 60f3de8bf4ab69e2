"""The table of formats: what each is called, who reads and writes it, what it has no place for."""

from collections.abc import Mapping
from types import MappingProxyType

from policynlp.interchange import (
    arrow,
    bio,
    brat,
    docbin,
    doccano,
    doccano_relations,
    gold,
    label_studio,
    markup,
)
from policynlp.interchange.records import Format

_SPANS_ONLY = MappingProxyType({"claims": "not written: {name} holds spans only"})

_ROWS = (
    Format("gold", ".jsonl", "documents, one a line", gold.read_documents, gold.write_documents),
    Format(
        "markup",
        "",
        "corpus folder, written to be read",
        markup.read_documents,
        markup.write_documents,
    ),
    Format("spacy", ".spacy", "spaCy DocBin", docbin.read_documents, docbin.write_documents),
    Format("arrow", "", "HF datasets folder", arrow.read_documents, arrow.write_documents),
    Format(
        "arrow-tokens",
        "",
        "HF datasets folder of tagged characters",
        arrow.read_documents,
        arrow.write_tokens,
        _SPANS_ONLY,
    ),
    Format(
        "bio",
        ".bio",
        "CoNLL, a character a line",
        bio.read_documents,
        bio.write_documents,
        _SPANS_ONLY,
    ),
    Format("brat", "", "standoff folder", brat.read_documents, brat.write_documents),
    Format(
        "doccano",
        ".jsonl",
        "doccano, spans",
        doccano.read_documents,
        doccano.write_documents,
        _SPANS_ONLY,
    ),
    Format(
        "doccano-relations",
        ".jsonl",
        "doccano, spans and relations",
        doccano_relations.read_documents,
        doccano_relations.write_documents,
    ),
    Format(
        "label-studio",
        ".json",
        "Label Studio tasks",
        label_studio.read_documents,
        label_studio.write_documents,
    ),
)
FORMATS: Mapping[str, Format] = MappingProxyType({row.name: row for row in _ROWS})
