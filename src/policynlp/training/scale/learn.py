"""One loop for teachers and students: rows, what each character's tag may be, and a model."""

import logging
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from policynlp.tagging.labels import TAGS
from policynlp.training.scale.batches import Batch, Rows, draw
from policynlp.training.scale.bundle import Flat
from policynlp.training.scale.clock import Clock, rate, set_rate
from policynlp.training.scale.precision import half_on

Targets = Tensor  # [characters, tags] how likely each tag is, in half precision
EVERY = 500  # steps between two lines of the log
WARM = 0.06  # of all steps, in which the learning rate rises
WEIGHT_DECAY = 0.01

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LearnOptions:
    """How long (``epochs`` or ``seconds``, what comes first) and how.

    ``characters`` is the size of a batch; ``hide`` and ``blur`` are as in ``Collator``.
    """

    epochs: int
    learning_rate: float
    seconds: float = 600.0
    characters: int = 4096
    hide: float = 0.2
    blur: float = 0.1
    seed: int = 13


def hard_targets(tags: Flat, smoothing: float, device: torch.device) -> Targets:
    """Give targets where the tags are known, but for a little doubt."""
    size = len(TAGS)
    targets = torch.full((len(tags), size), smoothing / (size - 1), dtype=torch.half, device=device)
    places = torch.from_numpy(tags.astype(np.int64)).to(device)[:, None]
    return targets.scatter_(1, places, 1.0 - smoothing)


def learn(model: nn.Module, rows: Rows, targets: Targets, options: LearnOptions) -> None:
    """Train in place."""
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    fused = rows.device.type == "cuda"
    optimizer = torch.optim.AdamW(
        model.parameters(), options.learning_rate, weight_decay=WEIGHT_DECAY, fused=fused
    )
    model.train()
    clock = Clock(options.seconds)
    total = options.epochs * sum(1 for _ in draw(rows.lengths, options.characters, random))
    step = 0
    for _ in range(options.epochs):
        for chosen in draw(rows.lengths, options.characters, random):
            gone = max(step / total, clock.gone)
            if gone >= 1.0:
                return
            set_rate(optimizer, options.learning_rate * rate(gone, WARM))
            batch = rows.disturb(rows.batch(chosen), options.hide, options.blur)
            loss = _step(model, batch, targets, optimizer)
            if step % EVERY == 0:
                log.info("learn step %d of %d, loss %.4f", step, total, float(loss))
            step += 1


def _step(model: nn.Module, batch: Batch, targets: Targets, optimizer: Any) -> Tensor:
    with half_on(batch.ids.device):
        logits = score(model, batch)
    scores = functional.log_softmax(logits.float()[batch.inside], dim=-1)
    loss = -(targets[batch.places[batch.inside]].float() * scores).sum(-1).mean()
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.detach()


def score(model: nn.Module, batch: Batch) -> Tensor:
    """Give a teacher's or a tagger's logits, [rows, width, tags]."""
    out = model(batch.ids, batch.mask, batch.rules)
    logits: Tensor = out if isinstance(out, Tensor) else out.logits
    return logits
