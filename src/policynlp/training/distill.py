"""Self-training: teachers label raw reports, a student learns from what they are sure of."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import torch

from policynlp.gold import read_gold
from policynlp.training.corpora import read_corpora
from policynlp.training.dataset import read_rows
from policynlp.training.fit import FitOptions, fit, score_rows
from policynlp.training.progress import without_bars
from policynlp.training.run import read_base, read_tagger
from policynlp.training.silver import silver_rows
from policynlp.training.tagger import PolicyTagger, save_checkpoint


@dataclass(frozen=True, slots=True)
class DistillOptions:
    """Who teaches (``teachers``), on which ``reports``, and what the student starts from."""

    teachers: tuple[Path, ...]
    reports: tuple[Path, ...]
    base: Path
    corpora: tuple[Path, ...]
    output: Path
    extra: tuple[Path, ...] = ()
    held_out: Path | None = None
    characters: int = 2_000_000
    fit: FitOptions = field(default_factory=lambda: FitOptions(epochs=3, batch=64))


@without_bars()
def distill(options: DistillOptions) -> dict[str, float]:
    """Train a student on silver sentences together with the corpora; save it as a checkpoint.

    Returns:
        ``sentences``: how many the teachers labelled; ``dev``: micro F1 on the corpora's dev split.

    Raises:
        TrainingError: a checkpoint is missing, a teacher is no tagger, or a report cannot be read.
    """
    vocabulary = read_base(options.base)
    teachers = [read_tagger(path) for path in options.teachers]
    documents = read_corpora(options.corpora, options.extra)
    rows = {split: read_rows(documents[split]) for split in ("train", "dev")}
    held_out = [gold["text"] for gold in read_gold(options.held_out)] if options.held_out else []
    # what dev and test measure must not come in by another door
    held_out += [document["text"] for split in ("dev", "test") for document in documents[split]]
    silver = list(
        silver_rows(teachers, options.reports, options.characters, options.fit.seed, held_out)
    )
    torch.manual_seed(options.fit.seed)
    student = PolicyTagger.from_base(options.base)
    mixed = [*silver, *rows["train"]]
    student = fit(student, vocabulary, mixed, [], options.fit, options.output / "checkpoints")
    save_checkpoint(student, options.output, vocabulary)
    dev = score_rows(student, vocabulary, rows["dev"])["micro"]["f1"] if rows["dev"] else 0.0
    figures = {"sentences": float(len(silver)), "dev": dev}
    (options.output / "distill.json").write_text(json.dumps(figures) + "\n", "utf-8")
    return figures
