"""Raw reports labelled by teachers: sentences whose doubtful spans do not count."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from policynlp.schema import Document
from policynlp.tagging.labels import spans_of
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.dataset import Row, read_rows
from policynlp.training.fit import predict
from policynlp.training.reports import choose_reports
from policynlp.training.scores import decode_logits
from policynlp.training.tagger import NO_TAG, PolicyTagger

SURE = 0.7  # how likely each character of a span must be, to the teachers together
POSSIBLE = 0.1  # what a span of the rules must be to them
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
        yield row._replace(tags=silver_tags(chances, row.rules))


def _softmax(logits: Any) -> Any:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


def silver_tags(chances: Any, rules: Sequence[int], sure: float = SURE) -> list[int]:
    """Give the tags to learn from the teachers' [length, tags] probabilities and the rules' tags.

    A span that the teachers are sure of stands. A span of the rules stands where they are not, unless
    they think nothing of it. What is left in doubt has the tag -100.

    Args:
        chances: the mean of the teachers' probabilities.
        rules: the tags of the rules.
        sure: how likely each character of a span must be.
    """
    found = decode_logits(np.log(chances + 1e-9).astype(np.float32))
    tags = [0] * len(found)
    for guess, least in ((found, sure), (list(rules), POSSIBLE)):
        likely = chances[np.arange(len(guess)), guess]
        for span in spans_of(guess):
            inside = slice(span.start, span.end)
            if not any(tags[inside]) and likely[inside].min() >= least:
                tags[inside] = guess[inside]
    doubtful = (chances[:, 0] < sure) & (np.array(tags) == 0)
    return [NO_TAG if doubt else tag for tag, doubt in zip(tags, doubtful, strict=True)]
