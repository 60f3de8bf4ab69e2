"""A sentence with all that was found in it, ready to be linked."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from policynlp.linking.instants import times_of_claims
from policynlp.linking.stops import places_of_claims
from policynlp.schema import Anchor, Mention

LAYERS = ("quantities", "times", "regions", "directions", "baselines")
STOP = re.compile(r"[，；。：！？\n]|$")  # the end of a clause
EDGES = ("baselines", "times", "regions", "directions")  # the first wins a tie


@dataclass(slots=True)
class Scope:
    """One sentence: the document's clean text, the borders, the mentions inside, the anchor."""

    text: str
    start: int
    end: int
    anchor: Anchor
    layers: dict[str, list[Mention]]
    heading: str = ""
    by_start: dict[int, Mention] = field(init=False)
    by_end: dict[int, Mention] = field(init=False)

    def __post_init__(self) -> None:
        """Index the mentions that may stand at an edge of a noun phrase; longer ones win."""
        if self.layers["times"]:
            self.layers["times"] = times_of_claims(self.text, self.layers["times"])
        if self.layers["regions"]:
            self.layers["regions"] = places_of_claims(self.text, self.layers["regions"])
        self.by_start, self.by_end = {}, {}
        for layer in EDGES:
            for mention in self.layers[layer]:
                start, end = mention.start, mention.end
                if (other := self.by_start.get(start)) is None or end > other.end:
                    self.by_start[start] = mention
                if (other := self.by_end.get(end)) is None or start < other.start:
                    self.by_end[end] = mention

    def inside(self, layer: str, start: int, end: int) -> list[Mention]:
        """Give the mentions of a layer that lie within the borders."""
        mentions = self.layers[layer]
        return [m for m in mentions if start <= m.start and m.end <= end] if mentions else []

    def number_at(self, start: int) -> Mention | None:
        """Give the number that begins there."""
        return next((q for q in self.layers["quantities"] if q.start == start), None)

    def number_from(self, start: int) -> Mention | None:
        """Give the first number that begins there or behind."""
        return next((q for q in self.layers["quantities"] if q.start >= start), None)

    def clause_end(self, start: int) -> int:
        """Give where the clause ends that goes on there: at a stop, or with the sentence."""
        stop = STOP.search(self.text, start, self.end)
        return stop.start() if stop else self.end


class Slicer:
    """Cut each layer's mentions into sentences, walking forward once."""

    def __init__(self, layers: Mapping[str, Sequence[Mention]]) -> None:
        """Keep the layers and the starts to search by."""
        self.layers = layers
        self.starts = {name: [m.start for m in layers[name]] for name in layers}

    def touches(self, layer: str, start: int, end: int) -> bool:
        """Whether a mention of the layer begins within the borders."""
        starts = self.starts[layer]
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    def cut(self, start: int, end: int) -> dict[str, list[Mention]]:
        """Give the mentions that begin within the borders, layer by layer."""
        found: dict[str, list[Mention]] = {}
        for name, mentions in self.layers.items():
            starts = self.starts[name]
            first = bisect_left(starts, start)
            last = bisect_left(starts, end, first)
            found[name] = list(mentions[first:last]) if first < last else []
        return found


def spans_of(mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Give the borders alone."""
    return [(m.start, m.end) for m in mentions]
