"""How far a training is, in short lines, instead of what transformers prints and draws."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from transformers import Trainer, TrainerCallback, TrainerControl, TrainerState, TrainingArguments
from transformers.trainer_callback import PrinterCallback
from transformers.trainer_utils import IntervalStrategy
from transformers.utils.logging import (
    disable_progress_bar,
    enable_progress_bar,
    is_progress_bar_enabled,
)

LOG = logging.getLogger(__name__)


class Progress(TrainerCallback):
    """Logs ``epoch 2 of 12: loss 0.231, dev F1 0.845``, or the step where steps are logged."""

    def __init__(self) -> None:
        self.loss: float | None = None

    def on_log(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        logs: dict[str, float] | None = None,
        **_: Any,
    ) -> None:
        """Tell of an epoch when it is scored, or when its loss is known if nothing scores it."""
        figures = logs or {}
        self.loss = figures.get("loss", self.loss)
        scored = args.eval_strategy != IntervalStrategy.NO
        if ("eval_f1" if scored else "loss") in figures:
            told = {"loss": self.loss, "dev F1": figures.get("eval_f1")}
            parts = [f"{name} {value:.3f}" for name, value in told.items() if value is not None]
            LOG.info("%s: %s", _place(args, state), ", ".join(parts))


def _place(args: TrainingArguments, state: TrainerState) -> str:
    if args.logging_strategy == IntervalStrategy.EPOCH:
        return f"epoch {round(state.epoch or 0)} of {state.num_train_epochs}"
    return f"step {state.global_step} of {state.max_steps}"


def log_progress(trainer: Trainer) -> None:
    """Let the trainer log its progress, and print nothing."""
    trainer.remove_callback(PrinterCallback)
    trainer.add_callback(Progress())


@contextmanager
def without_bars() -> Iterator[None]:
    """Keep transformers from drawing bars for weights that are read and written in a moment."""
    shown = is_progress_bar_enabled()
    disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            enable_progress_bar()
