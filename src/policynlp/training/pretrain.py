"""Masked-language pre-training of the small encoder on raw reports."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from datasets import Dataset
from torch import Tensor, nn
from transformers import PreTrainedModel, Trainer, TrainingArguments
from transformers.modeling_outputs import MaskedLMOutput

from policynlp.errors import Errors, TrainingError
from policynlp.gold import read_gold
from policynlp.tagging.vocabulary import Ids, Vocabulary
from policynlp.training.encoder import PolicyEncoder, PolicyEncoderConfig
from policynlp.training.fit import last_state
from policynlp.training.masking import mask_spans
from policynlp.training.progress import log_progress, without_bars
from policynlp.training.reports import choose_reports, clean_sentences

LEAST_COUNT = 20  # a rarer character is learned too badly to be worth its row
SHORTEST = 5  # characters of a sentence; shorter ones are page numbers and the like
MASKED = 0.15
NOT_MASKED = -100
CHECKPOINTS = "checkpoints"


@dataclass(frozen=True, slots=True)
class PretrainOptions:
    """How long and on what: ``block`` characters a row, ``batch`` rows a step.

    ``steps`` ends the training early, or goes on beyond ``epochs``; -1 leaves it to ``epochs``.
    """

    reports: tuple[Path, ...]
    output: Path
    held_out: Path | None = None
    characters: int = 30_000_000
    epochs: int = 1
    steps: int = -1
    hidden_size: int = 96
    block: int = 128
    batch: int = 96
    learning_rate: float = 2e-3
    seed: int = 13
    resume: bool = False


class PolicyMaskedLM(PreTrainedModel):
    """The encoder with a head that guesses hidden characters."""

    config_class = PolicyEncoderConfig
    base_model_prefix = "encoder"
    _tied_weights_keys = {"decoder.weight": "encoder.chars.weight"}  # noqa: RUF012 - as in the base class

    def __init__(self, config: PolicyEncoderConfig) -> None:
        super().__init__(config)
        self.encoder = PolicyEncoder(config)
        self.narrow = nn.Sequential(
            nn.Linear(config.hidden_size, config.char_size),
            nn.GELU(),
            nn.LayerNorm(config.char_size),
        )
        self.decoder = nn.Linear(config.char_size, config.vocab_size)
        self.post_init()

    def get_output_embeddings(self) -> nn.Module:
        """Give the head, whose weights are those of the table of characters."""
        return self.decoder

    def forward(self, input_ids: Tensor, labels: Tensor, **_: Any) -> MaskedLMOutput:
        """Take ids and labels [batch, length]; only places with a label are guessed."""
        hidden = self.encoder(input_ids).last_hidden_state
        wanted = labels != NOT_MASKED
        logits = self.decoder(self.narrow(hidden[wanted]))
        return MaskedLMOutput(
            loss=nn.functional.cross_entropy(logits, labels[wanted]), logits=logits
        )


@without_bars()
def pretrain(options: PretrainOptions) -> dict[str, float]:
    """Train an encoder from nothing and save it with its vocabulary; give the last figures.

    Raises:
        TrainingError: the reports hold too little text, or there is no state to go on from.
    """
    state = last_state(options.output / CHECKPOINTS) if options.resume else None
    torch.manual_seed(options.seed)
    texts = list(_collect(options))
    if sum(map(len, texts)) < options.block * options.batch:
        raise TrainingError(
            Errors.TOO_LITTLE_TEXT.format(paths=", ".join(map(str, options.reports)))
        )
    vocabulary = Vocabulary.learn(Counter("".join(texts)).most_common(), LEAST_COUNT)
    model = PolicyMaskedLM(
        PolicyEncoderConfig(vocab_size=len(vocabulary), hidden_size=options.hidden_size)
    )
    rows = _blocks(texts, vocabulary, options.block)
    trainer = Trainer(
        model=model,
        args=_arguments(options),
        train_dataset=Dataset.from_dict({"input_ids": rows}).with_format("numpy"),
        data_collator=Masker(vocabulary, options.seed),
    )
    log_progress(trainer)
    done = trainer.train(resume_from_checkpoint=state)
    model.encoder.save_pretrained(options.output)
    vocabulary.write(options.output)
    return {"loss": done.training_loss, "characters": float(sum(map(len, texts)))}


def _collect(options: PretrainOptions) -> Iterator[str]:
    """Give whole reports as lines of sentences until there are enough characters."""
    total = 0
    held_out = [gold["text"] for gold in read_gold(options.held_out)] if options.held_out else []
    for document in choose_reports(options.reports, options.seed, held_out):
        text = "\n".join(s for s in clean_sentences(document) if len(s) >= SHORTEST)
        if text:
            total += len(text)
            yield text
        if total >= options.characters:
            return


def _blocks(texts: Sequence[str], vocabulary: Vocabulary, size: int) -> Ids:
    stream = np.concatenate([vocabulary.encode(text)[:-1] for text in texts])
    return stream[: len(stream) // size * size].reshape(-1, size)


def _arguments(options: PretrainOptions) -> TrainingArguments:
    return TrainingArguments(
        output_dir=str(options.output / CHECKPOINTS),
        num_train_epochs=options.epochs,
        max_steps=options.steps,
        per_device_train_batch_size=options.batch,
        learning_rate=options.learning_rate,
        weight_decay=0.01,
        warmup_steps=300,
        lr_scheduler_type="linear",
        logging_first_step=True,
        logging_steps=50,
        save_steps=500,
        save_total_limit=1,
        seed=options.seed,
        report_to="none",
        disable_tqdm=True,
        fp16=torch.cuda.is_available(),
        dataloader_pin_memory=False,
    )


class Masker:
    """Hides stretches of characters and asks for them."""

    def __init__(self, vocabulary: Vocabulary, seed: int) -> None:
        self.vocabulary = vocabulary
        self.generator = torch.Generator().manual_seed(seed)

    def __call__(self, rows: Sequence[dict[str, Ids]]) -> dict[str, Tensor]:
        """Give ``input_ids`` and ``labels``, [batch, length]; labels are -100 where nothing hides."""
        ids = torch.from_numpy(np.stack([row["input_ids"] for row in rows]))
        shown, hidden = mask_spans(ids, self.vocabulary, MASKED, self.generator)
        return {"input_ids": shown, "labels": torch.where(hidden, ids, NOT_MASKED)}
