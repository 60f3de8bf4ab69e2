"""The indicator of a drafted claim, named by the spans of an annotator."""

from collections.abc import Sequence

from policynlp.corpus.markup import Entity, squeeze
from policynlp.corpus.notation import Claim

_ANCHORS = ("quantity", "trigger")
_SENTENCE_ENDS = "。！？；"
_CLAUSE_ENDS = "，；：,"


def name_claim(text: str, claim: Claim, names: Sequence[Entity]) -> None:
    """Give the indicator the borders of the annotated span that it overlaps most.

    One that overlaps none is the nearest span of the sentence before the number, or right behind it.
    A composed one has borders of its own.
    """
    indicator = claim["indicator"]
    start, end = indicator["start"], indicator["end"]
    if start is None or squeeze(text[start:end]) != indicator["text"]:
        return
    best: Entity | None
    common = [min(end, name["end"]) - max(start, name["start"]) for name in names]
    if max(common, default=0) > 0:
        best = names[common.index(max(common))]
    elif not (best := _neighbour(text, claim, names)):
        return
    else:
        at = place_of(claim)
        gap = text[min(best["end"], at) : max(best["start"], at)]
        indicator["inherited"] = any(sign in gap for sign in _CLAUSE_ENDS)
        _drop_trigger(claim, best)
    indicator |= {"text": squeeze(best["text"]), "start": best["start"], "end": best["end"]}


def _neighbour(text: str, claim: Claim, names: Sequence[Entity]) -> Entity | None:
    at = place_of(claim)
    begin = max(text.rfind(sign, 0, at) for sign in _SENTENCE_ENDS) + 1
    before = [name for name in names if begin <= name["start"] and name["end"] <= at]
    part = claim["quantity"] or claim["trigger"]
    behind = [name for name in names if part and name["start"] == part["end"]]
    return behind[0] if behind else before[-1] if before else None


def _drop_trigger(claim: Claim, name: Entity) -> None:
    """A verb inside the indicator is no trigger."""
    trigger = claim["trigger"]
    if trigger and claim["quantity"] and name["start"] <= trigger["start"] < name["end"]:
        claim["trigger"] = None


def place_of(claim: Claim) -> int:
    """Give where the claim's number or verb begins, 0 where it has neither."""
    parts = (claim[name] for name in _ANCHORS if claim[name] is not None)
    starts = [part["start"] for part in parts if part["start"] is not None]
    return min(starts, default=0)
