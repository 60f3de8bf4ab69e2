"""Sentences and clauses of the clean text."""

import re
from collections.abc import Iterator

CLOSERS = "”’」』）)】》〉"

# A mark inside quotation marks ends no sentence when the sentence goes on: “怎么办？”的问题.
SENTENCE = re.compile(
    rf"[^。！？\n]+(?:[。！？]+[{CLOSERS}]+(?=[，、；：的和与等])[^。！？\n]+)*[。！？]*[{CLOSERS}]*"
)
CLAUSE_MARK = re.compile(r"[，；：,;:“”‘’（）()《》「」『』【】]")
OPENERS = frozenset("“‘（(《「『【")
ENDS = frozenset("”’）)》」』】")


def find_sentences(text: str, cuts: list[int] | None = None) -> Iterator[tuple[int, int]]:
    """Yield the borders of every sentence; ``cuts`` are offsets where one begins at any rate."""
    pending = iter(cuts or ())
    cut = next(pending, None)
    for match in SENTENCE.finditer(text):
        start, end = match.span()
        while cut is not None and cut <= start:
            cut = next(pending, None)
        while cut is not None and cut < end:
            yield from _trim(text, start, cut)
            start, cut = cut, next(pending, None)
        yield from _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text[start].isspace() or text[end - 1].isspace():
        body = text[start:end]
        start, end = end - len(body.lstrip()), start + len(body.rstrip())
    if start < end:
        yield start, end


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a sentence at ，；： that stand outside brackets and quotation marks."""
    borders, depth, begin = [], 0, start
    for match in CLAUSE_MARK.finditer(text, start, end):
        mark = match.group()
        if mark in OPENERS:
            depth += 1
        elif mark in ENDS:
            depth = max(depth - 1, 0)
        elif depth == 0:
            borders.append((begin, match.end()))
            begin = match.end()
    if begin < end:
        borders.append((begin, end))
    return borders
