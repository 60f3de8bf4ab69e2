"""The lines that tell how far a training is."""

import logging

import pytest
from transformers import TrainerControl, TrainerState, TrainingArguments
from transformers.utils import logging as transformers_logging

from policynlp.training.progress import Progress, without_bars

SCORED = {"logging_strategy": "epoch", "eval_strategy": "epoch"}
UNSCORED = {"logging_strategy": "epoch", "eval_strategy": "no"}
STEPS = {"logging_strategy": "steps", "eval_strategy": "no"}


@pytest.mark.parametrize(
    ("strategies", "logs", "lines"),
    [
        (SCORED, [{"loss": 0.25}, {"eval_f1": 0.5}], ["epoch 2 of 12: loss 0.250, dev F1 0.500"]),
        (SCORED, [{"eval_f1": 0.5}], ["epoch 2 of 12: dev F1 0.500"]),
        (UNSCORED, [{"loss": 0.25, "epoch": 2.0}], ["epoch 2 of 12: loss 0.250"]),
        (STEPS, [{"loss": 6.5}], ["step 50 of 300: loss 6.500"]),
        (STEPS, [{"train_runtime": 1.0, "train_loss": 6.5}, None], []),
    ],
    ids=["scored", "no loss yet", "without dev", "steps", "the closing figures"],
)
def test_a_line_tells_of_an_epoch_or_of_steps(caplog, tmp_path, strategies, logs, lines):
    arguments = TrainingArguments(output_dir=str(tmp_path), report_to="none", **strategies)
    state = TrainerState(epoch=1.9999, num_train_epochs=12, global_step=50, max_steps=300)
    progress = Progress()
    with caplog.at_level(logging.INFO, "policynlp.training"):
        for figures in logs:
            progress.on_log(arguments, state, TrainerControl(), figures)
    assert [record.getMessage() for record in caplog.records] == lines


@pytest.mark.parametrize("shown", [True, False])
def test_bars_are_as_before_when_the_work_is_done(monkeypatch, shown):
    monkeypatch.setattr(transformers_logging, "_tqdm_active", shown)
    with without_bars():
        assert not transformers_logging.is_progress_bar_enabled()
    assert transformers_logging.is_progress_bar_enabled() is shown
