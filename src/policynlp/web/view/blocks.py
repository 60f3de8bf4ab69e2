"""The text in its own paragraphs, headings and rows, each with the raw text that it shows."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from policynlp.layout import Layout, repair
from policynlp.layout.rows import in_table
from policynlp.structure import Section, Structure, read_structure
from policynlp.structure.title import read_front

Block = dict[str, Any]  # "k": kind; "r" or "c": raw runs; "l": level of a heading; "b": bold up to

_WIDE = re.compile(r"\s*[\t|]\s*|\s{2,}")
_GAP = re.compile(r"\s+")
_RUN_IN = re.compile(
    r"（[^）]{1,4}）|[一二三四五六七八九十]+[、．.]|第[一二三四五六七八九十百]+[篇编章节]"
)
_MARKS = "#*> \u3000"
_DEEPEST = 5  # the page's own title is the first level of six


class Reading:
    """A document's clean text and structure, and the way back to the raw text."""

    def __init__(self, text: str, meta: Mapping[str, Any]) -> None:
        self.layout: Layout = repair(text)
        self.structure: Structure = read_structure(self.layout.text, meta=meta)
        self.front: int = read_front(self.layout.text).end
        self.sections = {section.start: section for section in self.structure.sections[1:]}

    def blocks(self) -> Iterator[Block]:
        """Give the lines of the clean text in their order."""
        lines = self.layout.text.split("\n")
        start = 0
        for index, line in enumerate(lines):
            if line.strip():
                yield self._block(line, start, in_table(lines, index))
            start += len(line) + 1

    def setting_of(self, raw: int) -> tuple[tuple[int, int], list[str]] | None:
        """Give the raw place of the sentence that holds the offset, and the headings above it."""
        sentence = self.structure.sentence_at(self.layout.clean_start(raw))
        if sentence is None:
            return None
        place = self.layout.raw_start(sentence.start), self.layout.raw_end(sentence.end)
        return place, self.structure.path_of(sentence)

    def _block(self, line: str, start: int, is_row: bool) -> Block:
        if is_row:
            return {"k": "row", "c": [self._runs(start + a, start + b) for a, b in _cells(line)]}
        block: Block = {"k": "p", "r": self._runs(start, start + len(line))}
        section = self._section_of(line, start)
        if section is None:
            return block | {"k": self._plain_kind(line, start)}
        if line.strip(_MARKS).rstrip("。！？：") == section.heading and "。" not in line[:-1]:
            return block | {"k": "h", "l": min(section.level, _DEEPEST)}
        if _RUN_IN.match(section.heading):
            return block | {"b": self.layout.raw_end(section.start + len(section.heading))}
        return block

    def _plain_kind(self, line: str, start: int) -> str:
        if line.strip(_MARKS) == self.structure.title:
            return "title"
        return "front" if start < self.front and self.structure.title else "p"

    def _section_of(self, line: str, start: int) -> Section | None:
        lead = len(line) - len(line.lstrip(_MARKS))
        return self.sections.get(start) or self.sections.get(start + lead)

    def _runs(self, start: int, end: int) -> list[int]:
        """Give the raw pieces of a clean range as a flat list: start, end, start, end."""
        layout = self.layout
        runs: list[int] = []
        at = max(bisect_right(layout.clean_starts, start) - 1, 0)
        while start < end:
            after = layout.clean_starts[at + 1] if at + 1 < len(layout.clean_starts) else end
            stop = min(after, end)
            raw = layout.raw_start(start)
            if runs and runs[-1] == raw:
                runs[-1] = raw + stop - start
            else:
                runs += [raw, raw + stop - start]
            start, at = stop, at + 1
        return runs


def _cells(line: str) -> list[tuple[int, int]]:
    """Cut a row at its widest gaps: tabs, bars and double spaces, or else single spaces."""
    gap = _WIDE if _WIDE.search(line.strip()) else _GAP
    cells, start = [], 0
    for match in gap.finditer(line):
        cells.append((start, match.start()))
        start = match.end()
    return [cell for cell in [*cells, (start, len(line))] if cell[0] < cell[1]]
