"""Sentences that turn a review of several years to its last one: 去年，面对复杂形势，我们….

They open a paragraph. What only tells a value of that year (去年粮食产量达到…) turns nothing.
"""

import re

from policynlp.schema import Anchor
from policynlp.structure.anchors import PAST, Clock
from policynlp.structure.headings import Heading
from policynlp.structure.years import find_whens

ADDRESS = ("各位代表！", "各位代表：", "各位代表:")
# 2030年是极不平凡的一年, 去年，我们坚持…
TURN = re.compile(
    r"(?:各位代表[，！：]?\s*)?(?:去年|(?P<year>(?:19|20)\d\d)年)"
    r"(?:是|，?面对|，我们|，在(?:以|党|中共|[省市]委|习近平))"
)


def year_told(
    text: str, start: int, current: Anchor, clock: Clock, heading: Heading
) -> Anchor | None:
    """Return the anchor of the last year where the sentence at ``start`` turns to it.

    Args:
        text: the clean text.
        start: where the sentence begins.
        current: the anchor that holds so far.
        clock: the years of the document.
        heading: the heading that the sentence stands under.
    """
    if clock.review is None or current.tense != PAST or not current.span:
        return None  # before the pattern is looked for: few sentences stand in such a review
    turn = TURN.match(text, start)
    if turn is None:
        return None
    last = int(turn["year"]) if turn["year"] else (clock.report or 0) - 1
    if last != clock.review or clock.span or not _opens(text, start):
        return None
    introduces = not text[heading.end : start].strip() and find_whens(heading.text)
    return None if introduces else clock.past()


def _opens(text: str, start: int) -> bool:
    """Whether a paragraph begins here, or the speech anew (各位代表！)."""
    before = text[max(start - 12, 0) : start]
    return start == 0 or before.endswith("\n") or before.rstrip().endswith(ADDRESS)
