"""The teacher: a transformer over characters, too large to ship."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from policynlp.errors import Errors, TrainingError
from policynlp.tagging.labels import HIDDEN, TAGS
from policynlp.training.scale.tensors import read_tensors

ROTATION_BASE = 10_000.0
HEAD_SIZE = 64
START = 0.02


class Block(nn.Module):
    """Attention with rotated places, then a feed-forward of four times the width; both behind a norm."""

    def __init__(self, size: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.norm, self.norm2 = nn.LayerNorm(size), nn.LayerNorm(size)
        self.qkv, self.out = nn.Linear(size, 3 * size, bias=False), nn.Linear(size, size)
        self.rise, self.fall = nn.Linear(size, 4 * size), nn.Linear(4 * size, size)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, rotation: Tensor, mask: Tensor | None) -> Tensor:
        """Take and give [batch, length, size]."""
        batch, length, _ = hidden.shape
        parts = self.qkv(self.norm(hidden)).view(batch, length, 3, self.heads, -1)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        seen = functional.scaled_dot_product_attention(
            _rotate(query, rotation), _rotate(key, rotation), value, attn_mask=mask
        )
        hidden = hidden + self.dropout(self.out(seen.transpose(1, 2).reshape(hidden.shape)))
        fed = self.fall(functional.gelu(self.rise(self.norm2(hidden))))
        mixed: Tensor = hidden + self.dropout(fed)
        return mixed


def _rotate(values: Tensor, rotation: Tensor) -> Tensor:
    one, two = values.chunk(2, dim=-1)
    cosine, sine = rotation[0].to(values.dtype), rotation[1].to(values.dtype)
    return torch.cat([one * cosine - two * sine, two * cosine + one * sine], dim=-1)


def rotation_of(length: int, size: int, device: torch.device) -> Tensor:
    """Give cosine and sine, [2, length, size // 2], of rotary embeddings (Su et al. 2021)."""
    steps = ROTATION_BASE ** (-torch.arange(0, size, 2, device=device) / size)
    angles = torch.arange(length, device=device)[:, None] * steps[None]
    return torch.stack([angles.cos(), angles.sin()])


class Teacher(nn.Module):
    """Reads characters and the rules' tags together; guesses hidden characters, or tags."""

    def __init__(
        self,
        vocabulary: int,
        size: int = 512,
        layers: int = 10,
        heads: int = 8,
        dropout: float = 0.1,
    ) -> None:
        super().__init__()
        self.shape = {
            "vocabulary": vocabulary, "size": size, "layers": layers, "heads": heads,
        }  # fmt: skip
        self.head_size = size // heads
        self.chars = nn.Embedding(vocabulary, size)
        self.rules = nn.Embedding(HIDDEN + 1, size)
        self.blocks = nn.ModuleList(Block(size, heads, dropout) for _ in range(layers))
        self.norm = nn.LayerNorm(size)
        self.dropout = nn.Dropout(dropout)
        self.narrow = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.LayerNorm(size))
        self.bias = nn.Parameter(torch.zeros(vocabulary))
        self.classifier = nn.Linear(size, len(TAGS))
        self.apply(_start)
        nn.init.zeros_(self.rules.weight)
        for name, weights in self.named_parameters():
            if name.endswith(("out.weight", "fall.weight")):  # what each block adds starts small
                nn.init.normal_(weights, std=START / (2 * layers) ** 0.5)

    def encode(
        self, ids: Tensor, rules: Tensor | None = None, mask: Tensor | None = None
    ) -> Tensor:
        """Give [batch, length, size] for [batch, length] numbers; ``mask`` is 0 at padding."""
        hidden = self.chars(ids)
        if rules is not None:
            hidden = hidden + self.rules(rules)
        hidden = self.dropout(hidden)
        rotation = rotation_of(ids.shape[1], self.head_size, ids.device)
        seen = None if mask is None else mask.bool()[:, None, None, :]
        for block in self.blocks:
            hidden = block(hidden, rotation, seen)
        encoded: Tensor = self.norm(hidden)
        return encoded

    def guess(self, encoded: Tensor) -> Tensor:
        """Score the characters that may stand at places whose vectors are given."""
        return functional.linear(self.narrow(encoded), self.chars.weight, self.bias)

    def forward(self, ids: Tensor, mask: Tensor, rules: Tensor) -> Tensor:
        """Score the tags: [batch, length, tags]."""
        logits: Tensor = self.classifier(self.dropout(self.encode(ids, rules, mask)))
        return logits


def _start(module: nn.Module) -> None:
    if isinstance(module, (nn.Linear, nn.Embedding)):
        nn.init.normal_(module.weight, std=START)
    if isinstance(module, nn.Linear) and module.bias is not None:
        nn.init.zeros_(module.bias)


def save_teacher(teacher: Teacher, path: Path) -> None:
    """Write shape and weights."""
    torch.save({"shape": teacher.shape, "weights": teacher.state_dict()}, path)


def load_teacher(path: Path, device: torch.device) -> Teacher:
    """Read what ``save_teacher`` wrote.

    Raises:
        TrainingError: the file is missing, or is no teacher.
    """
    state = read_tensors(path, device)
    if not isinstance(state, dict) or set(state) != {"shape", "weights"}:
        raise TrainingError(Errors.BAD_BASE.format(base=path, error="it is no teacher"))
    teacher = Teacher(**state["shape"]).to(device)
    teacher.load_state_dict(state["weights"])
    return teacher
