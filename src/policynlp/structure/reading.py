"""Put a document's structure together."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from policynlp.schema import Anchor
from policynlp.structure.anchors import PLAN, Clock, SentenceCues
from policynlp.structure.clock import OWN_YEAR, read_clock
from policynlp.structure.headings import find_headings
from policynlp.structure.records import Sentence, Structure
from policynlp.structure.sentences import find_sentences
from policynlp.structure.tense import body_tense
from policynlp.structure.title import Front, guess_genre, read_front
from policynlp.structure.tree import Tree


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
        front = front._replace(genre=guess_genre(front, clean_text, headings))
    year = report_year or known.get("report_year")
    clock = read_clock(clean_text, front, [heading.text for heading in headings], year)
    tree = Tree(clean_text, clock, front.genre, root_anchor(clean_text, front, clock))
    tree.build(headings)
    sections = tree.sections()
    sentences, anchors = _build_sentences(clean_text, tree)
    return Structure(
        title=known.get("title") or front.title,
        issuer=known.get("issuer") or front.issuer,
        report_year=clock.report,
        genre=front.genre,
        sections=sections,
        sentences=sentences,
        anchors=anchors,
    )


def root_anchor(text: str, front: Front, clock: Clock) -> Anchor:
    """Return what holds where no heading tells."""
    if clock.span:
        return clock.future()
    if front.genre in OWN_YEAR:
        return clock.past()
    if front.genre in ("opinion", "plan"):
        return Anchor(clock.report, clock.report, None, PLAN)
    return clock.future() if body_tense(text, front.end, len(text)) == PLAN else clock.past()


def _build_sentences(text: str, tree: Tree) -> tuple[tuple[Sentence, ...], tuple[Anchor, ...]]:
    cues = SentenceCues(tree.clock)
    nodes = tree.nodes
    starts = [node.heading.start for node in nodes]
    anchors: dict[Anchor, int] = {}
    sentences: list[Sentence] = []
    override: dict[int, Anchor] = {}
    for start, end in find_sentences(text, starts[1:]):
        index = bisect_right(starts, start) - 1
        while index and nodes[index].end <= start:
            index = nodes[index].parent
        scope = nodes[index].scope
        mixed = nodes[index].mixed or not nodes[index].told
        cue = cues.read(text, start, end, mixed=mixed)
        if cue:
            override[scope] = cue
        anchor = override.get(scope, nodes[index].anchor)
        number = anchors.setdefault(anchor, len(anchors))
        sentences.append(Sentence(start, end, index, number))
    return tuple(sentences), tuple(anchors)
