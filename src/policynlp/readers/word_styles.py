"""What the styles of a Word file say of its paragraphs: headings, numbers, tables of contents."""

from collections.abc import Iterator
from typing import Any

from policynlp.readers.word_text import W

_BODY_LEVEL = 9  # of the outline: no heading
_DEEPEST = 20  # styles that rest on one another
_TITLES = ("title", "标题")


class Styles:
    """The styles of paragraphs by their id."""

    def __init__(self, element: Any) -> None:
        self.by_id = {
            style.get(W + "styleId"): style
            for style in element.iterfind(W + "style")
            if style.get(W + "type") in (None, "paragraph")
        }

    def chain(self, paragraph: Any) -> Iterator[Any]:
        """The properties that hold for a paragraph, nearest first: its own, then its styles'."""
        own = paragraph.find(W + "pPr")
        if own is not None:
            yield own
        for style in self._styles(paragraph):
            properties = style.find(W + "pPr")
            if properties is not None:
                yield properties

    def _styles(self, paragraph: Any) -> Iterator[Any]:
        name = _value(paragraph, f"{W}pPr/{W}pStyle")
        for _ in range(_DEEPEST):
            style = self.by_id.get(name)
            if style is None:
                return
            yield style
            name = _value(style, W + "basedOn")

    def heading_level(self, paragraph: Any) -> int | None:
        """1 for the outermost heading, 0 for the title of the document, None for text."""
        if self._name(paragraph) in _TITLES:
            return 0
        for properties in self.chain(paragraph):
            level = _value(properties, W + "outlineLvl")
            if level is not None and level.isdecimal():
                return int(level) + 1 if int(level) < _BODY_LEVEL else None
        return None

    def is_contents(self, paragraph: Any) -> bool:
        """True for a line of the table of contents, which says every heading again."""
        return self._name(paragraph).startswith(("toc ", "table of "))

    def _name(self, paragraph: Any) -> str:
        style = next(self._styles(paragraph), None)
        return "" if style is None else (_value(style, W + "name") or "").lower()


def _value(element: Any, path: str) -> str | None:
    found = element.find(path)
    return None if found is None else found.get(W + "val")
