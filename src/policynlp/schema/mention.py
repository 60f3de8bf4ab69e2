"""What the layers find in a text on the way to its claims, and what they know of a section."""

from typing import Any, NamedTuple

# what entity spans are called; a UNIT, besides, lies inside its QUANTITY
LABELS = (
    "INDICATOR",
    "POLICY",
    "ORG",
    "REGION",
    "SECTOR",
    "GROUP",
    "EVENT",
    "TIME",
    "DIRECTION",
    "QUANTITY",
)


class Mention(NamedTuple):
    """Something found in the clean text of a document.

    ``start`` and ``end`` are half-open and count code points of the **clean** text.
    ``value`` holds JSON values only, so that a mention survives ``Doc.to_bytes``.
    """

    start: int
    end: int
    label: str
    value: Any = None


class Anchor(NamedTuple):
    """What relative times mean in a section: a report of March 2031 reviews 2030 and plans 2031.

    ``report_year``: the year in which the text speaks (今年, 去年, 明年 count from it).
    ``year``: the year that the section tells of (全年, 年末, 上年, 上半年, 5月 count from it).
    ``span``: first and last year, where the section reviews or plans several (五年来, 今后五年).
    ``tense``: ``past`` (review), ``plan`` (goals, tasks, budget) or ``""`` where nothing tells.
    """

    report_year: int | None = None
    year: int | None = None
    span: tuple[int, int] | None = None
    tense: str = ""
