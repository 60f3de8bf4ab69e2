"""Words of the repaired text, as borders in the raw text."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from policynlp.layout import Layout

Find = Callable[[str], Iterable[tuple[int, int]]]


def find_borders(raw: str, layout: Layout, find: Find) -> list[int]:
    """Give the raw offsets where tokens begin or end, both ends of the text included.

    Words are found in the repaired text, as wrapped lines would cut them; a word that a line end
    or a footnote interrupts is cut there. What the repair leaves out is segmented by itself.
    """
    borders = {0, len(raw)}
    for start, end in find(layout.text):
        borders.add(layout.raw_start(start))
        borders.add(layout.raw_end(end))
    for start, end in _left_out(layout, len(raw)):
        borders |= {start, end}
        for word in find(raw[start:end]):
            borders |= {start + word[0], start + word[1]}
    return [border for border in sorted(borders) if not _is_in_space(raw, border)]


def _left_out(layout: Layout, length: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of raw text that have no place in the repaired text."""
    ends = [(0, 0)]  # of each run: where it begins, where it ends
    breaks = [*layout.runs, (len(layout.text), length)]
    for (clean, raw), (following, _) in pairwise(breaks):
        ends.append((raw, raw + following - clean))
    ends.append((length, length))
    for (_, start), (end, _) in pairwise(ends):
        if start < end:
            yield start, end


def _is_in_space(raw: str, border: int) -> bool:
    return 0 < border < len(raw) and raw[border - 1 : border + 1].isspace()


def split_words(raw: str, borders: list[int]) -> tuple[list[str], list[bool]]:
    """Give tokens and whether a space follows each, as spaCy's ``Doc`` takes them.

    A space after a token belongs to it; other white space is a token.
    """
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(borders):
        piece = raw[start:end]
        if words and piece.startswith(" "):
            spaces[-1] = True
            piece = piece[1:]
        if piece:
            words.append(piece)
            spaces.append(False)
    return words, spaces
