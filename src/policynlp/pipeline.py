"""The pipeline: a blank Chinese spaCy ``Language`` with the layers in their order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from policynlp.claims import read_claims
from policynlp.errors import Errors, ModelError
from policynlp.extensions import read_layer, read_layout, read_structure_of, register_extensions
from policynlp.layout import repair
from policynlp.models import DEFAULT, RULES, find_pipeline
from policynlp.pieces import cut_pieces
from policynlp.pipes import PIPES, TAGGED_PIPES, Whole
from policynlp.schema import Claim, Document
from policynlp.segmenter import set_segmenter
from policynlp.spans import ENTITY_LAYERS, entity_records
from policynlp.structure import read_structure

TAGGER = "policy_tagger"
PIECE = 20_000  # clean characters that are processed at a time
PIECES = 2  # that a component may take at a time
TAGGED_PIECE = 10_000  # with a tagger, which reads one piece while the rules read the next
OURS = frozenset(TAGGED_PIPES)  # components that read the text alone, spans aside, and no tokens
ABOUT = ("title", "issuer", "report_year")  # of a structure, what goes to a document's meta


@dataclass(frozen=True)
class Annotated:
    """What was found in a piece of a document; offsets count in the whole raw text."""

    doc: Doc
    claims: list[Claim]

    @property
    def ents(self) -> list[dict[str, Any]]:
        """The flat entities, put together only for who asks."""
        layers = {layer: read_layer(self.doc, layer) for layer in ENTITY_LAYERS}
        layout, shift = read_layout(self.doc), self.doc._.shift
        return entity_records(self.doc._.raw, layout, layers, shift=shift)

    @property
    def about(self) -> dict[str, Any]:
        """Title, issuer and report year of the whole document, as far as its structure tells."""
        structure = read_structure_of(self.doc)
        known = {name: getattr(structure, name) for name in ABOUT}
        return {name: value for name, value in known.items() if value is not None}


def load(
    model: str | Path = DEFAULT, *, report_year: int | None = None, segmenter: str | None = None
) -> Language:
    """Load a pipeline: ``rules``, the name of a shipped one, or the folder of a saved one.

    Raises:
        ModelError: there is no such pipeline or segmenter, or the segmenter's model is missing.
    """
    nlp = _load(model, report_year)
    if segmenter is not None:
        set_segmenter(nlp, segmenter)
    return nlp


def _load(model: str | Path, report_year: int | None) -> Language:
    if str(model) == RULES:
        return build(spacy.blank("zh"), report_year=report_year)
    folder = find_pipeline(model)
    config = (
        {"components": {"policy_structure": {"report_year": report_year}}} if report_year else {}
    )
    return spacy.load(folder, config=config)


def limit_threads(nlp: Language, threads: int) -> None:
    """Let a learned tagger that would take every core take so many; what is found is the same."""
    tagger: Any = nlp.get_pipe(TAGGER) if nlp.has_pipe(TAGGER) else None
    if tagger is not None and not tagger.threads:
        tagger.threads = threads


def build(
    nlp: Language, pipes: Iterable[str] = PIPES, *, report_year: int | None = None
) -> Language:
    """Add the components in order; fail if one lacks what it reads.

    Raises:
        ModelError: a component stands before one that it needs.
    """
    register_extensions()
    for pipe in pipes:
        config = {"report_year": report_year} if pipe == "policy_structure" else {}
        nlp.add_pipe(pipe, config=config)
    analysis = nlp.analyze_pipes() or {"problems": {}}
    problems = {pipe: need for pipe, need in analysis["problems"].items() if need}
    if problems:
        raise ModelError(Errors.MISSING_LAYERS.format(problems=problems))
    return nlp


def read_document(nlp: Language, document: Document) -> Iterator[Annotated]:
    """Run the pipeline over a document of any length, piece by piece, in bounded memory.

    The layout and the structure are read from the whole; each piece is a run of whole lines.
    """
    number = 0
    # spaCy's spans are for who holds the Doc
    pipes = [component for name, component in nlp.pipeline if name != "policy_spans"]
    for doc in Whole(pipes).pipe(_docs(nlp, document), batch_size=PIECES):
        claims = list(read_claims(doc, document.doc_id, number))
        number += len(claims)
        yield Annotated(doc, claims)


def _docs(nlp: Language, document: Document) -> Iterator[Doc]:
    """Give the pieces of a document, each with its text, layout and structure."""
    year = document.meta.get("report_year") or _report_year(nlp)
    layout = repair(document.text)
    structure = read_structure(layout.text, meta=document.meta, report_year=year)
    tokens = not all(factory in OURS for factory in nlp.pipe_factories.values())
    size = TAGGED_PIECE if nlp.has_pipe(TAGGER) else PIECE
    for start, end, part in cut_pieces(layout, structure, size):
        shift = layout.raw_start(start) if end else 0
        raw = document.text[shift : layout.raw_end(end)]
        doc = nlp.make_doc(raw) if tokens else Doc(nlp.vocab)
        doc._.raw = raw
        doc._.clean = layout.text[start:end]
        doc._.runs = layout.slice(start, end).to_json()
        doc._.structure = part.to_json()
        doc._.shift = shift
        yield doc


def _report_year(nlp: Language) -> int | None:
    return (
        nlp.get_pipe_config("policy_structure").get("report_year")
        if nlp.has_pipe("policy_structure")
        else None
    )


__all__ = ["Annotated", "build", "load", "read_claims", "read_document"]
