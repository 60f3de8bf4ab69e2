"""Text inside a block of a web page: what goes on with the line, and the line it makes."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from policynlp.readers.grid import join_lines

INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
     "ins", "kbd", "label", "mark", "nobr", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr")
)  # fmt: skip
_WRAP = re.compile(r"[ \t\f]*[\r\n]+[ \t\f]*")
_SPACES = re.compile(r"[ \t\f]{2,}")


class Line:
    """The line that is being written; text between two blocks goes on with it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.items: Counter[Any] = Counter()  # of each list, so far
        self.marker = ""  # of the item that begins; <li><p> waits for the text

    def end(self) -> Iterator[str]:
        """Give the line if there is one, and begin the next."""
        text = "".join(self.pieces)
        self.pieces = []
        text = join_lines(_WRAP.split(text)) if "\n" in text or "\r" in text else text
        text = _SPACES.sub(" ", text).strip()
        if text:
            marker, self.marker = self.marker, ""
            yield marker + text

    def begin_item(self, items: Any) -> None:
        """Count an item of a list."""
        self.items[items] += 1
        self.marker = "- " if items.tag == "ul" else f"{self.items[items]}. "


def text_of(element: Any) -> str:
    """All its text on one line."""
    return join_lines(["".join(element.itertext())])


def written_lines(element: Any) -> list[str]:
    """The lines of preformatted text, as they are set."""
    pieces = []
    for inside in element.iter():
        pieces += ["\n" if inside.tag == "br" else "", inside.text or ""]
        pieces.append(inside.tail or "" if inside is not element else "")
    return [line.rstrip() for line in "".join(pieces).splitlines() if line.strip()]
