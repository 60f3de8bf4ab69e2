"""Train the segmentation model: ``policynlp train-segmenter``."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policynlp.segmenter.words import FILES, Words
from policynlp.training.segmenter_model import agreement, known_words, train_words
from policynlp.training.segmenter_sources import Amounts, Silver, make_silver

METRICS = "metrics.json"


@dataclass(frozen=True, slots=True)
class SegmenterOptions:
    """What words are learned from, and how; sentences of ``leave_out`` are not taken."""

    output: Path
    annotated: tuple[Path, ...]
    reports: tuple[Path, ...]
    leave_out: tuple[Path, ...]
    amounts: Amounts
    iterations: int
    seed: int


def train_segmenter(options: SegmenterOptions) -> dict[str, Any]:
    """Write the model's folder with metrics.json; give the figures in it.

    Raises:
        TrainingError: too little text, a file that cannot be read, or a library that is missing.
    """
    began = time.perf_counter()
    silver = make_silver(
        options.annotated,
        options.reports,
        amounts=options.amounts,
        left_out=options.leave_out,
        seed=options.seed,
    )
    train_words(silver, options.output, iterations=options.iterations, seed=options.seed)
    metrics = measure(options.output, silver)
    metrics["options"] = {
        "learn": options.amounts.learned,
        "look_through": options.amounts.looked_through,
        "iterations": options.iterations,
        "seed": options.seed,
    }
    metrics["seconds"] = round(time.perf_counter() - began)
    (options.output / METRICS).write_text(json.dumps(metrics, indent=2) + "\n", "utf-8")
    return metrics


def measure(folder: Path, silver: Silver) -> dict[str, Any]:
    """Judge a trained model by the sentences held out."""
    sizes = {name: (folder / name).stat().st_size for name in FILES}
    return {
        "train": {
            "sentences": len(silver.train),
            "characters": sum(len(word) for words in silver.train for word in words),
        },
        "held_out": {
            "sentences": len(silver.held_out),
            **agreement(Words.read(folder), silver.held_out),
        },
        "known_words": len(known_words(silver)),
        "bytes": sizes,
    }
