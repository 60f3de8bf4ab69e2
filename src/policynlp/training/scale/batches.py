"""Rows of a bundle on the GPU, put together to batches there."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from policynlp.tagging.labels import HIDDEN
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.scale.bundle import Bundle, Flat

STEP = 16  # widths are filled up to a multiple of this
POOL = 64  # batches whose rows are sorted by length together


class Batch(NamedTuple):
    """[rows, width] tensors, borders and padding among them; ``places`` of these point to 0."""

    ids: Tensor
    mask: Tensor
    rules: Tensor
    places: Tensor
    inside: Tensor


class Rows:
    """A bundle's arrays on a device."""

    def __init__(self, bundle: Bundle, vocabulary: Vocabulary, device: torch.device) -> None:
        self.vocabulary = vocabulary
        self.lengths = bundle.lengths.astype(np.int64)
        self.ids = torch.from_numpy(bundle.ids.astype(np.int16)).to(device)
        self.rules = torch.from_numpy(bundle.rules.astype(np.uint8)).to(device)
        self.starts = torch.from_numpy(bundle.starts).to(device)
        self.device = device

    def batch(self, rows: Flat) -> Batch:
        """Give rows as they are, between borders."""
        width = int(-(-(self.lengths[rows].max() + 2) // STEP) * STEP)
        lengths = torch.from_numpy(self.lengths[rows]).to(self.device)[:, None]
        starts = self.starts[torch.from_numpy(rows.astype(np.int64)).to(self.device)][:, None]
        at = torch.arange(width, device=self.device)[None]
        inside = (at >= 1) & (at <= lengths)
        places = torch.where(inside, starts + at - 1, 0)
        ids = torch.where(inside, self.ids[places].long(), self.vocabulary.pad)
        ids = torch.where(at == 0, self.vocabulary.first, ids)
        ids = torch.where(at == lengths + 1, self.vocabulary.last, ids)
        rules = torch.where(inside, self.rules[places].long(), 0)
        return Batch(ids, (at <= lengths + 1).long(), rules, places, inside)

    def disturb(self, batch: Batch, hide: float, blur: float) -> Batch:
        """Hide what the rules found from a share of the rows, and a share of the characters."""
        drawn = torch.rand(len(batch.ids), 1, device=self.device) < hide
        rules = torch.where(drawn & batch.inside, HIDDEN, batch.rules)
        blurred = (torch.rand(batch.ids.shape, device=self.device) < blur) & batch.inside
        return batch._replace(
            rules=rules, ids=torch.where(blurred, self.vocabulary.mask, batch.ids)
        )


def draw(lengths: Flat, characters: int, random: np.random.Generator) -> Iterator[Flat]:
    """Give all rows once, in batches of about so many characters and of like lengths."""
    order = random.permutation(len(lengths))
    per_pool = max(1, int(characters * POOL / lengths.mean()))
    for at in range(0, len(order), per_pool):
        pool = order[at : at + per_pool]
        batches = list(
            in_order(pool[np.argsort(lengths[pool], kind="stable")], lengths, characters)
        )
        for number in random.permutation(len(batches)):
            yield batches[number]


def in_order(rows: Flat, lengths: Flat, characters: int) -> Iterator[Flat]:
    """Cut rows that are sorted by length into batches of at most so many characters."""
    at = 0
    while at < len(rows):
        reach = rows[at : at + characters // 2]
        sizes = (lengths[reach] + 2) * np.arange(1, len(reach) + 1)
        count = max(1, int(np.searchsorted(sizes, characters, side="right")))
        yield rows[at : at + count]
        at += count
