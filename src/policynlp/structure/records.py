"""What is known of a document's structure: title, tree of headings, sentences, anchors."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Self

from policynlp.schema import Anchor


class Section(NamedTuple):
    """A heading with the text it governs; section 0 is the document itself.

    ``start`` is where the heading begins, ``end`` where its last subsection ends.
    ``level`` is the depth in the tree, ``parent`` an index into ``Structure.sections``.
    """

    level: int
    heading: str
    start: int
    end: int
    parent: int | None
    anchor: Anchor


class Sentence(NamedTuple):
    """A sentence or a heading: ``section`` and ``anchor`` are indices into ``Structure``."""

    start: int
    end: int
    section: int
    anchor: int


@dataclass(frozen=True)
class Structure:
    """A report taken apart; every offset counts in its clean text."""

    title: str | None = None
    issuer: str | None = None
    report_year: int | None = None
    genre: str = ""
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    anchors: tuple[Anchor, ...] = field(default=(Anchor(),))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def anchor_of(self, sentence: Sentence) -> Anchor:
        """Return what 全年, 今年, 五年来 mean in the sentence."""
        return self.anchors[sentence.anchor]

    def path_of(self, sentence: Sentence) -> list[str]:
        """Return the headings above the sentence, outermost first."""
        path: list[str] = []
        index: int | None = sentence.section
        while index:
            path.append(self.sections[index].heading)
            index = self.sections[index].parent
        return path[::-1]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the offset, None between sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]

    def to_json(self) -> dict[str, Any]:
        """Return the structure as JSON values."""
        return {
            "title": self.title,
            "issuer": self.issuer,
            "report_year": self.report_year,
            "genre": self.genre,
            "sections": [[*section[:-1], list(section.anchor)] for section in self.sections],
            "sentences": [list(sentence) for sentence in self.sentences],
            "anchors": [list(anchor) for anchor in self.anchors],
        }

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> Self:
        """Read what ``to_json`` gave out."""
        return cls(
            title=record["title"],
            issuer=record["issuer"],
            report_year=record["report_year"],
            genre=record["genre"],
            sections=tuple(_section(row) for row in record["sections"]),
            sentences=tuple(Sentence(*row) for row in record["sentences"]),
            anchors=tuple(_anchor(row) for row in record["anchors"]),
        )


def _section(row: list[Any]) -> Section:
    level, heading, start, end, parent, anchor = row
    return Section(level, heading, start, end, parent, _anchor(anchor))


def _anchor(row: list[Any]) -> Anchor:
    report_year, year, span, tense = row
    return Anchor(report_year, year, tuple(span) if span else None, tense)
