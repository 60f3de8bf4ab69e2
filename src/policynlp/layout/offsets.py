"""Clean text with an exact map back to the raw text it came from."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Every character of ``text`` stands for exactly one character of the raw text, in order.

    ``clean_starts[k]`` in ``text`` comes from ``raw_starts[k]`` in the raw text, and so does
    what follows, character by character, up to the next of them.
    """

    text: str
    clean_starts: tuple[int, ...]
    raw_starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Layout":
        """Text that is its own raw text."""
        return cls(text, (0,), (0,))

    @property
    def runs(self) -> list[tuple[int, int]]:
        """Break points: pairs of a place in the clean text and its place in the raw text."""
        return list(zip(self.clean_starts, self.raw_starts, strict=True))

    def raw_start(self, clean: int) -> int:
        """Raw offset of the clean character at ``clean``."""
        run = max(bisect_right(self.clean_starts, clean) - 1, 0)
        return self.raw_starts[run] + clean - self.clean_starts[run]

    def raw_end(self, clean: int) -> int:
        """Raw end of a span that ends before ``clean``: white space after it stays out."""
        return self.raw_start(clean - 1) + 1 if clean else self.raw_start(0)

    def clean_start(self, raw: int) -> int:
        """Clean offset of the first kept character at or after ``raw``."""
        run = bisect_right(self.raw_starts, raw) - 1
        if run < 0:
            return 0
        after = self.clean_starts[run] + raw - self.raw_starts[run]
        last = self.clean_starts[run + 1] if run + 1 < len(self.clean_starts) else len(self.text)
        return min(after, last)

    def clean_end(self, raw: int) -> int:
        """Clean end of a raw span that ends before ``raw``."""
        return self.clean_start(raw)

    def rewrite(self, text: str) -> "Layout":
        """Put other characters in the same places."""
        if len(text) != len(self.text):
            raise ValueError(f"rewriting changes the length: {len(self.text)} to {len(text)}")
        return Layout(text, self.clean_starts, self.raw_starts)

    def cut(self, spans: Iterable[Span]) -> "Layout":
        """Leave out the characters of ``spans`` (in any order, overlapping or not)."""
        cuts = merge(spans)
        if not cuts:
            return self
        kept = list(_between(cuts, len(self.text)))
        text = "".join([self.text[start:end] for start, end in kept])
        return Layout(text, *self._breaks(kept))

    def slice(self, start: int, end: int) -> "Layout":
        """The part ``start:end`` of the clean text, its raw offsets counted from its own start."""
        clean, raw = self._breaks([(start, end)])
        base = self.raw_start(start)
        return Layout(self.text[start:end], clean, tuple(place - base for place in raw))

    def _breaks(self, kept: list[Span]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        clean, raw, length, run = [0], [0], 0, 0
        starts, origins = self.clean_starts, self.raw_starts
        for start, end in kept:
            while run + 1 < len(starts) and starts[run + 1] <= start:
                run += 1
            clean.append(length)
            raw.append(origins[run] + start - starts[run])
            while run + 1 < len(starts) and starts[run + 1] < end:
                run += 1
                clean.append(length + starts[run] - start)
                raw.append(origins[run])
            length += end - start
        return _distinct(clean, raw)

    def to_json(self) -> dict[str, Any]:
        """Plain lists, without the text."""
        return {"clean": list(self.clean_starts), "raw": list(self.raw_starts)}

    @classmethod
    def from_json(cls, text: str, runs: dict[str, Any]) -> "Layout":
        """Read what ``to_json`` wrote."""
        return cls(text, tuple(runs["clean"]), tuple(runs["raw"]))


def merge(spans: Iterable[Span]) -> list[Span]:
    """Sort spans, drop empty ones, join those that touch or overlap."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def _between(cuts: list[Span], length: int) -> Iterator[Span]:
    edges = [(0, 0), *cuts, (length, length)]
    for (_, start), (end, _) in pairwise(edges):
        if start < end:
            yield start, end


def _distinct(clean: list[int], raw: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """One break a place, the last said; a text that begins with a cut begins elsewhere."""
    breaks = dict(zip(clean, raw, strict=True))
    return tuple(breaks), tuple(breaks.values())
