"""Give claims the borders of their indicators as a tagger sees them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from policynlp.linking.drafts import Draft, Span
from policynlp.linking.words import ends_with_head, ends_with_scale, predicate_start
from policynlp.schema import Mention


def snap(drafts: Iterable[Draft], tagged: Sequence[Mention], text: str = "") -> None:
    """Move the subjects of drafts, in place, to the tagged indicator that each overlaps most.

    A subject that is composed of several pieces stays, and so does one whose tagged indicator would
    take in the claim's own number or verb, or would leave the head behind, where ``text`` is known.
    """
    found = list(drafts)
    borders = {
        subject.span: _nearest(subject.span, tagged)
        for subject in (draft.subject for draft in found)
        if subject.text is None and subject.whole is None
    }
    kept = {
        draft.subject.span for draft in found if _swallows(borders.get(draft.subject.span), draft)
    }
    for draft in found:
        span = borders.get(draft.subject.span)
        if span is not None and _beheads(text, draft.subject.span, span):
            continue
        if span is not None and draft.subject.span not in kept and span != draft.subject.span:
            draft.subject = replace(draft.subject, start=span[0], end=span[1])
            draft.source = "rules+model"


def _nearest(span: Span, tagged: Sequence[Mention]) -> Span | None:
    here = bisect_left(tagged, span[0], key=lambda mention: mention.end)
    best, most = None, 0
    while here < len(tagged) and tagged[here].start < span[1]:
        mention = tagged[here]
        shared = min(mention.end, span[1]) - max(mention.start, span[0])
        if shared > most:
            best, most = (mention.start, mention.end), shared
        here += 1
    return best


def _beheads(text: str, span: Span, tagged: Span) -> bool:
    """Whether the tagged words lack the head: 重点产品质量|稳定提高率, not 示范镇|为重点的建设."""
    rest = text[tagged[1] : span[1]]
    if not rest or "为" in rest or "的" in rest:
        return False
    return ends_with_scale(rest) or (ends_with_head(rest) and not predicate_start().search(rest))


def _swallows(span: Span | None, draft: Draft) -> bool:
    if span is None or draft.subject.inherited:
        return False
    parts = [draft.trigger, draft.quantity and (draft.quantity.start, draft.quantity.end)]
    return any(part and part[0] < span[1] and span[0] < part[1] for part in parts)
