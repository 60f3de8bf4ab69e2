"""Masked-language pre-training of the teacher on one stream of characters."""

import logging

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.scale.bundle import Bundle
from policynlp.training.scale.clock import Clock, rate
from policynlp.training.scale.precision import half_on
from policynlp.training.scale.teacher import Teacher

MASKED, LONGEST = 0.2, 4
KEPT, RANDOM = 0.1, 0.1
EVERY = 200

log = logging.getLogger(__name__)


def stream_of(bundle: Bundle, border: int) -> Tensor:
    """Give all rows one behind the other, with a border before each."""
    starts = bundle.starts
    return torch.from_numpy(np.insert(bundle.ids.astype(np.int16), starts, border))


def pretrain(
    teacher: Teacher,
    stream: Tensor,
    vocabulary: Vocabulary,
    *,
    seconds: float,
    block: int = 256,
    batch: int = 256,
    learning_rate: float = 1e-3,
) -> float:
    """Train for so many seconds; give the mean loss of the last steps."""
    device = stream.device
    optimizer = torch.optim.AdamW(
        teacher.parameters(), lr=learning_rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    encode = torch.compile(teacher.encode) if device.type == "cuda" else teacher.encode
    offsets = torch.arange(block, device=device)[None]
    losses: list[Tensor] = []

    def guess() -> Tensor:
        starts = torch.randint(len(stream) - block, (batch, 1), device=device)
        ids = stream[starts + offsets].long()
        shown, hidden = _mask(ids, vocabulary)
        with half_on(device):
            logits = teacher.guess(encode(shown)[hidden])
            return functional.cross_entropy(logits.float(), ids[hidden])

    guess().backward()  # compiles, before the clock runs
    clock = Clock(seconds)
    for step in clock.ticks():
        for group in optimizer.param_groups:
            group["lr"] = learning_rate * rate(clock.gone, clock.warm)
        optimizer.zero_grad(set_to_none=True)
        loss = guess()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.detach())
        if step % EVERY == 0:
            log.info("masked step %d, time %.2f, loss %.3f", step, clock.gone, _mean(losses))
    return _mean(losses)


def _mean(losses: list[Tensor]) -> float:
    return float(torch.stack(losses[-EVERY:]).mean())


def _mask(ids: Tensor, vocabulary: Vocabulary) -> tuple[Tensor, Tensor]:
    """Hide stretches of one to four characters, as words are; give what is shown, and where."""
    starts = torch.rand(ids.shape, device=ids.device) < MASKED / ((1 + LONGEST) / 2)
    lengths = torch.randint(1, LONGEST + 1, ids.shape, device=ids.device)
    hidden = starts.clone()
    for step in range(1, LONGEST):
        hidden[:, step:] |= (starts & (lengths > step))[:, :-step]
    hidden &= ids != vocabulary.first
    fate = torch.rand(ids.shape, device=ids.device)
    shown = torch.where(hidden & (fate >= KEPT), vocabulary.mask, ids)
    others = torch.randint_like(ids, vocabulary.first + 1, len(vocabulary))
    return torch.where(hidden & (fate >= 1 - RANDOM), others, shown), hidden
