"""What the components store on the ``Doc``: mentions that finders read in the repaired text."""

from policynlp.extensions import Paged, raw_text, read_layer, write_layer
from policynlp.schema import Mention


def without(mentions: list[Mention], others: list[Mention]) -> list[Mention]:
    """Leave out the mentions that one of the others covers or cuts."""
    ends = {at for other in others for at in range(other.start, other.end)}
    return [m for m in mentions if m.start not in ends and m.end - 1 not in ends]


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
