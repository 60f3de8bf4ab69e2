"""One run of transformers' Trainer over rows of tags."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from datasets import Dataset
from transformers import EarlyStoppingCallback, EvalPrediction, Trainer, TrainingArguments
from transformers.trainer_utils import get_last_checkpoint

from policynlp.errors import Errors, TrainingError
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.collator import Collator
from policynlp.training.dataset import Row
from policynlp.training.progress import log_progress
from policynlp.training.scores import MICRO, Scores, decode_logits, score_tags
from policynlp.training.tagger import NO_TAG, PolicyTagger

# learning rates: of our own encoder under a new head, of a tagger gone on with, of a transformer
SMALL, TUNED, LARGE = 1e-3, 5e-5, 5e-5
OWN = "policy_encoder"


@dataclass(frozen=True, slots=True)
class FitOptions:
    """How a tagger learns; ``learning_rate`` None is what suits the encoder."""

    epochs: int = 12
    batch: int = 32
    learning_rate: float | None = None
    patience: int = 4
    hide: float = 0.2
    blur: float = 0.1
    seed: int = 13
    resume: bool = False


def fit(
    model: PolicyTagger,
    vocabulary: Vocabulary,
    train: Sequence[Row],
    dev: Sequence[Row],
    options: FitOptions,
    folder: Path,
) -> PolicyTagger:
    """Train on ``train``, stop when ``dev`` gets no better, give the best state of the model.

    Checkpoints go to ``folder``; with ``options.resume`` the last one is gone on with.

    Raises:
        TrainingError: there is none to go on with.
    """
    trainer = _Trainer(
        model=model,
        args=_arguments(model, options, folder, evaluated=bool(dev)),
        train_dataset=_dataset(train),
        eval_dataset=_dataset(dev) if dev else None,
        data_collator=Collator(vocabulary, options.hide, options.seed, options.blur),
        compute_metrics=_f_score if dev else None,
        callbacks=[EarlyStoppingCallback(options.patience)] if dev else [],
    )
    trainer.eval_collator = Collator(vocabulary, 0.0, options.seed)
    log_progress(trainer)
    trainer.train(resume_from_checkpoint=last_state(folder) if options.resume else None)
    return model


def last_state(folder: Path) -> str:
    """Give the folder of the last state that a training saved.

    Raises:
        TrainingError: there is none.
    """
    state: str | None = get_last_checkpoint(str(folder)) if folder.is_dir() else None
    if state is None:
        raise TrainingError(Errors.NO_STATE.format(folder=folder))
    return state


class _Trainer(Trainer):
    """Shows the model all that the rules found when it is scored."""

    eval_collator: Collator | None = None

    def get_eval_dataloader(self, eval_dataset: Any = None) -> Any:
        training = self.data_collator
        self.data_collator = self.eval_collator or training
        try:
            return super().get_eval_dataloader(eval_dataset)
        finally:
            self.data_collator = training


def score_rows(
    model: PolicyTagger, vocabulary: Vocabulary, rows: Sequence[Row], *, hide: bool = False
) -> Scores:
    """Score a model on rows; ``hide``: without what the rules found."""
    tags = [decode_logits(logits) for logits in predict(model, vocabulary, rows, hide=hide)]
    return score_tags(zip((row.tags for row in rows), tags, strict=True))


def predict(
    model: PolicyTagger, vocabulary: Vocabulary, rows: Sequence[Row], *, hide: bool = False
) -> list[np.ndarray[Any, np.dtype[np.float32]]]:
    """Give the logits [length, tags] of each row."""
    model.eval()
    collate = Collator(vocabulary, 1.0 if hide else 0.0, 0)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at].text))
    found: dict[int, np.ndarray[Any, np.dtype[np.float32]]] = {}
    for first in range(0, len(order), 64):
        places = order[first : first + 64]
        batch = collate([rows[at]._asdict() for at in places])
        batch = {name: values.to(model.device) for name, values in batch.items()}
        with torch.no_grad():
            logits = model(**batch).logits.float().cpu().numpy()
        for at, row in zip(places, logits, strict=True):
            found[at] = row[1 : len(rows[at].text) + 1]
    return [found[at] for at in range(len(rows))]


def _dataset(rows: Sequence[Row]) -> Dataset:
    return Dataset.from_list([{**row._asdict(), "length": len(row.text)} for row in rows])


def _f_score(prediction: EvalPrediction) -> dict[str, float]:
    pairs = []
    for logits, labels in zip(prediction.predictions, prediction.label_ids, strict=True):
        kept = labels != NO_TAG
        pairs.append(([int(tag) for tag in labels[kept]], decode_logits(logits[kept])))
    return {"f1": score_tags(pairs)[MICRO]["f1"]}


def _arguments(
    model: PolicyTagger, options: FitOptions, folder: Path, *, evaluated: bool
) -> TrainingArguments:
    own = TUNED if model.config.trained else SMALL
    rate = own if model.encoder.config.model_type == OWN else LARGE
    return TrainingArguments(
        output_dir=str(folder),
        num_train_epochs=options.epochs,
        per_device_train_batch_size=options.batch,
        per_device_eval_batch_size=64,
        learning_rate=options.learning_rate or rate,
        weight_decay=0.01,
        warmup_steps=0.1,
        lr_scheduler_type="linear",
        eval_strategy="epoch" if evaluated else "no",
        save_strategy="epoch",
        save_total_limit=1,
        load_best_model_at_end=evaluated,
        metric_for_best_model="f1" if evaluated else None,
        train_sampling_strategy="group_by_length",
        length_column_name="length",
        remove_unused_columns=False,
        label_names=["labels"],
        logging_strategy="epoch",
        seed=options.seed,
        report_to="none",
        disable_tqdm=True,
        fp16=torch.cuda.is_available(),
        dataloader_pin_memory=False,
    )


def plain(options: FitOptions) -> dict[str, Any]:
    """Give the options as JSON values, for the record."""
    return asdict(options)
