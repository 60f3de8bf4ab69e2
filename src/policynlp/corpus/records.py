"""The one form of a claim that the corpus works on: the fields of the gold files, none left out."""

from collections.abc import Mapping
from typing import Any

from policynlp.corpus.notation import Claim

_PLACE: dict[str, Any] = {"text": None, "start": None, "end": None}
_NUMBER: dict[str, Any] = {"value": None, "high": None, "unit": "", "relation": "eq"}
_SHAPES = {
    "trigger": _PLACE,
    "quantity": _PLACE | _NUMBER,
    "from_quantity": _PLACE | _NUMBER,
    "period": _PLACE | {"iso": None},
    "baseline": _PLACE | {"iso": None},
    "region": _PLACE,
    "share_of": _PLACE,
}


def plain_claim(claim: Mapping[str, Any]) -> Claim:
    """Give a claim of a gold file, or one that was extracted, in the form of the corpus.

    A part may be bare words or miss fields there; a time that says nothing is no time.
    """
    head = {
        "kind": claim["kind"],
        "direction": claim.get("direction"),
        "modality": claim.get("modality") or "actual",
        "negated": bool(claim.get("negated")),
        "indicator": _part(claim["indicator"], _PLACE | {"inherited": False}),
    }
    return head | {name: _part(claim.get(name), shape) for name, shape in _SHAPES.items()}


def _part(part: Any, shape: Mapping[str, Any]) -> dict[str, Any] | None:
    if part is None:
        return None
    given = part if isinstance(part, Mapping) else {"text": part}
    filled = {name: given.get(name, default) for name, default in shape.items()}
    filled |= {
        name: shape[name] for name in ("unit", "relation") if name in shape and not filled[name]
    }
    return None if filled["text"] is None and not filled.get("iso") else filled


def plain_document(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give a gold-shaped document with its claims in the form of the corpus."""
    return {
        "doc_id": document["doc_id"],
        "text": document["text"],
        "meta": dict(document.get("meta") or {}),
        "ents": list(document.get("ents") or ()),
        "claims": [plain_claim(claim) for claim in document.get("claims") or ()],
    }
