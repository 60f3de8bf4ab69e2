"""The spaCy components, by their factories."""

from collections.abc import Callable
from functools import partial

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from policynlp.claim_marks import mark_claims, mark_indicators
from policynlp.extensions import register_extensions
from policynlp.marks import (
    mark_directions,
    mark_entities,
    mark_layout,
    mark_quantities,
    mark_regions,
    mark_structure,
    mark_tables,
    mark_times,
)
from policynlp.models import RULES, find_pipeline
from policynlp.order import LINKER, PIPES, RULED, SPANS, TAGGER
from policynlp.reading import Whole

Component = Callable[[Doc], Doc]


@Language.factory("policy_layout", assigns=["doc._.clean", "doc._.runs"])
def make_layout(nlp: Language, name: str) -> Component:
    """Build the component that repairs the layout: clean text, and its map to ``doc.text``."""
    register_extensions()
    return mark_layout


@Language.factory(
    "policy_structure",
    requires=["doc._.clean"],
    assigns=["doc._.structure"],
    default_config={"report_year": None},
)
def make_structure(nlp: Language, name: str, report_year: int | None) -> Component:
    """Build the component that reads title, headings, sentences and the years they speak of."""
    register_extensions()
    return partial(mark_structure, report_year=report_year)


@Language.factory("policy_quantities", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_quantities(nlp: Language, name: str) -> Component:
    """Build the finder of numbers with units."""
    register_extensions()
    return mark_quantities


@Language.factory("policy_times", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_times(nlp: Language, name: str) -> Component:
    """Build the finder of times and of what a change is measured against."""
    register_extensions()
    return mark_times


@Language.factory("policy_regions", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_regions(nlp: Language, name: str) -> Component:
    """Build the finder of places."""
    register_extensions()
    return mark_regions


@Language.factory("policy_entities", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_entities(nlp: Language, name: str) -> Component:
    """Build the finder of policies, bodies, events, sectors and groups."""
    register_extensions()
    return mark_entities


@Language.factory("policy_directions", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_directions(nlp: Language, name: str) -> Component:
    """Build the finder of verbs that say which way things move."""
    register_extensions()
    return mark_directions


@Language.factory("policy_tables", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_tables(nlp: Language, name: str) -> Component:
    """Build the reader of tables in the text."""
    register_extensions()
    return mark_tables


@Language.factory(RULED, requires=["doc._.structure", "doc._.mentions"], assigns=["doc._.mentions"])
def make_indicators(nlp: Language, name: str) -> Component:
    """Build the component that shows the tagger what the rules take for indicators."""
    register_extensions()
    return mark_indicators


@Language.factory(
    LINKER,
    requires=["doc._.structure", "doc._.mentions"],
    assigns=["doc._.claim_records"],
)
def make_linker(nlp: Language, name: str) -> Component:
    """Build the component that turns the mentions of each sentence into claims."""
    register_extensions()
    return mark_claims


@Language.factory(
    TAGGER,
    requires=["doc._.structure", "doc._.mentions"],
    assigns=["doc._.mentions"],
    default_config={"threads": 0},
)
def make_tagger(nlp: Language, name: str, threads: int) -> Component:
    """Build the learned tagger; its network is read from the pipeline's folder.

    ``threads`` 0 is one for each core.
    """
    from policynlp.tagging.component import Tagger

    register_extensions()
    return Tagger(name, threads)


@Language.factory(SPANS, requires=["doc._.mentions"], assigns=["doc.ents", "doc.spans"])
def make_spans(nlp: Language, name: str) -> Component:
    """Build the component that shows what was found as ``doc.ents`` and ``doc.spans``."""
    from policynlp.span_groups import mark_spans

    register_extensions()
    return mark_spans


@Language.factory(
    "policy_claims",
    assigns=["doc._.claim_records", "doc.ents", "doc.spans"],
    default_config={"report_year": None, "model": RULES},
)
def make_claims(nlp: Language, name: str, report_year: int | None, model: str) -> Component:
    """Build one component that brings all layers, for a pipeline of the user's own.

    ``model`` is ``rules``, the name of a pipeline that ships, or the folder of a saved one, which
    must be there again when the user's own pipeline is loaded.
    """
    register_extensions()
    year = {"report_year": report_year}
    if model == RULES:
        own = {"policy_structure": year}
        return Whole([nlp.create_pipe(pipe, config=own.get(pipe, {})) for pipe in PIPES])
    told = {"components": {"policy_structure": year}} if report_year else {}
    # the user's strings are used, and what the folder holds of its own is not read into them
    saved = spacy.load(
        find_pipeline(model), vocab=nlp.vocab, exclude=["vocab", "tokenizer"], config=told
    )
    return Whole([component for _, component in saved.pipeline])
