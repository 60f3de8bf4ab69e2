"""Statistics that a sentence names without a claim: 公路里程是指…, 汇率数据来自外汇局."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from policynlp.lexicons import iter_forms, row_forms
from policynlp.linking.drafts import Span
from policynlp.linking.phrases import parse
from policynlp.linking.scope import Scope, Slicer
from policynlp.linking.words import alternation, ends_with_scale, scale_heads
from policynlp.normalize.indicators import link_indicator
from policynlp.structure import Sentence, Structure

STOPS = "，。；：！？（）()《》,;:!?\n\t |—－[]"
JOINT = re.compile("[、和]")
ITEM = re.compile("[一二三四五六七八九十]{1,3}、")
LONGEST = 40
SHORTEST = 3
ENDING, FRAME, SOURCE = "ENDING", "FRAME", "SOURCE"


def _words(kind: str) -> tuple[str, ...]:
    return row_forms("named_marks", kind)


@cache
def _ending() -> re.Pattern[str]:
    """Match the end of a statistic that no word behind it goes on with; 面积、产量 is one end."""
    bare = "|".join(sorted(scale_heads(), key=len, reverse=True))
    stop, framed, after = (
        re.escape(STOPS),
        "|".join(_words(FRAME)),
        "|".join((*_words("AFTER"), *_words("VERB"))),
    )
    edge = rf"[{stop}]|$|、(?!(?:{bare})(?:[{stop}]|{framed}))"
    return re.compile(f"(?:{alternation(_words(ENDING)).pattern})(?={edge}|{after})")


@cache
def _frame() -> re.Pattern[str]:
    return alternation((*_words(FRAME), *_words(SOURCE)))


@cache
def _begin() -> re.Pattern[str]:
    return alternation((*_words("BEGIN"), *_words("VERB")))


@cache
def _clause() -> re.Pattern[str]:
    return alternation(_words("CLAUSE"))


@cache
def _nouns() -> frozenset[str]:
    """Heads that say how something moves (增速): alone they name no statistic."""
    return frozenset(form for form, row in iter_forms("directions") if row["kind"] == "noun")


class NamedFinder:
    """Finds statistics by their last word, and by a verb that ranks or defines them."""

    def __init__(self, text: str, structure: Structure, slicer: Slicer) -> None:
        self.text, self.structure, self.slicer = text, structure, slicer
        self.taken = bytearray(len(text))

    def find(self, taken: Iterable[Span]) -> Iterator[Span]:
        """Give the statistics, those of a list first; nothing over what is ``taken``."""
        for span in taken:
            self._take(span)
        ends = []
        for match in _frame().finditer(self.text):
            ends.append((match.start(), SOURCE if match[0] in _words(SOURCE) else FRAME))
            self._take(match.span())
        ends += [(match.end(), ENDING) for match in _ending().finditer(self.text)]
        for end, kind in ends:
            if self.taken[end - 1] or (sentence := self.structure.sentence_at(end - 1)) is None:
                continue
            for span in self._read(sentence, end, kind):
                self._take(span)
                yield span

    def _take(self, span: Span) -> None:
        start, end = span
        self.taken[start:end] = b"\1" * (end - start)

    def _read(self, sentence: Sentence, end: int, kind: str) -> Iterator[Span]:
        start, text = end, self.text
        while start > sentence.start and text[start - 1] not in STOPS and not self.taken[start - 1]:
            start -= 1
        if start == sentence.start and (item := ITEM.match(text, start, end)):
            start = item.end()  # 三、|固定资产投资
        members = list(self._members(start, end, kind))
        scope = self._scope(sentence)
        for span in members[-1:] if kind == ENDING else members:
            if name := self._name(scope, span, kind):
                yield name

    def _scope(self, sentence: Sentence) -> Scope:
        layers = self.slicer.cut(sentence.start, sentence.end)
        anchor = self.structure.anchor_of(sentence)
        return Scope(self.text, sentence.start, sentence.end, anchor, layers)

    def _members(self, start: int, end: int, kind: str) -> Iterator[Span]:
        """Divide a list where each member is a statistic of its own: 竣工率、复工率|居全国第一."""
        for match in JOINT.finditer(self.text, start, end):
            at = match.start()
            if at > start and self._stands_alone(self.text[start:at], match[0], kind, end, at + 1):
                yield start, at
                start = at + 1
        yield start, end

    def _stands_alone(self, member: str, joint: str, kind: str, end: int, after: int) -> bool:
        if joint == "、" and kind == SOURCE:
            return True
        if not ends_with_scale(member) or (joint == "和" and not link_indicator(member)):
            return False
        return not any(part in scale_heads() for part in JOINT.split(self.text[after:end]))

    def _name(self, scope: Scope, span: Span, kind: str) -> Span | None:
        """Trim a stretch to a statistic; None where a verb governs it or it is a clause."""
        found = parse(scope, *span, moved=kind != ENDING)
        if found.empty or found.trigger or (kind == ENDING and found.end != span[1]):
            return None
        start, end = found.start, found.end
        for match in _begin().finditer(self.text, start, end):
            start = match.end()
        phrase = self.text[start:end]
        if (
            not SHORTEST <= len(phrase) <= LONGEST
            or phrase in _nouns()
            or any(self.taken[start:end])
        ):
            return None
        if not ends_with_scale(phrase) or _clause().search(phrase):
            return None
        return start, end
