"""Look up the longest word at an edge of a phrase."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Word(NamedTuple):
    """A function word or a trigger as it stands at an edge of a noun phrase."""

    form: str
    role: str


class Table:
    """Longest-match look-up of words by their first or last characters."""

    def __init__(self, words: Mapping[str, Word]) -> None:
        """Keep the words, and the lengths of those that share a first or a last character."""
        self.words = dict(words)
        self.heads = _lengths((form[0], len(form)) for form in words)
        self.tails = _lengths((form[-1], len(form)) for form in words)

    def prefix(self, text: str, start: int, end: int) -> Word | None:
        """Give the longest word that begins at ``start`` and ends by ``end``."""
        if start >= end:
            return None
        for length in self.heads.get(text[start], ()):
            if start + length <= end and (word := self.words.get(text[start : start + length])):
                return word
        return None

    def suffix(self, text: str, start: int, end: int) -> Word | None:
        """Give the longest word that ends at ``end`` and begins at ``start`` or later."""
        if start >= end:
            return None
        for length in self.tails.get(text[end - 1], ()):
            if end - length >= start and (word := self.words.get(text[end - length : end])):
                return word
        return None


def _lengths(words: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Map each character to the lengths of its words, the longest first."""
    lengths: dict[str, set[int]] = {}
    for character, length in words:
        lengths.setdefault(character, set()).add(length)
    return {character: sorted(some, reverse=True) for character, some in lengths.items()}
