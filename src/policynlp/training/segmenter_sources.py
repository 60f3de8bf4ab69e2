"""The sentences that the segmentation model learns from, and those it is judged by."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from policynlp.errors import Errors, TrainingError
from policynlp.gold import read_gold
from policynlp.layout import repair
from policynlp.pipeline import load, read_document
from policynlp.schema import Document
from policynlp.training.reports import read_reports
from policynlp.training.segmenter_silver import Spans, Teacher

Sentences = list[list[str]]
Source = tuple[Document, Spans]
EXCERPT = 1_500  # characters of a report
FEWEST = 200  # sentences
HELD_OUT = 20  # of so many documents the last is left for judging
SHINGLE = 12  # characters that two texts share only if one copies the other


@dataclass(frozen=True, slots=True)
class Silver:
    """Sentences of words, and words that may stand whole where nothing was learned of them."""

    train: Sentences
    held_out: Sentences
    vocabulary: frozenset[str]


@dataclass(frozen=True, slots=True)
class Amounts:
    """How many characters of reports are segmented to learn from, and looked through for words."""

    learned: int
    looked_through: int


def make_silver(
    annotated: Sequence[Path],
    reports: Sequence[Path],
    *,
    amounts: Amounts,
    left_out: Sequence[Path] = (),
    seed: int = 0,
) -> Silver:
    """Make silver words of annotated documents and of excerpts of reports.

    Sentences that stand in the documents of ``left_out`` too are not taken.

    Raises:
        TrainingError: too little text, or a file that cannot be read.
    """
    shuffle = random.Random(seed)
    raw = list(read_reports(reports))
    shuffle.shuffle(raw)
    sources = [*_annotated(annotated), *_excerpts(raw, amounts.learned, shuffle)]
    teacher = Teacher()
    known = {shingle for path in left_out for row in read_gold(path) for shingle in _shingles(row)}
    parts: tuple[Sentences, Sentences] = ([], [])
    for number, words in enumerate(_segment(teacher, sources), start=1):
        parts[number % HELD_OUT == 0].extend(
            some for some in words if known.isdisjoint(_shingles({"text": "".join(some)}))
        )
    if len(parts[0]) < FEWEST or not parts[1]:
        paths = ", ".join(map(str, [*annotated, *reports]))
        raise TrainingError(Errors.TOO_LITTLE_SILVER.format(paths=paths, count=len(parts[0])))
    return Silver(*parts, teacher.known_words(_texts(raw, amounts.looked_through)))


def _segment(teacher: Teacher, sources: Iterable[Source]) -> Iterator[Iterator[list[str]]]:
    nlp = load()
    for document, spans in sources:
        found = [
            (ent["start"], ent["end"]) for part in read_document(nlp, document) for ent in part.ents
        ]
        yield teacher.sentences(document.text, [*spans, *found])


def _annotated(paths: Iterable[Path]) -> Iterator[Source]:
    for path in paths:
        for row in read_gold(path):
            spans = [(ent["start"], ent["end"]) for ent in row.get("ents", ())]
            yield Document(row["doc_id"], row["text"]), spans


def _excerpts(
    reports: Iterable[Document], characters: int, random: random.Random
) -> Iterator[Source]:
    """Give one stretch of whole lines of each report."""
    for report in reports:
        if characters <= 0:
            return
        text = report.text
        start = text.find("\n", random.randrange(max(len(text) - EXCERPT, 1))) + 1
        end = text.find("\n", start + EXCERPT) + 1 or len(text)
        excerpt = text[start : min(end, start + 2 * EXCERPT)]
        characters -= len(excerpt)
        yield Document(report.doc_id, excerpt), ()


def _texts(reports: Iterable[Document], characters: int) -> Iterator[str]:
    for report in reports:
        if characters <= 0:
            return
        characters -= len(report.text)
        yield repair(report.text).text


def _shingles(row: Mapping[str, str]) -> set[str]:
    bare = "".join(row["text"].split())
    return {bare[at : at + SHINGLE] for at in range(len(bare) - SHINGLE + 1)}
