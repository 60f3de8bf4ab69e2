"""A panel of the claims: a row for each region, period, indicator and modality.

Claims that say the same are one value, counted; values that differ are a conflict, and all are
kept. What has another unit, another baseline or is denied stands beside them: no conflict.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from policynlp.sinks.columns import load_columns, load_rows, names
from policynlp.sinks.measures import Reading, read_value

Row = Mapping[str, Any]
Key = tuple[str | None, ...]
DEICTIC = "THIS-"  # 全市 is THIS-CITY: which city, the report knows
NAMELESS = "-"  # 各地
SEPARATOR = "; "
AMOUNTS = ("level", "share", "change")


def read_panel(
    rows: Iterable[tuple[Any, ...]], issuers: Mapping[str, str]
) -> Iterator[tuple[Any, ...]]:
    """Turn rows of claims into rows of the panel, in the order of their first claim.

    ``issuers`` says who speaks in a document: 全市 of two reports of one issuer is one place.
    """
    columns = names("claims")
    cells: dict[Key, list[Row]] = {}
    for row in rows:
        claim = dict(zip(columns, row, strict=True))
        cells.setdefault(_key(claim, issuers), []).append(claim)
    for key, claims in cells.items():
        cell = _cell(key[0], claims)
        yield tuple(cell.get(column.name) for column in load_columns("panel"))


def _key(claim: Row, issuers: Mapping[str, str]) -> Key:
    place, period = claim["region_id"] or NAMELESS, claim["period"]
    named = place != NAMELESS and not place.startswith(DEICTIC)
    indicator = claim["indicator"]
    return (
        None if named else issuers.get(claim["doc_id"], claim["doc_id"]),
        place if place != NAMELESS else claim["region"],
        # a time that could not be resolved is the same in its own document only
        period or f"{claim['doc_id']} {claim['period_text']}",
        claim["indicator_id"] or indicator,
        next(filter(indicator.startswith, _flow_words()), ""),
        claim["modality"],
    )


@cache
def _flow_words() -> tuple[str, ...]:
    return tuple(row["form"] for row in load_rows("flow_words"))


def _cell(scope: str | None, claims: list[Row]) -> dict[str, Any]:
    first = claims[0]
    readings = _read(claims)
    return {
        "scope": scope,
        **{name: first[name] for name in ("region", "region_id", "indicator", "indicator_id")},
        "period": first["period"] or first["period_text"],
        "modality": first["modality"],
        **_values({name: found[0] for name, found in readings.items()}),
        **_doubts(readings),
        "claims": len(claims),
        "documents": len({claim["doc_id"] for claim in claims}),
        "claim_ids": " ".join(str(claim["id"]) for claim in claims),
    }


def _read(claims: list[Row]) -> dict[str, list[Reading]]:
    """Sort the values by measure and by what they compare with; what most tell of comes first."""
    readings: dict[str, list[Reading]] = {}
    for claim in claims:
        value = read_value(claim)
        groups = readings.setdefault(value.measure, [])
        group = next((group for group in groups if group.takes(value)), None)
        if group is None:
            groups.append(group := Reading())
        group.add(value, claim["id"])
    for groups in readings.values():
        groups.sort(key=lambda group: (group.main.negated, -group.size))
    return readings


def _values(mains: Mapping[str, Reading]) -> dict[str, Any]:
    """Give the main value of each measure; what is denied is no value."""
    stated = {name: reading for name, reading in mains.items() if not reading.main.negated}
    found: dict[str, Any] = {}
    for name in AMOUNTS:
        if name in stated:
            value = stated[name].main
            found |= {name: value.low, f"{name}_high": value.high, f"{name}_unit": value.unit}
            found |= {f"{name}_relation": value.relation, f"{name}_claims": stated[name].count}
    moved = [stated[name] for name in ("change", "level", "share", "trend") if name in stated]
    based = [stated[name] for name in ("change", "trend") if name in stated]
    return {
        **found,
        "share_of": stated["share"].main.share_of if "share" in stated else None,
        "direction": next((r.main.direction for r in moved if r.main.direction), None),
        "baseline": next((r.baseline for r in based if r.baseline), None),
    }


def _doubts(readings: Mapping[str, list[Reading]]) -> dict[str, Any]:
    """Tell the values that stand beside the main ones, and those that contradict each other."""
    everything = [reading for group in readings.values() for reading in group]
    shown = [group[0] for group in readings.values() if not group[0].main.negated]
    others = [value for reading in everything if reading not in shown for value, _ in reading.found]
    split = [reading for reading in everything if reading.differs]
    return {
        "others": SEPARATOR.join(map(str, others)) or None,
        "conflict": bool(split),
        "conflicts": SEPARATOR.join(map(_say, split)) or None,
    }


def _say(reading: Reading) -> str:
    return " ≠ ".join(f"{value} [{' '.join(ids)}]" for value, ids in reading.found)
