"""The tree of headings, each with the anchor that it sets or inherits."""

from collections.abc import Sequence
from dataclasses import dataclass

from policynlp.schema import Anchor
from policynlp.structure.anchors import PLAN
from policynlp.structure.headings import Heading
from policynlp.structure.records import Section
from policynlp.structure.setting import Above, HeadingReader

OUTERMOST = -9


@dataclass
class Node:
    """A section under construction.

    ``scope`` is the node whose heading set the anchor, ``told`` is true when there is one,
    ``mixed`` when that heading names several times (2021年和过去五年工作回顾).
    """

    heading: Heading
    parent: int
    level: int
    end: int
    anchor: Anchor
    scope: int
    told: bool
    mixed: bool


class Tree:
    """The sections in the order of the text; node 0 is the document."""

    def __init__(self, length: int, reader: HeadingReader, root: Anchor) -> None:
        self.length = length
        self.reader = reader
        self.running = root
        top = Heading(0, 0, OUTERMOST, "")
        self.nodes = [Node(top, 0, 0, length, root, 0, told=False, mixed=False)]

    def build(self, headings: Sequence[Heading]) -> None:
        """Nest the headings by rank."""
        stack = [0]
        for heading, end in zip(headings, _ends(headings, self.length), strict=True):
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
                level=node.level,
                heading=node.heading.text,
                start=node.heading.start,
                end=node.end,
                parent=node.parent if index else None,
                anchor=node.anchor,
            )
            for index, node in enumerate(self.nodes)
        )

    def _add(self, heading: Heading, parent: int, end: int) -> None:
        above, index = self.nodes[parent], len(self.nodes)
        begun = index > 1 and self.running.tense == PLAN
        found = self.reader.read(heading, Above(above.anchor, above.told, begun), end)
        node = Node(
            heading=heading,
            parent=parent,
            level=above.level + 1,
            end=self.length if heading.stop is None else heading.stop,
            anchor=found[0] if found else self._inherited(parent),
            scope=index if found or parent == 0 else above.scope,
            told=bool(found) or above.told,
            mixed=len(found) > 1 or (not found and above.mixed),
        )
        self.nodes.append(node)
        if parent == 0:
            self.running = node.anchor

    def _inherited(self, parent: int) -> Anchor:
        """A part goes on where the part before it ended; the parts of a plan outline do not."""
        if parent or self.reader.genre == "plan":
            return self.nodes[parent].anchor
        return self.running

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
