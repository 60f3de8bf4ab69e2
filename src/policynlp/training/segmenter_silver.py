"""Silver words: a general segmenter's words, cut where this project's spans begin and end."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from policynlp.errors import Errors, TrainingError
from policynlp.layout import Layout, repair
from policynlp.lexicons import iter_forms
from policynlp.segmenter.words import STRETCH

Spans = Iterable[tuple[int, int]]
WORD_LISTS = ("indicators", "heads", "sectors", "groups", "events", "organizations", "policies")
LONGEST = 4  # a longer name is built of words
SEEN = 3  # times, for a word to be known
VERB = 2  # characters of a directional verb, and the least that may stand beside it in one word


class Teacher:
    """jieba, told the words of our lists; it is used in training only."""

    def __init__(self) -> None:
        try:
            import jieba
        except ImportError as error:
            raise TrainingError(Errors.NO_TEACHER.format(library="jieba")) from error
        jieba.setLogLevel(logging.WARNING)
        self._segmenter: Any = jieba.Tokenizer()
        for word in domain_words():
            self._segmenter.add_word(word)
        self._verbs = frozenset(
            form for form, row in iter_forms("directions") if row["kind"] == "verb"
        )

    def sentences(self, raw: str, spans: Spans) -> Iterator[list[str]]:
        """Give the words of each stretch of the repaired text; none crosses a span's border.

        ``spans`` count in the raw text.
        """
        layout = repair(raw)
        cuts = set(_clean_cuts(layout, spans))
        for stretch in STRETCH.finditer(layout.text):
            words: list[str] = []
            start = stretch.start()
            for word in self._segmenter.cut(stretch.group()):
                words += _split(word, {cut - start for cut in cuts & _within(start, word)})
                start += len(word)
            yield [part for word in words for part in self._cut_verb(word)]

    def known_words(self, texts: Iterable[str]) -> frozenset[str]:
        """Give the words of its dictionary and our lists that are no rarity in these texts."""
        seen: Counter[str] = Counter()
        for text in texts:
            seen.update(self._segmenter.cut(text, HMM=False))
        return frozenset(word for word, count in seen.items() if count >= SEEN and _is_word(word))

    def _cut_verb(self, word: str) -> list[str]:
        """Part a directional verb from a word of two characters or more beside it."""
        if len(word) >= 2 * VERB and word not in self._verbs:
            if word[-VERB:] in self._verbs:
                return [word[:-VERB], word[-VERB:]]
            if word[:VERB] in self._verbs:
                return [word[:VERB], word[VERB:]]
        return [word]


def domain_words() -> frozenset[str]:
    """Give the words of our lists that are short enough to be one word."""
    forms = (form for name in WORD_LISTS for form, _ in iter_forms(name))
    return frozenset(form for form in forms if 1 < len(form) <= LONGEST and form.isalpha())


def _is_word(word: str) -> bool:
    return len(word) > 1 and not word.isascii() and not word.isspace()


def _clean_cuts(layout: Layout, spans: Spans) -> Iterator[int]:
    for start, end in spans:
        yield layout.clean_start(start)
        yield layout.clean_end(end)


def _within(start: int, word: str) -> set[int]:
    return set(range(start + 1, start + len(word)))


def _split(word: str, cuts: set[int]) -> list[str]:
    places = [0, *sorted(cuts), len(word)]
    return [word[start:end] for start, end in pairwise(places)]
