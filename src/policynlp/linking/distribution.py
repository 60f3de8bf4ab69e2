"""分别 and other lists of values: pair each value with the member of the subject it belongs to."""

from dataclasses import replace

from policynlp.linking import coordination, members
from policynlp.linking.drafts import Draft, Subject


def spread(text: str, drafts: list[Draft], earlier: list[Subject]) -> list[Draft]:
    """Give each draft of a list its own subject.

    ``drafts`` share one subject; ``earlier`` are the subjects of the list before, if this one
    goes on with them (分别是2007年的7.5倍、2.7倍). Where the numbers of subjects and values
    differ, the drafts keep the whole subject and are marked ``unaligned``.
    """
    subject = drafts[0].subject
    if subject.inherited and len(earlier) == len(drafts):
        return [replace(d, subject=s.inherit()) for d, s in zip(drafts, earlier, strict=True)]
    own = divide(text, subject, len(drafts)) if len(drafts) > 1 else None
    if own is None:
        return drafts if len(drafts) == 1 else [replace(d, pattern="unaligned") for d in drafts]
    return [replace(d, subject=s) for d, s in zip(drafts, own, strict=True)]


def divide(text: str, subject: Subject, count: int) -> list[Subject] | None:
    """Divide a subject into ``count`` composed ones; None where it does not divide."""
    phrase = subject.words(text)
    cuts = members.members(phrase, count)
    if cuts is None or members.is_paired(phrase):
        halves = members.halves(phrase, count) or []
        return [replace(subject, text=half, whole=subject.span) for half in halves] or None
    parts = [phrase[a:b] for a, b in cuts]
    words = coordination.compose(parts)
    if subject.text is not None:
        return [replace(subject, text=word) for word in words]
    whole = subject.span if words != parts else None
    return [
        Subject(
            subject.start + a,
            subject.start + b,
            None if word == part else word,
            subject.inherited,
            whole,
        )
        for (a, b), part, word in zip(cuts, parts, words, strict=True)
    ]
