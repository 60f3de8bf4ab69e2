"""The pipeline: a blank Chinese spaCy ``Language`` with the layers in their order."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import policynlp.pipes  # noqa: F401 - its import makes the components known to spaCy
from policynlp.claims import read_claims
from policynlp.errors import Errors, ModelError
from policynlp.extensions import register_extensions
from policynlp.models import DEFAULT, RULES, find_pipeline
from policynlp.order import PIPES, SPANS, TAGGED_PIPES, TAGGER
from policynlp.reading import PIECE, TAGGED_PIECE, Annotated, read_pages
from policynlp.schema import Document
from policynlp.segmenter import set_segmenter

OURS = frozenset(TAGGED_PIPES)  # components that read the text alone, spans aside, and no tokens


def load(
    model: str | Path = DEFAULT, *, report_year: int | None = None, segmenter: str | None = None
) -> Language:
    """Load a pipeline: ``rules``, the name of a shipped one, or the folder of a saved one.

    Raises:
        ModelError: there is no such pipeline or segmenter, it is broken, or the segmenter's model
            is missing.
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
    try:
        return spacy.load(folder, config=config)
    except ModelError:
        raise
    except (ValueError, OSError) as error:  # spaCy's own, over several lines
        reason = " ".join(str(error).split())
        raise ModelError(Errors.BAD_PIPELINE.format(folder=folder, error=reason)) from error


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
    """Run the pipeline over a document of any length, piece by piece, in bounded memory."""
    # spaCy's spans are for who holds the Doc
    steps = [component for name, component in nlp.pipeline if name != SPANS]
    size = TAGGED_PIECE if nlp.has_pipe(TAGGER) else PIECE
    year = _report_year(nlp)
    return read_pages(document, steps, _maker(nlp), size=size, report_year=year)


def _maker(nlp: Language) -> Callable[[str], Doc]:
    """Give what makes a ``Doc``: without tokens if no component reads them."""
    if all(factory in OURS for factory in nlp.pipe_factories.values()):
        return lambda raw: Doc(nlp.vocab)
    return nlp.make_doc


def _report_year(nlp: Language) -> int | None:
    return (
        nlp.get_pipe_config("policy_structure").get("report_year")
        if nlp.has_pipe("policy_structure")
        else None
    )


__all__ = ["Annotated", "build", "load", "read_claims", "read_document"]
