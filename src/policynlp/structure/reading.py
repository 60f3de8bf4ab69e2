"""Put a document's structure together."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from policynlp.schema import Anchor
from policynlp.structure.anchors import PLAN, SentenceCues
from policynlp.structure.clock import read_clock
from policynlp.structure.genres import guess_genre
from policynlp.structure.glossary import glossary_told
from policynlp.structure.headings import find_headings
from policynlp.structure.records import Sentence, Structure
from policynlp.structure.sentences import find_sentences
from policynlp.structure.setting import HeadingReader
from policynlp.structure.terms import term_told
from policynlp.structure.title import read_front
from policynlp.structure.tree import Node, Tree
from policynlp.structure.turns import year_told


def read_structure(
    clean_text: str, *, meta: Mapping[str, Any] | None = None, report_year: int | None = None
) -> Structure:
    """Read title, issuer, tree of headings, sentences and their anchors off a clean text.

    ``report_year`` is the user's word on the year in which the document speaks.
    """
    known = meta or {}
    front = read_front(clean_text)
    headings = find_headings(clean_text, front.end)
    if not front.genre:
        front = front._replace(genre=guess_genre(clean_text, front.end, headings))
    year = report_year or known.get("report_year")
    clock = read_clock(clean_text, front, [heading.text for heading in headings], year)
    reader = HeadingReader(clean_text, clock, front.genre)
    tree = Tree(len(clean_text), reader, reader.root(headings, front.end))
    tree.build(headings)
    sentences, anchors = _read_sentences(clean_text, tree, SentenceCues(clock))
    return Structure(
        title=known.get("title") or front.title,
        issuer=known.get("issuer") or front.issuer,
        report_year=clock.report,
        genre=front.genre,
        sections=tree.sections(),
        sentences=sentences,
        anchors=anchors,
    )


def _read_sentences(
    text: str, tree: Tree, cues: SentenceCues
) -> tuple[tuple[Sentence, ...], tuple[Anchor, ...]]:
    nodes = tree.nodes
    starts = [node.heading.start for node in nodes]
    anchors: dict[Anchor, int] = {}
    sentences: list[Sentence] = []
    turned: dict[int, Anchor] = {}  # scope → what a sentence in it has turned its anchor to
    glossary: Anchor | None = None
    for start, end in find_sentences(text, starts[1:]):
        index = bisect_right(starts, start) - 1
        while index and nodes[index].end <= start:
            index = nodes[index].parent
        node = nodes[index]
        held = turned.get(node.scope, node.anchor)
        glossary = glossary or glossary_told(text, start, held, cues.clock)
        if cue := _told(text, (start, end), held, node, cues):
            turned[node.scope] = cue
        elif text[start - 1] == "\n" and _is_aside(turned.get(node.scope), node):
            del turned[node.scope]
        anchor = glossary or turned.get(node.scope, node.anchor)
        sentences.append(Sentence(start, end, index, anchors.setdefault(anchor, len(anchors))))
    return tuple(sentences), tuple(anchors)


def _told(
    text: str, span: tuple[int, int], held: Anchor, node: Node, cues: SentenceCues
) -> Anchor | None:
    """Give the anchor that the words of a sentence set."""
    start, end = span
    cue = cues.read(text, start, end, mixed=node.mixed or not node.told)
    cue = cue or term_told(text, start, end, held, cues.clock)
    return cue or year_told(text, start, held, cues.clock, node.heading)


def _is_aside(anchor: Anchor | None, node: Node) -> bool:
    """True for 一年来… in a section of plans: it holds for its paragraph."""
    if anchor is None or not node.told or node.mixed:
        return False
    return node.anchor.tense == PLAN and anchor.tense != PLAN
