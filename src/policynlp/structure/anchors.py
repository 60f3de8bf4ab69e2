"""What 全年, 今年, 五年来 mean in each section and sentence."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from policynlp.schema import Anchor
from policynlp.structure.cues import cue_pattern
from policynlp.structure.years import When, find_whens

PAST, PLAN = "past", "plan"
CUE_REACH = 14
TERM_YEARS = 5
AIM = re.compile(r"远景|[到至](?=[\d一二])|愿景|中长期|(?<=年)前(?![一二两三四五六七八九十几数\d])")
AIM_REACH = 8
THIS_YEAR = "今年"
LEAD = "(?:各位代表[，！：]?|[“”]|[—－-]+|回顾|总的看，?)*"


class Clock(NamedTuple):
    """The years of a document: in which it speaks, which it reviews, which it plans."""

    report: int | None = None
    review: int | None = None
    plan: int | None = None
    span: tuple[int, int] | None = None

    def past(self, years: int = 1) -> Anchor:
        """Anchor of a review of the last so many years; a plan reviews the one before it."""
        if self.span and years == 1:
            return Anchor(self.report, self.span[0] - 1, (self.span[0] - 5, self.span[0] - 1), PAST)
        return self.anchor(self.review, 1 - years, 0, PAST)

    def future(self, years: int = 1) -> Anchor:
        """Anchor of a plan for so many years to come."""
        if self.span and years == 1:
            return Anchor(self.report, self.span[1], self.span, PLAN)
        return self.anchor(self.plan, 0, years - 1, PLAN)

    def anchor(self, base: int | None, first: int, last: int, tense: str) -> Anchor:
        """Anchor of the years from ``first`` to ``last``, counted from ``base``."""
        if base is None:
            return Anchor(self.report, None, None, tense)
        span = (base + first, base + last) if first != last else None
        return Anchor(self.report, base + last, span, tense)


def heading_tense(heading: str) -> str:
    """Return what the words of a heading tell: 回顾 past, 任务 plan; "" for both or neither."""
    review = cue_pattern("heading_cues", "review").search(heading)
    plan = cue_pattern("heading_cues", "plan").search(heading)
    if bool(review) == bool(plan):
        return ""
    return PAST if review else PLAN


def heading_anchors(heading: str, clock: Clock) -> list[Anchor]:
    """List the anchors that a heading names, in its order: 2021年和过去五年工作回顾 names two."""
    tense = heading_tense(heading)
    whens = find_whens(heading)
    near = [when for when in whens if not is_aim(heading, when)]
    return [_resolve(when, tense, clock) for when in near or whens]


def is_aim(heading: str, when: When) -> bool:
    """True for a year that is far off: 2035年远景目标, 为到2030年建成…奠定基础."""
    start = max(when.start - 1, 0)
    return when.kind == "year" and bool(AIM.search(heading, start, when.start + AIM_REACH))


def _resolve(when: When, tense: str, clock: Clock) -> Anchor:
    if when.kind == "back":
        years = when.last - when.first + 1
        return clock.past(years)
    if when.kind == "ahead":
        return clock.future(when.last - when.first + 1)
    # 2008年的主要工作 is a review in 2009, whatever its words
    tense = _tense_of(when, clock) or tense
    last = when.last
    if tense == PAST and clock.review and when.first <= clock.review:
        last = min(last, clock.review)  # “十六五”前两年回顾
    span = (when.first, last) if when.first != last else None
    return Anchor(clock.report, last, span, tense)


def _tense_of(when: When, clock: Clock) -> str:
    if clock.review is not None and when.last <= clock.review:
        return PAST
    # a plan under way may be reviewed or gone on with: its heading's words tell
    if clock.plan is not None and when.last >= clock.plan:
        under_way = when.first != when.last and when.first < clock.plan
        return "" if under_way else PLAN
    return ""


class SentenceCues:
    """Reads 一年来, 五年来, 今年发展的主要预期目标是 at the head of a sentence."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.anchors: Mapping[str, Anchor] = {
            "review_year": clock.past(),
            "review_span": clock.past(TERM_YEARS),
            "plan_year": clock.future(),
            "plan_span": clock.future(TERM_YEARS),
        }
        forms = "|".join(
            f"(?P<{kind}>{cue_pattern('anchor_cues', kind).pattern})" for kind in self.anchors
        )
        self.phrase = re.compile(f"{LEAD}(?:{forms})")
        self.named = re.compile(
            f"{LEAD}(?=(?:19|20)\\d\\d年(?:[，,是要]|政府|经济|主要|工作|全)|“?十)"
        )

    def read(self, text: str, start: int, end: int, *, mixed: bool) -> Anchor | None:
        """Return the anchor that the sentence sets; named years count where a heading names several."""
        match = self.phrase.match(text, start, end)
        if match is not None and match.lastgroup:
            return self.anchors["review_year" if self._is_own(match) else match.lastgroup]
        match = self.named.match(text, start, end) if mixed else None
        whens = find_whens(text[match.end() : min(match.end() + CUE_REACH, end)]) if match else []
        if not match or not whens or whens[0].start > 1 or whens[0].kind not in ("year", "plan"):
            return None
        anchor = _resolve(whens[0], "", self.clock)
        near = anchor.span or anchor.year in (self.clock.review, self.clock.plan)
        return anchor if anchor.tense and near else None

    def _is_own(self, match: re.Match[str]) -> bool:
        """今年是… in a report of December tells of the year that it reviews."""
        late = self.clock.review is not None and self.clock.review == self.clock.report
        return late and THIS_YEAR in match[0]
