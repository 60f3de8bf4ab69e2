"""What a masked-language model does not see: stretches of one to four characters, as words are."""

from typing import Any

import torch
from torch import Tensor

from policynlp.tagging.vocabulary import Vocabulary

LONGEST_SPAN = 4
KEPT, RANDOM = 0.1, 0.1  # of the hidden: shown as they are, shown as another


def mask_spans(
    ids: Tensor, vocabulary: Vocabulary, share: float, generator: torch.Generator | None = None
) -> tuple[Tensor, Tensor]:
    """Hide about a share of the characters; a border is never hidden.

    Args:
        ids: [batch, length] numbers of characters.
        vocabulary: what they are numbers of.
        share: of the characters that are hidden, a little less as stretches meet.
        generator: draws; without one it is torch's own.

    Returns:
        What is shown, and where something is hidden (true); both [batch, length].
    """
    how: dict[str, Any] = {"device": ids.device, "generator": generator}
    starts = torch.rand(ids.shape, **how) < share / ((1 + LONGEST_SPAN) / 2)
    lengths = torch.randint(1, LONGEST_SPAN + 1, ids.shape, **how)
    hidden = starts.clone()
    for step in range(1, LONGEST_SPAN):
        hidden[:, step:] |= (starts & (lengths > step))[:, :-step]
    hidden &= ids != vocabulary.first
    fate = torch.rand(ids.shape, **how)
    shown = torch.where(hidden & (fate >= KEPT), vocabulary.mask, ids)
    others = torch.randint(vocabulary.first, len(vocabulary), ids.shape, **how)
    return torch.where(hidden & (fate >= 1 - RANDOM), others, shown), hidden
