"""What models say of rows: probabilities, the mean of several, and their score against tags."""

from collections.abc import Sequence
from contextlib import nullcontext

import numpy as np
import torch
from torch import nn

from policynlp.tagging.labels import HIDDEN, TAGS
from policynlp.training.scale.batches import Rows, in_order
from policynlp.training.scale.bundle import Bundle
from policynlp.training.scale.learn import Targets, score
from policynlp.training.scale.precision import half_on
from policynlp.training.scores import Scores, decode_logits, score_tags

CHARACTERS = 131_072  # with padding, in one run
LEAST = 1e-6  # what half precision calls impossible is not


@torch.no_grad()
def probabilities(models: Sequence[nn.Module], rows: Rows, *, hidden: bool = False) -> Targets:
    """Give the mean of the models' probabilities, [characters, tags], in half precision.

    ``hidden``: what the rules found is not told.
    """
    chances = torch.zeros((len(rows.ids), len(TAGS)), dtype=torch.half, device=rows.device)
    for model in models:
        model.eval()
    is_full = all(weights.dtype == torch.float for m in models for weights in m.parameters())
    order = np.argsort(rows.lengths, kind="stable")
    for chosen in in_order(order, rows.lengths, CHARACTERS):
        batch = rows.batch(chosen)
        if hidden:
            batch = batch._replace(rules=torch.where(batch.inside, HIDDEN, batch.rules))
        with half_on(rows.device) if is_full else nullcontext():
            votes = [torch.softmax(score(model, batch).float(), dim=-1) for model in models]
        mean = torch.stack(votes).mean(dim=0)[batch.inside].half()
        chances[batch.places[batch.inside]] = mean
    return chances


def best_tags(chances: Targets, rows: Rows) -> list[list[int]]:
    """Give the best legal tags of each row, from [characters, tags]."""
    scores = torch.log(chances.float() + LEAST).cpu().numpy()
    bounds = zip(rows.starts.tolist(), rows.lengths.tolist(), strict=True)
    return [decode_logits(scores[start : start + length]) for start, length in bounds]


def score_bundle(models: Sequence[nn.Module], bundle: Bundle, rows: Rows, **how: bool) -> Scores:
    """Score the models' spans against the tags of a bundle."""
    found = best_tags(probabilities(models, rows, **how), rows)
    bounds = zip(bundle.starts, bundle.lengths, strict=True)
    wanted = [bundle.tags[s : s + int(n)].tolist() for s, n in bounds]
    return score_tags(zip(wanted, found, strict=True))
