"""Masked-language pre-training of the teacher on one stream of characters."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from policynlp.errors import Errors, TrainingError
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.masking import mask_spans
from policynlp.training.scale.bundle import Bundle
from policynlp.training.scale.clock import Clock, rate, set_rate
from policynlp.training.scale.precision import half_on
from policynlp.training.scale.teacher import Teacher

MASKED = 0.2
WARM = 0.04  # of the time, in which the learning rate rises
EVERY = 200  # steps between two lines of the log
BETAS = (0.9, 0.98)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MaskedOptions:
    """How long, without the compiling before, and how.

    ``batch`` is the rows of a step, ``block`` the characters of a row, ``learning_rate`` the highest.
    """

    seconds: float
    learning_rate: float = 1e-3
    batch: int = 256
    block: int = 256


def stream_of(bundle: Bundle, border: int) -> Tensor:
    """Give all rows one behind the other, with a border before each."""
    starts = bundle.starts
    return torch.from_numpy(np.insert(bundle.ids.astype(np.int16), starts, border))


def pretrain(
    teacher: Teacher, stream: Tensor, vocabulary: Vocabulary, options: MaskedOptions
) -> float:
    """Train in place; give the mean loss of the last steps.

    Args:
        teacher: on the device of the stream.
        stream: [characters], as ``stream_of`` gives it.
        vocabulary: what its numbers mean.
        options: how long and how.

    Raises:
        TrainingError: the stream is shorter than a row.
    """
    if len(stream) <= options.block:
        raise TrainingError(Errors.TOO_LITTLE_TEXT.format(paths="rows"))
    optimizer = torch.optim.AdamW(
        teacher.parameters(), options.learning_rate, BETAS, weight_decay=0.01, fused=True
    )
    losses: list[Tensor] = []
    guess = _guesser(teacher, stream, vocabulary, options)
    guess().backward()  # compiles, before the clock runs
    clock = Clock(options.seconds)
    for step in clock.ticks():
        set_rate(optimizer, options.learning_rate * rate(clock.gone, WARM))
        optimizer.zero_grad(set_to_none=True)
        loss = guess()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.detach())
        if step % EVERY == 0:
            log.info("masked step %d, time %.2f, loss %.3f", step, clock.gone, _mean(losses))
    return _mean(losses)


def _guesser(
    teacher: Teacher, stream: Tensor, vocabulary: Vocabulary, options: MaskedOptions
) -> Callable[[], Tensor]:
    """Give what draws a batch and tells how wrong the teacher is about what is masked in it."""
    device, block = stream.device, options.block
    if device.type == "cuda":
        for layer in teacher.blocks:
            layer.compile()  # one is compiled for all, in a tenth of the time
    offsets = torch.arange(block, device=device)[None]

    def guess() -> Tensor:
        starts = torch.randint(len(stream) - block, (options.batch, 1), device=device)
        ids = stream[starts + offsets].long()
        shown, hidden = mask_spans(ids, vocabulary, MASKED)
        with half_on(device):
            logits = teacher.guess(teacher.encode(shown)[hidden])
            return functional.cross_entropy(logits.float(), ids[hidden])

    return guess


def _mean(losses: list[Tensor]) -> float:
    return float(torch.stack(losses[-EVERY:]).mean())
