"""Sentences that say of which five years a review goes on to tell: 这是跨越发展的五年."""

import re

from policynlp.schema import Anchor
from policynlp.structure.anchors import PAST, PLAN, TERM_YEARS, Clock
from policynlp.structure.years import PLAN_PERIOD, plan_span

# 这是综合实力增强的五年, “十五”时期，是极不平凡的5年
HEAD = re.compile(
    r"(?:[—－-]+|各位代表[，！：]?|回[顾眸]过去，)*(?:这|(?P<plan>“[十一二三四五六七八九]+”)(?:时期|期间)?)"
    r"[，]?是\s?[^。；，：\n]{2,40}的\s?[五5]年"
)


def term_told(text: str, start: int, end: int, current: Anchor, clock: Clock) -> Anchor | None:
    """Return the anchor of several years that the head of a sentence sets in a review.

    Args:
        text: the clean text.
        start: where the sentence begins.
        end: where it ends.
        current: the anchor that holds so far.
        clock: the years of the document.
    """
    if current.tense == PLAN or clock.review is None:
        return None
    head = HEAD.match(text, start, end)
    if head is None:
        return None
    if head["plan"] is None:
        return current if current.span else clock.past(TERM_YEARS)
    plan = PLAN_PERIOD.match(head["plan"], 1)
    first, last = plan_span(plan[1]) if plan else (0, 0)
    if not plan or last > clock.review:
        return None  # a plan under way or to come
    return Anchor(clock.report, last, (first, last), PAST)
