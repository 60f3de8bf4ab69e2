"""The whole way from annotated documents to a pipeline that can be loaded."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from policynlp.errors import Errors, TrainingError
from policynlp.tagging.vocabulary import FILE, Vocabulary
from policynlp.training.calibrate import fit_temperature
from policynlp.training.corpora import read_corpora
from policynlp.training.dataset import Row, read_rows
from policynlp.training.export import export
from policynlp.training.fit import FitOptions, fit, plain, predict, score_rows
from policynlp.training.package import check_output, write_pipeline
from policynlp.training.progress import without_bars
from policynlp.training.scores import Scores, score_tags
from policynlp.training.tagger import PolicyTagger, count_vectors, save_checkpoint


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """What to train on (``corpora``, ``extra``), from (``base``), to (``output``), and how."""

    base: Path
    corpora: tuple[Path, ...]
    output: Path
    extra: tuple[Path, ...] = ()
    checkpoint: Path | None = None
    fit: FitOptions = field(default_factory=FitOptions)


@without_bars()
def train(options: TrainOptions) -> dict[str, Any]:
    """Train a tagger and write the pipeline's folder; give the figures that go to its metrics.json.

    Everything that can be wrong with the input is found before anything is trained.

    Raises:
        TrainingError: the base is missing, a label is unknown, or there is nothing to learn.
        CorpusError, InterchangeError: a corpus cannot be read.
    """
    check_output(options.output)
    vocabulary = read_base(options.base)
    documents = read_corpora(options.corpora, options.extra)
    rows = {split: read_rows(part) for split, part in documents.items()}
    torch.manual_seed(options.fit.seed)
    model = PolicyTagger.from_base(options.base)
    if options.fit.epochs:  # without one, the checkpoint is only scored and written as it is
        with tempfile.TemporaryDirectory() as temporary:
            folder = options.checkpoint or Path(temporary)
            model = fit(model, vocabulary, rows["train"], rows["dev"], options.fit, folder)
            save_checkpoint(model, folder, vocabulary)
    metrics = {
        "options": plain(options.fit),
        "base": options.base.name,
        "documents": {split: len(part) for split, part in documents.items()},
        "sentences": {split: len(part) for split, part in rows.items()},
        "scores": _scores(model, vocabulary, rows),
    }
    temperature = fit_temperature(
        predict(model, vocabulary, rows["dev"]), [row.tags for row in rows["dev"]]
    )
    with tempfile.TemporaryDirectory() as temporary:
        export(model, vocabulary, Path(temporary), temperature=temperature)
        write_pipeline(Path(temporary), options.output, metrics)
    return metrics


def read_base(base: Path) -> Vocabulary:
    """Check a checkpoint's folder and read its vocabulary.

    Raises:
        TrainingError: it is no folder of a model with ``config.json`` and ``vocab.txt``, or the
            model has no vectors for the last characters of the vocabulary.
    """
    for name in ("config.json", FILE):
        if not (base / name).is_file():
            raise TrainingError(Errors.NO_BASE.format(base=base, name=name))
    vocabulary, vectors = Vocabulary.read(base), count_vectors(base)
    if len(vocabulary) > vectors:
        raise TrainingError(
            Errors.LONG_VOCABULARY.format(
                path=base / FILE, characters=len(vocabulary), vectors=vectors
            )
        )
    return vocabulary


def read_tagger(path: Path) -> tuple[PolicyTagger, Vocabulary]:
    """Read a checkpoint that has learned tags.

    Raises:
        TrainingError: as ``read_base``, or it is an encoder.
    """
    vocabulary = read_base(path)
    model = PolicyTagger.from_base(path)
    if not model.config.trained:  # it would label by the random weights of a new head
        raise TrainingError(Errors.UNTAUGHT.format(path=path))
    return model, vocabulary


def _scores(
    model: PolicyTagger, vocabulary: Vocabulary, rows: dict[str, list[Row]]
) -> dict[str, dict[str, Scores]]:
    """Score dev and test: the tagger with the rules' help and without, and the rules alone."""
    return {
        split: {
            "tagger with rules": score_rows(model, vocabulary, rows[split]),
            "tagger alone": score_rows(model, vocabulary, rows[split], hide=True),
            "rules alone": score_tags((row.tags, row.rules) for row in rows[split]),
        }
        for split in ("dev", "test")
        if rows[split]
    }
