"""What the linker stores on the ``Doc``: the claims, and the indicators that they name."""

from functools import lru_cache
from typing import TYPE_CHECKING

from policynlp.extensions import (
    Page,
    Paged,
    raw_text,
    read_layer,
    read_layout,
    read_structure_of,
    write_layer,
)
from policynlp.schema import Mention

if TYPE_CHECKING:
    from policynlp.linking.document import Linked, Told
    from policynlp.linking.readings import Read, Readings
    from policynlp.structure import Structure


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


def _layers(doc: Page) -> dict[str, list[Mention]]:
    return {layer: read_layer(doc, layer) for layer in (doc._.mentions or {})}


def _link(doc: Page, structure: "Structure", read: "Read") -> "Linked":
    """Link the mentions, and store the indicators that the claims name."""
    from policynlp.linking.document import link_document

    layers = _layers(doc)
    linked = link_document(doc._.clean, structure, layers, read)
    write_layer(doc, "indicators", linked.indicators)
    write_layer(doc, "cells", linked.cells)
    values = [draft.quantity for draft, _ in linked.drafts if draft.quantity]
    write_layer(doc, "entities", without_hiders(layers.get("entities", []), values))
    return linked


@lru_cache(maxsize=16)  # the rules read a few documents while the tagger works on those before
def _readings(text: str) -> "Readings":
    """What the rules read of the text, for the linker behind the tagger."""
    from policynlp.linking.readings import Readings

    return Readings()


def mark_indicators(doc: Paged) -> Paged:
    """Store the indicators that the rules find, and no claims yet."""
    _link(doc, read_structure_of(doc), _readings(doc._.clean).note)
    return doc


def mark_claims(doc: Paged) -> Paged:
    """Store the claims and the indicators that they name."""
    structure = read_structure_of(doc)
    linked = _link(doc, structure, _readings(doc._.clean).take)
    _tell(doc, structure, linked.drafts)
    return doc


def mark_claims_alone(doc: Paged) -> Paged:
    """Store the same claims, for who asks for no entities: what else the text names is not looked for."""
    from policynlp.linking.document import link_claims

    structure = read_structure_of(doc)
    drafts, _ = link_claims(doc._.clean, structure, _layers(doc))
    _tell(doc, structure, drafts)
    return doc


def _tell(doc: Page, structure: "Structure", told: "Told") -> None:
    from policynlp.claims import claim_records

    layout = read_layout(doc)
    doc._.claim_records = claim_records(raw_text(doc), layout, structure, told, shift=doc._.shift)
