"""The sentences of corpus documents, as the pipeline cuts them: across wrapped lines."""

from collections.abc import Iterator
from typing import NamedTuple

from policynlp.corpus.source import CorpusFile
from policynlp.layout import repair
from policynlp.structure import read_structure

STOPS = frozenset("。！？；")
WIDTH = 8


class Piece(NamedTuple):
    """A sentence in the repaired text, and where it begins in the document's own."""

    text: str
    start: int


def sentences_of(file: CorpusFile) -> Iterator[Piece]:
    """Give every sentence and heading of the document."""
    layout = repair(file.text)
    for sentence in read_structure(layout.text, meta=None).sentences:
        yield Piece(layout.text[sentence.start : sentence.end], layout.raw_start(sentence.start))


def is_whole(text: str) -> bool:
    """Whether this is a sentence, and no heading, menu or row of a table."""
    return text.rstrip("”’」』）)")[-1:] in STOPS


def shingles(text: str) -> set[str]:
    """Give all pieces of eight characters."""
    return {text[at : at + WIDTH] for at in range(len(text) - WIDTH + 1)}
