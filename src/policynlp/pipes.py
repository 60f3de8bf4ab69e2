"""The spaCy components: each stores on the ``Doc`` what its finder reads in the repaired text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from policynlp.extensions import (
    raw_text,
    read_layer,
    read_layout,
    read_structure_of,
    register_extensions,
    write_layer,
)
from policynlp.models import RULES, find_pipeline
from policynlp.schema import Mention

if TYPE_CHECKING:
    from policynlp.linking.document import Linked

Find = Callable[[str], list[Mention]]
Component = Callable[[Doc], Doc]

RULED = "policy_indicators"  # what the rules take for indicators, which the tagger sees
PIPES = (
    "policy_layout",
    "policy_structure",
    "policy_quantities",
    "policy_times",
    "policy_regions",
    "policy_entities",
    "policy_directions",
    "policy_tables",
    "policy_linker",
    "policy_spans",
)
# with a learned tagger: it sees what the rules found, indicators too
TAGGED_PIPES = (*PIPES[:-2], RULED, "policy_tagger", *PIPES[-2:])


def without(mentions: list[Mention], others: list[Mention]) -> list[Mention]:
    """Leave out the mentions that one of the others covers or cuts."""
    ends = {at for other in others for at in range(other.start, other.end)}
    return [m for m in mentions if m.start not in ends and m.end - 1 not in ends]


def without_hiders(mentions: list[Mention], values: list[Mention]) -> list[Mention]:
    """Leave out what the rules take for a policy where it would hide a number that makes a claim.

    推出102个试点: a count, and no name. The tagger, which is sure of its names, is believed.
    """
    starts = {value.start for value in values}
    return [m for m in mentions if not _hides(m, starts)]


def _hides(mention: Mention, starts: set[int]) -> bool:
    tagged = "confidence" in (mention.value or ())
    inside = range(mention.start, mention.end)
    return mention.label == "POLICY" and not tagged and not starts.isdisjoint(inside)


class Finder:
    """Runs a finder over the clean text and stores its mentions as a layer."""

    def __init__(self, name: str, layer: str, find: Find) -> None:
        self.name = name
        self.layer = layer
        self.find = find

    def __call__(self, doc: Doc) -> Doc:
        """Find and store."""
        write_layer(doc, self.layer, self.find(doc._.clean))
        return doc


def mark_layout(doc: Doc) -> Doc:
    """Store the repaired text, and its map to ``doc.text``."""
    from policynlp.layout import repair

    if doc._.clean is None:
        layout = repair(raw_text(doc))
        doc._.clean, doc._.runs = layout.text, layout.to_json()
    return doc


@Language.factory("policy_layout", assigns=["doc._.clean", "doc._.runs"])
def make_layout(nlp: Language, name: str) -> Component:
    """Build the component that repairs the layout: clean text, and its map to ``doc.text``."""
    register_extensions()
    return mark_layout


def mark_structure(doc: Doc, report_year: int | None) -> Doc:
    """Store title, headings, sentences and years."""
    from policynlp.structure import read_structure

    if doc._.structure is None:
        year = doc._.report_year or report_year
        doc._.structure = read_structure(doc._.clean, meta=None, report_year=year).to_json()
    return doc


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
    from policynlp.components.quantities import find_quantities

    register_extensions()
    return Finder(name, "quantities", find_quantities)


def mark_times(doc: Doc) -> Doc:
    """Store times and baselines, and take times out of the quantities."""
    from policynlp.components.times import find_baselines, find_times

    times = find_times(doc._.clean)
    write_layer(doc, "times", times)
    # 五年来, 一九八五年: what is a time is no quantity
    write_layer(doc, "quantities", without(read_layer(doc, "quantities"), times))
    write_layer(doc, "baselines", find_baselines(doc._.clean, times))
    return doc


@Language.factory("policy_times", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_times(nlp: Language, name: str) -> Component:
    """Build the finder of times and of what a change is measured against."""
    register_extensions()
    return mark_times


@Language.factory("policy_regions", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_regions(nlp: Language, name: str) -> Component:
    """Build the finder of places."""
    from policynlp.components.regions import find_regions

    register_extensions()
    return Finder(name, "regions", find_regions)


@Language.factory("policy_entities", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_entities(nlp: Language, name: str) -> Component:
    """Build the finder of policies, bodies, events, sectors and groups."""
    from policynlp.components.entities import find_entities

    register_extensions()
    return Finder(name, "entities", find_entities)


def mark_directions(doc: Doc) -> Doc:
    """Store the verbs that say which way things move."""
    from policynlp.components.directions import before_quantities, find_directions

    text = doc._.clean
    directions = find_directions(text)
    quantities = read_layer(doc, "quantities")
    write_layer(doc, "directions", before_quantities(text, quantities, directions))
    return doc


@Language.factory("policy_directions", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_directions(nlp: Language, name: str) -> Component:
    """Build the finder of verbs that say which way things move."""
    register_extensions()
    return mark_directions


def mark_tables(doc: Doc) -> Doc:
    """Store the tables with their claims."""
    from policynlp.components.tables import find_tables, table_claims

    tables = find_tables(doc._.clean)
    write_layer(doc, "tables", [Mention(t.start, t.end, "TABLE", table_claims(t)) for t in tables])
    return doc


@Language.factory("policy_tables", requires=["doc._.clean"], assigns=["doc._.mentions"])
def make_tables(nlp: Language, name: str) -> Component:
    """Build the reader of tables in the text."""
    register_extensions()
    return mark_tables


def mark_linked(doc: Doc) -> "Linked":
    """Link the mentions, and store the indicators that the claims name."""
    from policynlp.linking.document import link_document

    layers = {layer: read_layer(doc, layer) for layer in (doc._.mentions or {})}
    linked = link_document(doc._.clean, read_structure_of(doc), layers)
    write_layer(doc, "indicators", linked.indicators)
    write_layer(doc, "cells", linked.cells)
    values = [draft.quantity for draft, _ in linked.drafts if draft.quantity]
    write_layer(doc, "entities", without_hiders(layers.get("entities", []), values))
    return linked


def mark_indicators(doc: Doc) -> Doc:
    """Store the indicators that the rules find, and no claims yet."""
    mark_linked(doc)
    return doc


@Language.factory(RULED, requires=["doc._.structure", "doc._.mentions"], assigns=["doc._.mentions"])
def make_indicators(nlp: Language, name: str) -> Component:
    """Build the component that shows the tagger what the rules take for indicators."""
    register_extensions()
    return mark_indicators


def mark_claims(doc: Doc) -> Doc:
    """Store the claims and the indicators that they name."""
    from policynlp.claims import claim_records

    linked = mark_linked(doc)
    layout, structure = read_layout(doc), read_structure_of(doc)
    doc._.claim_records = claim_records(raw_text(doc), layout, structure, linked, shift=doc._.shift)
    return doc


@Language.factory(
    "policy_linker",
    requires=["doc._.structure", "doc._.mentions"],
    assigns=["doc._.claim_records"],
)
def make_linker(nlp: Language, name: str) -> Component:
    """Build the component that turns the mentions of each sentence into claims."""
    register_extensions()
    return mark_claims


@Language.factory(
    "policy_tagger",
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


@Language.factory("policy_spans", requires=["doc._.mentions"], assigns=["doc.ents", "doc.spans"])
def make_spans(nlp: Language, name: str) -> Component:
    """Build the component that shows what was found as ``doc.ents`` and ``doc.spans``."""
    from policynlp.spans import mark_spans

    register_extensions()
    return mark_spans


class Whole:
    """Runs several components as one."""

    def __init__(self, pipes: Sequence[Component]) -> None:
        self.pipes = pipes

    def __call__(self, doc: Doc) -> Doc:
        """Run them over one document."""
        for pipe in self.pipes:
            doc = pipe(doc)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Run them over a stream; a component that takes documents by the batch gets batches."""
        for pipe in self.pipes:
            whole = getattr(pipe, "pipe", None)
            stream = whole(stream, batch_size=batch_size) if whole else map(pipe, stream)
        yield from stream


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
