"""What a heading sets: the anchor of the text under it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from policynlp.schema import Anchor
from policynlp.structure.anchors import PAST, PLAN, Clock, heading_anchors, heading_tense
from policynlp.structure.clock import LATER_PART, OWN_YEAR
from policynlp.structure.cues import cue_pattern
from policynlp.structure.evidence import (
    PAST_FROM,
    PLAN_TO,
    SURELY_PAST,
    SURELY_PLAN,
    body_tense,
    fitting,
    tense_score,
    years_reviewed,
)
from policynlp.structure.headings import RANKS, Heading

EVIDENCE = 2000  # characters under a heading that are weighed against it
LONG = 600  # fewer do not overrule it
LONGEST = 40  # a longer run-in sentence (2012年实现…，增长…。) is a statement, no heading
# the third part of a report is a plan unless its clauses say otherwise
LATE_PART, LATE_PAST_FROM = re.compile("[三四五六七八九十]+、"), 0.3


class Above(NamedTuple):
    """What holds where a heading stands: ``told`` when a heading above it has set it."""

    anchor: Anchor
    told: bool
    begun: bool  # plans have begun before


@cache
def _turn() -> re.Pattern[str]:
    forms = "|".join(
        cue_pattern("anchor_cues", kind).pattern for kind in ("review_year", "review_span")
    )
    return re.compile(rf"[。！\n](?:各位代表[，！]?)?(?:{forms})")


class HeadingReader:
    """Reads the anchor of a section off its heading, its clauses and what stands above."""

    def __init__(self, text: str, clock: Clock, genre: str) -> None:
        self.text = text
        self.clock = clock
        self.genre = genre

    def root(self, headings: Sequence[Heading], start: int) -> Anchor:
        """Return what holds where no heading tells."""
        if self.clock.span:
            return self.clock.future()
        if self.genre in OWN_YEAR:
            return self.clock.past()
        if self.genre in ("opinion", "plan"):
            return Anchor(self.clock.report, self.clock.report, None, PLAN)
        top = next((heading for heading in headings if heading.rank <= RANKS["han"]), None)
        score = tense_score(self.text, start, top.start if top else len(self.text))
        # what stands above 二、2024年…主要目标 is the rest of a cut part 一, a review
        rest = top and LATER_PART.match(top.text) and heading_tense(top.text) == PLAN
        limit = SURELY_PLAN if rest else PLAN_TO
        return self._simple(PAST if score is None or score >= limit else PLAN)

    def read(self, heading: Heading, above: Above, end: int) -> list[Anchor]:
        """Return the anchors that the heading sets, the one that its text begins with first."""
        found = self._named(heading, above) or self._weighed(heading, above, end)
        if len(found) == 0:
            return []
        first = self._choose(found, heading, end)
        if first not in found:  # the heading is not this text's own
            return [first]
        return [first, *(anchor for anchor in found if anchor != first)]

    def _named(self, heading: Heading, above: Above) -> list[Anchor]:
        """Read 2023年…回顾; deep headings must name both year and tense."""
        if len(heading.text) > LONGEST and heading.rank > RANKS["bare"]:
            return []
        label = heading.text[:LONGEST]
        return heading_anchors(label, self.clock) if not above.told or heading_tense(label) else []

    def _weighed(self, heading: Heading, above: Above, end: int) -> list[Anchor]:
        """Weigh the heading's words and how its clauses begin; once plans begin, they go on."""
        if self.genre in OWN_YEAR or heading.rank > RANKS["bracket"]:
            return []
        if above.told:
            tense = (
                self._overruling({above.anchor.tense}, heading.end, end)
                if above.anchor.tense == PAST
                else ""
            )
            return [self._simple(tense)] if tense else []
        if heading.rank == RANKS["bracket"]:
            return []
        if self.genre == "plan":
            return [self.clock.past()] if heading_tense(heading.text) == PAST else []
        if above.begun:
            return []
        return self._guessed(heading, end)

    def _guessed(self, heading: Heading, end: int) -> list[Anchor]:
        past_from = LATE_PAST_FROM if LATE_PART.match(heading.text) else PAST_FROM
        tense = body_tense(self.text, heading.start, end, past_from=past_from)
        tense = tense or heading_tense(heading.text)
        if tense != PAST:
            return [self.clock.future()] if tense else []
        return [self.clock.past(years_reviewed(self.text, heading.end, end, self.clock))]

    def _choose(self, anchors: Sequence[Anchor], heading: Heading, end: int) -> Anchor:
        """Pick which of 2021年和过去五年 the text begins with, up to the sentence that says so."""
        stop = min(end, heading.end + EVIDENCE)
        turn = _turn().search(self.text, heading.end, stop)
        stop = turn.start() if turn else stop
        tenses = {anchor.tense for anchor in anchors}
        if len(tenses) > 1:
            tense = body_tense(self.text, heading.end, stop)
        else:
            tense = self._overruling(tenses, heading.end, stop)
        if tense:
            return next(
                (anchor for anchor in anchors if anchor.tense == tense), self._simple(tense)
            )
        return fitting(self.text, anchors, heading.end, stop)

    def _overruling(self, tenses: set[str], start: int, stop: int) -> str:
        """Return the tense of a text that a cut has parted from its heading (…回顾, then 力争…)."""
        score = tense_score(self.text, start, stop)
        if score is None or stop - start < LONG or self.genre in (*OWN_YEAR, "plan"):
            return ""
        if PAST in tenses and score < SURELY_PLAN:
            return PLAN
        return PAST if PLAN in tenses and score > SURELY_PAST else ""

    def _simple(self, tense: str) -> Anchor:
        return self.clock.future() if tense == PLAN else self.clock.past()
