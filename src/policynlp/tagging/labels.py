"""The labels of the tagger as BIO tags, one a character."""

from collections.abc import Iterable, Iterator, Sequence

from policynlp.schema import LABELS, Mention

OUTSIDE = "O"
TAGS = (OUTSIDE, *(f"{place}-{label}" for label in LABELS for place in "BI"))
TAG_IDS = {tag: number for number, tag in enumerate(TAGS)}
HIDDEN = len(TAGS)  # for the tagger: what the rules say of this text is not told


def begin(tag: int) -> bool:
    """Tell a B tag: they have odd numbers, and the I of the same label comes next."""
    return tag % 2 == 1


def tags_of(mentions: Iterable[Mention], start: int, end: int) -> list[int]:
    """Give the tags of the characters ``start:end``; mentions that reach out of it are left out.

    >>> [TAGS[tag] for tag in tags_of([Mention(1, 3, "TIME")], 0, 4)]
    ['O', 'B-TIME', 'I-TIME', 'O']
    """
    tags = [0] * (end - start)
    for mention in mentions:
        first = TAG_IDS.get(f"B-{mention.label}")
        if first is not None and start <= mention.start < mention.end <= end:
            inside = range(mention.start - start, mention.end - start)
            for place in inside:
                tags[place] = first if place == inside.start else first + 1
    return tags


def spans_of(tags: Sequence[int]) -> Iterator[Mention]:
    """Give the spans of a sequence of tags; offsets count from its first character.

    An I behind another label, as may be where two windows meet, belongs to no span.
    """
    start = None
    for place, tag in enumerate([*tags, 0]):
        if start is not None and tag != tags[start] + 1:
            yield Mention(start, place, LABELS[(tags[start] - 1) // 2])
            start = None
        if tag and begin(tag):
            start = place
