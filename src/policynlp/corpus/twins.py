"""Phrases that are marked here and not there, or with one label here and another there."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import ahocorasick

from policynlp.corpus.findings import Finding, Says
from policynlp.corpus.markup import UNIT, squeeze
from policynlp.corpus.source import CorpusFile

_SHORTEST = 3
_NUMBERS = frozenset(("QUANTITY", UNIT))


class Place(NamedTuple):
    """Where a phrase stands."""

    file: CorpusFile
    start: int

    def finding(self, message: str) -> Finding:
        """Make a warning about this place."""
        return Finding(self.file.path, self.file.line_of(self.start), message, error=False)


Marked = dict[str, dict[str, list[Place]]]


def check_twins(files: Sequence[CorpusFile]) -> Iterator[Finding]:
    """Find phrases whose marks differ between two places; the rarer side is reported."""
    marked = _marked(files)
    for phrase, labels in marked.items():
        yield from _two_labels(phrase, labels)
    bare = _bare(files, marked)
    for phrase, places in bare.items():
        labels = marked[phrase]
        label = max(labels, key=lambda name: len(labels[name]))
        known = [place for found in labels.values() for place in found]
        counts = {"text": phrase, "label": label, "marked": len(known), "bare": len(places)}
        if len(places) <= len(known):
            yield from (place.finding(Says.TWIN.format(**counts)) for place in places)
        else:
            yield from (place.finding(Says.TWIN_MARKED.format(**counts)) for place in known)


def _marked(files: Sequence[CorpusFile]) -> Marked:
    """Give the places of every marked phrase by its labels; numbers are no phrases."""
    marked: Marked = defaultdict(lambda: defaultdict(list))
    for file in files:
        for ent in file.ents:
            phrase = squeeze(ent["text"])
            if ent["label"] not in _NUMBERS and len(phrase) >= _SHORTEST:
                marked[phrase][ent["label"]].append(Place(file, ent["start"]))
    return marked


def _two_labels(phrase: str, labels: dict[str, list[Place]]) -> Iterator[Finding]:
    if len(labels) < 2:
        return
    counts = Counter({label: len(places) for label, places in labels.items()})
    for label, count in counts.most_common()[1:]:
        others = ", ".join(
            f"{other} ({n} times)" for other, n in counts.most_common() if other != label
        )
        message = Says.TWO_LABELS.format(text=phrase, label=label, count=count, others=others)
        yield from (place.finding(message) for place in labels[label])


def _bare(files: Sequence[CorpusFile], marked: Marked) -> dict[str, list[Place]]:
    """Give the places of the phrases where no mark touches them."""
    automaton = ahocorasick.Automaton()
    for phrase in marked:
        automaton.add_word(phrase, phrase)
    bare: dict[str, list[Place]] = defaultdict(list)
    if marked:
        automaton.make_automaton()
        for file in files:
            for phrase, start in _unmarked(file, automaton):
                bare[phrase].append(Place(file, start))
    return bare


def _unmarked(file: CorpusFile, automaton: ahocorasick.Automaton) -> Iterator[tuple[str, int]]:
    """Find the phrases in the text, whatever white space runs through them, the longest of a place."""
    at = [place for place, sign in enumerate(file.text) if not sign.isspace()]
    text = "".join(file.text[place] for place in at)
    starts = [ent["start"] for ent in file.ents if ent["label"] != UNIT]
    ends = [ent["end"] for ent in file.ents if ent["label"] != UNIT]
    found = [(last + 1 - len(phrase), last + 1, phrase) for last, phrase in automaton.iter(text)]
    done = 0
    for first, end, phrase in sorted(found, key=lambda match: (match[0], -match[1])):
        start, stop = at[first], at[end - 1] + 1
        index = bisect_right(starts, stop - 1) - 1
        touched = index >= 0 and ends[index] > start
        if not touched and end > done:
            done = end
            yield phrase, start
