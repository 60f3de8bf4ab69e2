"""Raw reports labelled by teachers: sentences whose doubtful spans do not count."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from policynlp.schema import Document
from policynlp.tagging.labels import spans_of
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.dataset import Row, read_rows
from policynlp.training.fit import decode_logits, predict
from policynlp.training.reports import choose_reports
from policynlp.training.tagger import NO_TAG, PolicyTagger

SURE = 0.7  # how likely each character of a span must be, to the teachers together
CHUNK = 20  # reports whose sentences are labelled at a time

Teacher = tuple[PolicyTagger, Vocabulary]


def silver_rows(
    teachers: Sequence[Teacher],
    reports: Iterable[Path],
    characters: int,
    seed: int,
    held_out: Iterable[str] = (),
) -> Iterator[Row]:
    """Label sentences of reports, drawn at random, until there are enough characters.

    Teachers vote by the mean of their probabilities. Characters of a span that they are not sure
    of, and those beside it, have the tag -100: nothing is learned from them.
    """
    total = 0
    chunk: list[Document] = []
    for document in choose_reports(reports, seed, held_out):
        chunk.append(document)
        if len(chunk) == CHUNK:
            for row in _label(teachers, chunk):
                total += len(row.text)
                yield row
            chunk = []
        if total >= characters:
            return
    yield from _label(teachers, chunk)


def _label(teachers: Sequence[Teacher], documents: Sequence[Document]) -> Iterator[Row]:
    plain = [{**document.to_dict(), "ents": []} for document in documents]
    rows = read_rows(plain)
    votes = [predict(model, vocabulary, rows) for model, vocabulary in teachers]
    for row, *logits in zip(rows, *votes, strict=True):
        chances = np.mean([_softmax(one) for one in logits], axis=0)
        yield row._replace(tags=confident_tags(chances))


def _softmax(logits: Any) -> Any:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


def confident_tags(chances: Any, sure: float = SURE) -> list[int]:
    """Give the best legal tags of [length, tags] probabilities, -100 where they are in doubt."""
    tags = decode_logits(np.log(chances + 1e-9).astype(np.float32))
    likely = chances[np.arange(len(tags)), tags]
    kept = list(tags)
    for span in spans_of(tags):
        if likely[span.start : span.end].min() < sure:
            for place in range(max(span.start - 1, 0), min(span.end + 1, len(tags))):
                kept[place] = NO_TAG
    return [
        NO_TAG if tag == 0 and chance < sure else tag
        for tag, chance in zip(kept, likely, strict=True)
    ]
