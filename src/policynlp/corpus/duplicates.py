"""Sentences that stand twice, or nearly so, where they must not: in two splits."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policynlp.corpus.findings import Finding, Says
from policynlp.corpus.sentences import is_whole, sentences_of, shingles
from policynlp.corpus.source import CorpusFile

SHORTEST = 12
NEAR = 0.8
_NUMBER = re.compile(r"[0-9０-９.．]+")
_SHOWN = 24


class Seen(NamedTuple):
    """A sentence with its numbers levelled, and where it stands."""

    file: CorpusFile
    line: int
    text: str
    plain: str

    @property
    def split(self) -> str:
        """The split that the document is in."""
        return self.file.header.get("split", "")

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.file.path}:{self.line}"

    def finding(self, message: str, *, error: bool) -> Finding:
        """Make a finding about the sentence."""
        return Finding(self.file.path, self.line, message, error)


def check_duplicates(files: Sequence[CorpusFile]) -> Iterator[Finding]:
    """Find sentences that another document has too; across splits that is an error.

    Near ones, and such as differ in numbers only, are looked for across splits.
    """
    seen = [sentence for file in files for sentence in _sentences(file)]
    yield from _same(seen)
    yield from _alike(seen)


def _sentences(file: CorpusFile) -> Iterator[Seen]:
    for piece in sentences_of(file):
        if is_whole(piece.text) and len(piece.text) >= SHORTEST:
            plain = _NUMBER.sub("0", piece.text)
            yield Seen(file, file.line_of(piece.start), piece.text, plain)


def _same(seen: Sequence[Seen]) -> Iterator[Finding]:
    first: dict[str, Seen] = {}
    for sentence in seen:
        other = first.setdefault(sentence.text, sentence)
        if other is not sentence:
            message = Says.SAME.format(text=sentence.text[:_SHOWN], other=other.place)
            yield sentence.finding(message, error=other.split != sentence.split)


def _alike(seen: Sequence[Seen]) -> Iterator[Finding]:
    pieces = [shingles(sentence.plain) for sentence in seen]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(seen):
        near = Counter(other for piece in pieces[number] for other in holders[piece])
        for other, common in near.most_common():
            apart = seen[other].split != sentence.split and seen[other].text != sentence.text
            if apart and common >= NEAR * min(len(pieces[number]), len(pieces[other])):
                words = {"text": sentence.text[:_SHOWN], "other": seen[other].text[:_SHOWN]}
                message = Says.ALIKE.format(**words, place=seen[other].place)
                yield sentence.finding(message, error=True)
                break
        for piece in pieces[number]:
            holders[piece].append(number)
