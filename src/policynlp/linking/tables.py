"""The rows of a table as claims: what stands in name, head and caption is already taken apart."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from policynlp.linking.drafts import Draft, Subject
from policynlp.normalize.dates import resolve, resolve_baseline
from policynlp.normalize.timex import read_time
from policynlp.schema import Anchor, Mention

BARE_YEARS = re.compile(r"(?:19|20)\d\d(?:[-—–~～至](?:19|20)\d\d)?")
Layers = Mapping[str, Sequence[Mention]]
Part = Mapping[str, Any]


def table_drafts(table: Mention, anchor: Anchor, layers: Layers) -> list[Draft]:
    """Turn the cells that ``policy_tables`` stored into drafts."""
    return [_draft(cell, anchor, layers) for cell in table.value]


def _draft(cell: Part, anchor: Anchor, layers: Layers) -> Draft:
    name, quantity = cell["indicator"], cell["quantity"]
    value = {**quantity, "dimension": None, "base": None, "unit_start": None, "unit_end": None}
    draft = Draft(
        cell["kind"],
        cell["direction"],
        Subject(name["start"], name["end"], name["text"]),
        _span(cell["trigger"]),
        Mention(quantity["start"], quantity["end"], "QUANTITY", value),
        "table",
        modality=cell["modality"] or "actual",
    )
    draft.period = _mention(cell["period"], "TIME", layers["times"])
    draft.period_iso = _period(draft, anchor)
    draft.baseline = _mention(cell["baseline"], "BASELINE", layers["baselines"])
    if draft.baseline is not None and draft.baseline.value is None:
        draft.baseline = _with_time(draft.baseline, layers["times"])
    if draft.baseline is not None and draft.baseline.value:
        draft.baseline_iso = resolve_baseline(draft.baseline.value, anchor, draft.period_iso)
    draft.region = _mention(cell["region"], "REGION", layers["regions"])
    return draft


def _period(draft: Draft, anchor: Anchor) -> str | None:
    if draft.period is not None and draft.period.value is not None:
        return resolve(draft.period.value, anchor)
    return None if anchor.year is None else str(anchor.year)


def _with_time(baseline: Mention, times: Sequence[Mention]) -> Mention:
    """A head over two lines parts 比 from its year: 一九八五年比|一九八四年增长%."""
    time = next((t for t in times if t.start < baseline.end and baseline.start < t.end), None)
    return baseline._replace(value={"kind": "than", "time": time.value} if time else None)


def _span(part: Part | None) -> tuple[int, int] | None:
    return (part["start"], part["end"]) if part else None


def _mention(part: Part | None, label: str, known: Sequence[Mention]) -> Mention | None:
    """Give the mention that the finders made at this place; else the bare words."""
    if part is None:
        return None
    start, end = part["start"], part["end"]
    found = next((m for m in known if m.start < end and start < m.end), None)
    value = found.value if found else _bare_value(label, part["text"])
    return Mention(start, end, label, value)


def _bare_value(label: str, text: str) -> dict[str, Any] | None:
    """A head may leave 年 out, which no finder sees: | 2029 | 2026-2030 |."""
    if label == "REGION":
        return {"id": None}
    return dict(read_time(text + "年")) if BARE_YEARS.fullmatch(text) else None
