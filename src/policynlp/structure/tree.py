"""The tree of headings, each with the anchor that it sets or inherits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policynlp.schema import Anchor
from policynlp.structure.anchors import PAST, PLAN, TERM_YEARS, Clock, cue_pattern, heading_anchors, heading_tense
from policynlp.structure.headings import RANKS, Heading
from policynlp.structure.records import Section
from policynlp.structure.tense import PAST_FROM, body_tense

OWN_YEAR = ("communique", "bulletin")
EVIDENCE, CLEAR = 2000, 3
# the third part of a report is a plan unless its clauses say otherwise
LATE_PART = re.compile("[三四五六七八九十]")
LATE_PAST_FROM = -0.25
BASE = re.compile(r"(?:是|比|较|自|从|由)((?:19|20)\d\d)年")
TURN = re.compile("[。！\n](?:各位代表[，！]?)?(?:一年来|过去一年|刚刚过去|五年来|过去五年|过去的|这五年)")
LONGEST_SET = 40  # a longer first sentence (2012年实现…，增长…。) is a statement, no heading


@dataclass
class Node:
    """A section under construction; ``told`` when its own heading or one above set the anchor."""

    heading: Heading
    parent: int
    level: int
    end: int
    anchor: Anchor
    scope: int
    told: bool
    mixed: bool = False


@dataclass
class Tree:
    """Sections in the order of the text; section 0 is the document."""

    text: str
    clock: Clock
    genre: str
    root: Anchor
    nodes: list[Node] = field(default_factory=list)
    running: Anchor = field(default_factory=Anchor)

    def build(self, headings: Sequence[Heading]) -> None:
        """Nest the headings by rank."""
        top = Heading(0, 0, -9, "")
        self.nodes = [Node(top, 0, 0, len(self.text), self.root, 0, told=False)]
        self.running = self.root
        stack = [0]
        ends = _ends(headings, len(self.text))
        for heading, end in zip(headings, ends, strict=True):
            while len(stack) > 1 and self._closes(heading, stack[-1]):
                self._close(stack.pop(), heading.start)
            self._add(heading, stack[-1], end)
            stack.append(len(self.nodes) - 1)
        for index in stack[1:]:
            self._close(index, self.nodes[self.nodes[index].parent].end)

    def sections(self) -> tuple[Section, ...]:
        """Return the tree as records."""
        return tuple(
            Section(
                node.level,
                node.heading.text,
                node.heading.start,
                node.end,
                node.parent if index else None,
                node.anchor,
            )
            for index, node in enumerate(self.nodes)
        )

    def _add(self, heading: Heading, parent: int, end: int) -> None:
        above = self.nodes[parent]
        anchors = self._anchors(heading, above, end)
        inherited = self.running if parent == 0 else above.anchor
        anchor = self._choose(anchors, heading, end) if anchors else inherited
        index = len(self.nodes)
        sets = bool(anchors)
        self.nodes.append(
            Node(
                heading=heading,
                parent=parent,
                level=above.level + 1,
                end=len(self.text) if heading.stop is None else heading.stop,
                anchor=anchor,
                scope=index if sets or parent == 0 else above.scope,
                told=sets or above.told,
                mixed=len(anchors) > 1 or (not sets and above.mixed),
            )
        )
        if parent == 0:
            self.running = anchor

    def _anchors(self, heading: Heading, above: Node, end: int) -> list[Anchor]:
        """Return what the heading sets: deep ones only with 2023年…回顾 in full."""
        if len(heading.text) > LONGEST_SET:
            return []
        explicit = heading_anchors(heading.text, self.clock)
        if explicit and (not above.told or heading_tense(heading.text)):
            return explicit
        if above.told or heading.rank > RANKS["bare"] or self.genre in OWN_YEAR:
            return []
        if self.genre == "plan":
            return [self.clock.past()] if heading_tense(heading.text) == PAST else []
        return self._by_cues(heading, end)

    def _by_cues(self, heading: Heading, end: int) -> list[Anchor]:
        """Weigh the heading's words and how its clauses begin; once plans begin, they go on."""
        if self.running.tense == PLAN and len(self.nodes) > 1:
            return []
        past_from = LATE_PAST_FROM if LATE_PART.match(heading.text) else PAST_FROM
        tense = body_tense(self.text, heading.start, end, past_from=past_from)
        tense = tense or heading_tense(heading.text)
        if not tense:
            return []
        if tense == PLAN:
            return [self.clock.future()]
        return [self.clock.past(self._years_reviewed(heading.end, end))]

    def _years_reviewed(self, start: int, end: int) -> int:
        """Return 5 for a review that measures against the year before the term (是2007年的2.6倍)."""
        if self.clock.review is None:
            return 1
        first = str(self.clock.review - TERM_YEARS)
        bases = [match.group(1) for match in BASE.finditer(self.text, start, end)]
        return TERM_YEARS if bases.count(first) > 1 and bases.count(first) * 2 > len(bases) else 1

    def _choose(self, anchors: Sequence[Anchor], heading: Heading, end: int) -> Anchor:
        """Pick which of 2021年和过去五年 the text begins with, up to the sentence that says so."""
        spans = [anchor for anchor in anchors if anchor.span]
        single = [anchor for anchor in anchors if not anchor.span]
        if not spans or not single:
            return anchors[0]
        stop = min(end, heading.end + EVIDENCE)
        turn = TURN.search(self.text, heading.end, stop)
        stop = turn.start() if turn else stop
        years = sum(1 for _ in cue_pattern("span_cues", "years").finditer(self.text, heading.end, stop))
        year = sum(1 for _ in cue_pattern("span_cues", "year").finditer(self.text, heading.end, stop))
        return spans[0] if years - year >= CLEAR else single[0]

    def _closes(self, heading: Heading, index: int) -> bool:
        node = self.nodes[index]
        return node.heading.rank >= heading.rank or node.end <= heading.start

    def _close(self, index: int, end: int) -> None:
        self.nodes[index].end = min(self.nodes[index].end, end)


def _ends(headings: Sequence[Heading], end: int) -> list[int]:
    """Return where the reach of each heading ends: at the next of its rank or above."""
    ends = [end] * len(headings)
    opened: list[int] = []
    for position, heading in enumerate(headings):
        while opened and headings[opened[-1]].rank >= heading.rank:
            ends[opened.pop()] = heading.start
        opened.append(position)
    return ends
