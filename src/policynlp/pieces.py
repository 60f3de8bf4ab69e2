"""A long document in pieces, each with the part of the structure that it needs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policynlp.components.tables import find_tables
from policynlp.layout import Layout
from policynlp.structure import Section, Sentence, Structure


def cut_pieces(
    layout: Layout, structure: Structure, size: int
) -> Iterator[tuple[int, int, Structure]]:
    """Cut at line ends, and in no table, into pieces of at least ``size`` characters."""
    text, start = layout.text, 0
    tables = [(t.start, t.end) for t in find_tables(text)] if len(text) > size else []
    sentences = list(structure.sentences)
    first = 0
    while start < len(text):
        at = text.find("\n", _behind(tables, min(start + size, len(text))))
        end = at + 1 if at >= 0 else len(text)
        last = first
        while last < len(sentences) and sentences[last].start < end:
            last += 1
        yield start, end, _with_sentences(structure, sentences[first:last], start)
        start, first = end, last


def _behind(tables: Sequence[tuple[int, int]], place: int) -> int:
    """Give the place, or the end of the table that it lies in: its rows need its head."""
    here = bisect_right(tables, (place, place)) - 1
    return max(place, tables[here][1]) if here >= 0 else place


def _with_sentences(structure: Structure, sentences: Sequence[Sentence], shift: int) -> Structure:
    """Keep of a long document what its piece needs: its sentences, their sections and anchors.

    The sentences count from the start of the piece.
    """
    used: set[int] = set()
    for index in {sentence.section for sentence in sentences}:
        above: int | None = index
        while above is not None and above not in used:
            used.add(above)
            above = structure.sections[above].parent
    sections = {old: new for new, old in enumerate(sorted(used))}
    anchors = {old: new for new, old in enumerate(sorted({s.anchor for s in sentences}))}
    return replace(
        structure,
        sections=tuple(_moved(structure.sections[old], sections) for old in sections),
        anchors=tuple(structure.anchors[old] for old in anchors),
        sentences=tuple(
            Sentence(start - shift, end - shift, sections[section], anchors[anchor])
            for start, end, section, anchor in sentences
        ),
    )


def _moved(section: Section, places: dict[int, int]) -> Section:
    parent = section.parent
    return section._replace(parent=None if parent is None else places[parent])
