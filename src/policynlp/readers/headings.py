"""Headings that a format marks as such, as the structure of a text knows them."""

import re

_NUMBERED = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,4}[篇编章节部]|[一二三四五六七八九十百零〇]{1,4}\s?[、．.]"
    r"|[（(][一二三四五六七八九十百零〇\d]{1,4}[）)]|\d{1,3}[.、．]"
)
DEEPEST = 6


class Headings:
    """Marks headings without a number by # as Markdown does; those with one stand as they are."""

    def __init__(self) -> None:
        self.numbered = DEEPEST + 1  # the outermost level that has numbers

    def line(self, text: str, level: int) -> str:
        """The line of a heading, 1 being the outermost level."""
        if _NUMBERED.match(text):
            self.numbered = min(self.numbered, level)
            return text
        if level > self.numbered:
            # a # would set 农业 over 一、综合, in which it stands
            return text
        return "#" * min(max(level, 1), DEEPEST) + " " + text
