"""Words looked for in a text: all places, and the one that fits a field of a claim best."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Span = tuple[int, int]

# a place that is a span of this label goes before one that is none
LABELS = {
    "quantity": "QUANTITY",
    "from_quantity": "QUANTITY",
    "trigger": "DIRECTION",
    "indicator": "INDICATOR",
    "share_of": "INDICATOR",
    "period": "TIME",
    "region": "REGION",
}
_SHORTEST = 2  # characters of a piece of composed words


@dataclass(frozen=True, slots=True)
class Near:
    """Where to look: the block, how far its claims have come, the number or verb of this claim."""

    start: int
    end: int
    cursor: int
    anchor: Span | None = None
    indicator: str = ""
    inherited: bool = False


class Finder:
    """Finds words in a text, whatever white space runs through them."""

    def __init__(self, text: str, ents: Iterable[Mapping[str, Any]]) -> None:
        """Index the text without white space, and the spans by label."""
        self.text = text
        self.at = [place for place, sign in enumerate(text) if not sign.isspace()]
        self.signs = "".join(text[place] for place in self.at)
        self.spans: dict[str, set[Span]] = {}
        for ent in ents:
            self.spans.setdefault(ent["label"], set()).add((ent["start"], ent["end"]))
        self.known: dict[str, list[Span]] = {}

    def all(self, words: str) -> list[Span]:
        """Give every place of the words, overlapping ones too."""
        if words not in self.known:
            found, start = [], self.signs.find(words) if words else -1
            while start >= 0:
                found.append((self.at[start], self.at[start + len(words) - 1] + 1))
                start = self.signs.find(words, start + 1)
            self.known[words] = found
        return self.known[words]

    def choose(self, field: str, words: str, near: Near) -> Span | None:
        """Give the place of the words that fits the field best, None where they do not stand."""
        places = self.all(words)
        inside = [span for span in places if near.start <= span[0] and span[1] <= near.end]
        if not inside and near.inherited and field == "indicator":
            before = self._best(field, [span for span in places if span[1] <= near.start])
            return before[-1] if before else None
        inside = self._best(field, inside)
        return self._nearest(field, inside, near) if inside else None

    def _best(self, field: str, places: list[Span]) -> list[Span]:
        labelled = self.spans.get(LABELS.get(field, ""), set())
        return [span for span in places if span in labelled] or places

    def _nearest(self, field: str, places: list[Span], near: Near) -> Span:
        anchor = near.anchor
        if field == "quantity" or (field == "trigger" and anchor is None):
            # numbers, and verbs without one, come in the order of the text
            ahead = [span for span in places if span[0] >= near.cursor] or places[-1:]
            return ahead[0] if field == "quantity" else self._beside_name(ahead, near)
        if anchor is None:
            return places[0]
        if field == "trigger" or (field == "indicator" and not near.inherited):
            return min(places, key=lambda span: (gap(span, anchor), span))
        before = [span for span in places if span[1] <= anchor[0]]
        return before[-1] if before else places[0]

    def _beside_name(self, verbs: list[Span], near: Near) -> Span:
        """Give the verb nearest to the indicator, the first if that is inherited."""
        if near.inherited:
            return verbs[0]
        names = [n for n in self.all(near.indicator) if near.start <= n[0] and n[1] <= near.end]
        return min(verbs, key=lambda verb: min((gap(verb, name) for name in names), default=0))

    def piece(self, words: str, near: Near) -> Span | None:
        """Give the place of the longest piece of composed words, of equals the last in a span.

        None where the words are not made of pieces that stand up to the end of the block.
        """
        ahead = bisect_left(self.at, near.end)
        first = 0 if near.inherited else bisect_left(self.at, near.start)
        if not _is_made_of(words, self.signs[:ahead], self.signs[first:ahead]):
            return None
        names = self.spans.get("INDICATOR", set())
        for size in range(len(words), _SHORTEST - 1, -1):
            starts = range(len(words) - size, -1, -1)
            pieces = [words[start : start + size] for start in starts]
            found = [span for piece in pieces if (span := self.choose("indicator", piece, near))]
            if found:
                named = (span for span in found if any(overlaps(span, name) for name in names))
                return next(named, found[0])
        return None

    def index(self, words: str, span: Span, start: int) -> str:
        """Give the sign for one place of the words, counted from ``start``."""
        places = self.all(words)
        number, first = places.index(span), bisect_left(places, (start, 0))
        return f"@{number - first + 1 if number >= first else number - first}"

    def pick(self, words: str, index: int, start: int) -> Span | None:
        """Give the place that the sign means, None where there is none."""
        places = self.all(words)
        number = bisect_left(places, (start, 0)) + index - (index > 0)
        return places[number] if 0 <= number < len(places) else None


def gap(span: Span, other: Span) -> int:
    """Give how far two spans stand apart, 0 where they touch or overlap."""
    return max(span[0] - other[1], other[0] - span[1], 0)


def overlaps(span: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return span[0] < other[1] and other[0] < span[1]


def _is_made_of(words: str, text: str, block: str) -> bool:
    """Whether the words are pieces of the text, none but those of the block of one character."""
    while words:
        size = next(
            (n for n in range(len(words), 0, -1) if words[:n] in (text if n > 1 else block)), 0
        )
        if not size:
            return False
        words = words[size:]
    return True
