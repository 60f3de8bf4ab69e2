"""Spans as one B-, I- or O tag a character, and back."""

from collections.abc import Iterable, Iterator, Sequence

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.records import UNIT, WHERE, Record

OUTSIDE = "O"


def tag_characters(document: Record, *, units: bool = False) -> list[str]:
    """Give the tag of each character; ``units``: of the UNIT spans, else of all the others."""
    tags = [OUTSIDE] * len(document["text"])
    for span in document["ents"]:
        if (span["label"] == UNIT) is units:
            start, end, label = span["start"], span["end"], span["label"]
            tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return tags


def read_spans(
    tags: Sequence[str], lengths: Iterable[int], wheres: Sequence[str]
) -> Iterator[Record]:
    """Give the spans of a run of tags over tokens of these lengths.

    Raises:
        InterchangeError: a tag is none of B-LABEL, I-LABEL and O, or an I- has no beginning.
    """
    place, before = 0, OUTSIDE
    span: Record | None = None
    for tag, length, where in zip(tags, lengths, wheres, strict=True):
        prefix, _, label = tag.partition("-")
        if tag != OUTSIDE and not (prefix in ("B", "I") and label):
            error = f"{tag!r} is no tag; expected B-LABEL, I-LABEL or O"
            raise InterchangeError(Errors.BAD_RECORD.format(where=where, error=error))
        if prefix == "I" and before.partition("-")[2] != label:
            raise InterchangeError(Errors.BAD_TAG.format(where=where, tag=tag, before=before))
        if span and prefix != "I":
            yield span
            span = None
        if prefix == "B":
            span = {"start": place, "end": place, "label": label, WHERE: where}
        place, before = place + length, tag
        if span:
            span["end"] = place
    if span:
        yield span
