"""Raw reports and annotated documents to a folder of rows that a rented machine can take."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from multiprocessing import get_context
from typing import Any

from spacy.util import minibatch

from policynlp.errors import Errors, TrainingError
from policynlp.gold import read_gold
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.corpora import Documents, read_corpora, read_documents
from policynlp.training.dataset import Row, read_rows
from policynlp.training.reports import choose_reports
from policynlp.training.scale.bundle import PACKED, REPORTS, Bundle, bundle_rows

CHUNK = 20  # reports that a process reads at a time
LONGEST = 150_000  # characters; a longer one would keep the others waiting


def gather(options: Namespace) -> None:
    """Write rows: ``reports``, ``corpus_{train,dev,test}``, ``extra`` and ``held_out_*``, packed.

    Reports that share text with what dev, test or ``held_out`` measure are left out.

    Raises:
        TrainingError: a report cannot be read, or no text is left of them.
        CorpusError, InterchangeError: annotated documents cannot be read.
    """
    vocabulary = Vocabulary.read(options.vocabulary)
    options.output.mkdir(parents=True, exist_ok=True)
    parts, measured = _annotated(options)
    for name, part in parts.items():
        if part:
            rows = bundle_rows(read_rows(part), vocabulary, tagged=True)
            rows.save(options.output / f"{name}{PACKED}")
    reports = choose_reports(options.reports, options.seed, measured)
    plain = ({**report.to_dict(), "ents": []} for report in reports if len(report.text) <= LONGEST)
    chunks = _rows(plain, options.jobs)
    bundles = [bundle_rows(rows, vocabulary, tagged=False) for rows in chunks if rows]
    if not bundles:
        paths = ", ".join(map(str, options.reports))
        raise TrainingError(Errors.TOO_LITTLE_TEXT.format(paths=paths))
    Bundle.join(bundles).save(options.output / REPORTS)


def _annotated(options: Namespace) -> tuple[dict[str, Documents], list[str]]:
    """Give the annotated documents by the name of their rows, and the texts that measure."""
    documents = read_corpora(options.corpus)
    parts = {f"corpus_{split}": part for split, part in documents.items()}
    parts["extra"] = [d for path in options.extra for d in read_documents(path)]
    measured = [*documents["dev"], *documents["test"]]
    for path in options.held_out:
        parts[f"held_out_{path.stem}"] = held = list(read_gold(path))
        measured += held
    return parts, [document["text"] for document in measured]


def _rows(documents: Iterable[dict[str, Any]], jobs: int) -> Iterator[list[Row]]:
    chunks = map(list, minibatch(documents, CHUNK))
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(read_rows, chunks)
