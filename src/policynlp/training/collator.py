"""Rows to tensors: numbers of characters, the rules' tags, and the tags to learn."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from policynlp.tagging.labels import HIDDEN
from policynlp.tagging.vocabulary import Ids, Vocabulary
from policynlp.training.tagger import NO_TAG


class Collator:
    """Puts rows of one batch together; now and then it hides what the rules found.

    ``hide`` is how often: a tagger that always saw the rules would only repeat them. ``blur`` is the
    share of characters that are masked: one that always saw them would learn sentences by heart.
    """

    def __init__(self, vocabulary: Vocabulary, hide: float, seed: int, blur: float = 0.0) -> None:
        self.vocabulary = vocabulary
        self.hide = hide
        self.blur = blur
        self.random = np.random.default_rng(seed)

    def __call__(self, rows: Sequence[Mapping[str, Any]]) -> dict[str, Tensor]:
        """Give [batch, length] tensors; both borders and the padding have no tag."""
        width = max(len(row["text"]) for row in rows) + 2
        shape = (len(rows), width)
        ids = np.full(shape, self.vocabulary.pad, dtype=np.int64)
        rules = np.zeros(shape, dtype=np.int64)
        labels = np.full(shape, NO_TAG, dtype=np.int64)
        for at, row in enumerate(rows):
            inside = slice(1, len(row["text"]) + 1)
            ids[at, : inside.stop + 1] = self.vocabulary.encode(row["text"])
            rules[at, inside] = HIDDEN if self.random.random() < self.hide else row["rules"]
            labels[at, inside] = row["tags"]
        lengths = np.array([len(row["text"]) + 2 for row in rows])
        batch = {
            "input_ids": self._blurred(ids, labels),
            "attention_mask": (np.arange(width)[None] < lengths[:, None]).astype(np.int64),
            "rule_ids": rules,
            "labels": labels,
        }
        return {name: torch.from_numpy(values) for name, values in batch.items()}

    def _blurred(self, ids: Ids, labels: Ids) -> Ids:
        if not self.blur:
            return ids
        hidden = (self.random.random(ids.shape) < self.blur) & (labels != NO_TAG)
        return np.where(hidden, self.vocabulary.mask, ids)
