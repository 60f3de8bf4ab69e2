"""What the components store on the ``Doc``: mentions that finders read in the repaired text."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

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


def mark_layout(doc: Paged) -> Paged:
    """Store the repaired text, and its map to ``doc.text``."""
    from policynlp.layout import repair

    if doc._.clean is None:
        layout = repair(raw_text(doc))
        doc._.clean, doc._.runs = layout.text, layout.to_json()
    return doc


def mark_structure(doc: Paged, report_year: int | None = None) -> Paged:
    """Store title, headings, sentences and years."""
    from policynlp.structure import read_structure

    if doc._.structure is None:
        year = doc._.report_year or report_year
        doc._.structure = read_structure(doc._.clean, meta=None, report_year=year).to_json()
    return doc


def mark_quantities(doc: Paged) -> Paged:
    """Store the numbers with units."""
    from policynlp.components.quantities import find_quantities

    write_layer(doc, "quantities", find_quantities(doc._.clean))
    return doc


def mark_regions(doc: Paged) -> Paged:
    """Store the places."""
    from policynlp.components.regions import find_regions

    write_layer(doc, "regions", find_regions(doc._.clean))
    return doc


def mark_entities(doc: Paged) -> Paged:
    """Store policies, bodies, events, sectors and groups."""
    from policynlp.components.entities import find_entities

    write_layer(doc, "entities", find_entities(doc._.clean))
    return doc


def mark_times(doc: Paged) -> Paged:
    """Store times and baselines, and take times out of the quantities."""
    from policynlp.components.times import find_baselines, find_times

    times = find_times(doc._.clean)
    write_layer(doc, "times", times)
    # 五年来, 一九八五年: what is a time is no quantity
    write_layer(doc, "quantities", without(read_layer(doc, "quantities"), times))
    write_layer(doc, "baselines", find_baselines(doc._.clean, times))
    return doc


def mark_directions(doc: Paged) -> Paged:
    """Store the verbs that say which way things move."""
    from policynlp.components.directions import before_quantities, find_directions

    text = doc._.clean
    directions = find_directions(text)
    quantities = read_layer(doc, "quantities")
    write_layer(doc, "directions", before_quantities(text, quantities, directions))
    return doc


def mark_tables(doc: Paged) -> Paged:
    """Store the tables with their claims."""
    from policynlp.components.table_claims import table_claims
    from policynlp.components.tables import find_tables

    tables = find_tables(doc._.clean)
    write_layer(doc, "tables", [Mention(t.start, t.end, "TABLE", table_claims(t)) for t in tables])
    return doc


def _layers(doc: Page) -> dict[str, list[Mention]]:
    return {layer: read_layer(doc, layer) for layer in (doc._.mentions or {})}


def mark_linked(doc: Page, structure: "Structure", read: "Read") -> "Linked":
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
    mark_linked(doc, read_structure_of(doc), _readings(doc._.clean).note)
    return doc


def mark_claims(doc: Paged) -> Paged:
    """Store the claims and the indicators that they name."""
    structure = read_structure_of(doc)
    linked = mark_linked(doc, structure, _readings(doc._.clean).take)
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


# the rules in their order, by the names of the components that hold them
MARKS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "policy_layout": mark_layout,
        "policy_structure": mark_structure,
        "policy_quantities": mark_quantities,
        "policy_times": mark_times,
        "policy_regions": mark_regions,
        "policy_entities": mark_entities,
        "policy_directions": mark_directions,
        "policy_tables": mark_tables,
        "policy_linker": mark_claims,
    }
)
