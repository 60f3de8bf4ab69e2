"""Whether spans and claims of a document fit each other and the text."""

import re
from collections.abc import Iterator
from typing import Any

from policynlp.corpus.findings import Finding, Says
from policynlp.corpus.markup import LABELS, UNIT, squeeze
from policynlp.corpus.notation import Claim
from policynlp.corpus.search import Span, overlaps
from policynlp.corpus.source import CorpusFile
from policynlp.lexicons import load_forms

_LIST = re.compile("[、和与及]")

# a part → the label that its place has
_LABELLED = {"quantity": "QUANTITY", "from_quantity": "QUANTITY", "period": "TIME"}


def check_spans(file: CorpusFile) -> Iterator[Finding]:
    """Find spans that the text does not bear out, that overlap, or that carry no known label."""
    outer: dict[str, Any] = {"start": 0, "end": 0, "label": "", "text": ""}
    for ent in file.ents:
        for message in _span_faults(file.text, ent, outer):
            yield Finding(file.path, file.line_of(ent["start"]), message)
        if ent["label"] != UNIT:
            outer = ent


def _span_faults(text: str, ent: dict[str, Any], outer: dict[str, Any]) -> Iterator[str]:
    words, start, end, label = ent.get("text", ""), ent["start"], ent["end"], ent["label"]
    surface = text[start:end]
    if squeeze(surface) != squeeze(words) or surface != surface.strip() or not surface:
        yield Says.MISPLACED.format(text=words, start=start, end=end, found=surface)
    if label == UNIT:
        if outer["label"] != "QUANTITY" or end > outer["end"]:
            yield Says.STRAY_UNIT.format(text=words)
    elif label not in LABELS:
        yield Says.NO_SUCH_LABEL.format(label=label, labels=" ".join([*LABELS, UNIT]))
    elif start < outer["end"]:
        yield Says.OVERLAP.format(text=words, other=outer.get("text", ""))
    if label == "DIRECTION" and squeeze(words) in load_forms("reaching_verbs"):
        yield Says.NO_DIRECTION.format(text=words)


def check_claims(file: CorpusFile) -> Iterator[Finding]:
    """Find parts of claims that ought to be spans and are none."""
    spans: dict[str, set[Span]] = {}
    for ent in file.ents:
        spans.setdefault(ent["label"], set()).add((ent["start"], ent["end"]))
    for claim, line in zip(file.claims, file.claim_lines, strict=True):
        for message, error in _claim_faults(file.text, claim, spans):
            yield Finding(file.path, line, message, error)


def _claim_faults(
    text: str, claim: Claim, spans: dict[str, set[Span]]
) -> Iterator[tuple[str, bool]]:
    for field, label in _LABELLED.items():
        place = _place(claim, field)
        if place and place not in spans.get(label, ()):
            yield Says.NO_SPAN.format(field=field, text=claim[field]["text"], label=label), True
    yield from _indicator_faults(text, claim, spans.get("INDICATOR", set()))
    place = _place(claim, "region")
    if place and not _is_marked(place, spans.get("REGION", set())):
        words = claim["region"]["text"]
        yield Says.NO_SPAN.format(field="region", text=words, label="REGION"), False
    place = _place(claim, "trigger")
    if place and claim["direction"] and not any(_is_marked(place, some) for some in spans.values()):
        words = claim["trigger"]["text"]
        if words not in load_forms("reaching_verbs"):
            yield Says.NO_SPAN.format(field="trigger", text=words, label="DIRECTION"), True


def _is_marked(place: Span, spans: set[Span]) -> bool:
    return any(overlaps(place, span) for span in spans)


def _indicator_faults(text: str, claim: Claim, names: set[Span]) -> Iterator[tuple[str, bool]]:
    """An indicator that is not inherited is a span; one that is composed has a piece in one."""
    place, indicator = _place(claim, "indicator"), claim["indicator"]
    if place is None or indicator["inherited"] or place in names:
        return
    touching = [span for span in sorted(names) if overlaps(place, span)]
    if not touching:
        yield (
            Says.NO_SPAN.format(field="indicator", text=indicator["text"], label="INDICATOR"),
            True,
        )
    elif squeeze(text[slice(*place)]) == indicator["text"]:
        whole = squeeze(text[slice(*touching[0])])
        if _LIST.search(whole.replace(indicator["text"], "")):
            return  # the last of 铁路、公路里程 stands there as it is composed
        yield Says.OFF_SPAN.format(field="indicator", text=indicator["text"], span=whole), False


def check_claimed(file: CorpusFile) -> Iterator[Finding]:
    """Find numbers and verbs that no claim tells of: most of them should be in one."""
    told = [ent for ent in file.ents if ent["label"] in ("QUANTITY", "DIRECTION")]
    if told and not file.claims:
        yield Finding(file.path, file.line_of(0), Says.NO_CLAIMS, error=False)
        return
    fields = ("quantity", "from_quantity", "trigger", "indicator", "share_of")
    used = [place for claim in file.claims for field in fields if (place := _place(claim, field))]
    for ent in told:
        if not any(overlaps((ent["start"], ent["end"]), place) for place in used):
            message = Says.UNCLAIMED.format(label=ent["label"], text=ent["text"])
            yield Finding(file.path, file.line_of(ent["start"]), message, error=False)


def _place(claim: Claim, field: str) -> Span | None:
    part = claim[field]
    return None if part is None or part["start"] is None else (part["start"], part["end"])
