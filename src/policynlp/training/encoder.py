"""The small encoder: characters and hashed n-grams, gated dilated convolutions, a little attention.

n-gram embeddings hold most of what it knows (the words of reports) at the price of a look-up, so that
the layers above may stay narrow and quick.
"""

from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, PreTrainedConfig, PreTrainedModel
from transformers.modeling_outputs import BaseModelOutput

BIGRAM_FACTORS = (7919, 104729)
TRIGRAM_FACTORS = (7919, 104729, 1299709)


class PolicyEncoderConfig(PreTrainedConfig):
    """Sizes of the encoder; ``dilations`` has one entry a convolution."""

    model_type = "policy_encoder"

    def __init__(
        self,
        vocab_size: int = 6000,
        char_size: int = 96,
        ngram_size: int = 48,
        bigram_buckets: int = 90_001,
        trigram_buckets: int = 90_001,
        hidden_size: int = 96,
        dilations: tuple[int, ...] = (1, 2, 4),
        num_attention_heads: int = 4,
        attention_layers: int = 1,
        dropout: float = 0.1,
        pad_token_id: int = 0,
        **rest: Any,
    ) -> None:
        self.vocab_size = vocab_size
        self.char_size = char_size
        self.ngram_size = ngram_size
        self.bigram_buckets = bigram_buckets
        self.trigram_buckets = trigram_buckets
        self.hidden_size = hidden_size
        self.dilations = list(dilations)
        self.num_attention_heads = num_attention_heads
        self.attention_layers = attention_layers
        self.dropout = dropout
        self.pad_token_id = pad_token_id
        super().__init__(**rest)


class GatedConvolution(nn.Module):
    """x + GLU(W [x(t-d), x(t), x(t+d)]): a convolution as one product, which is quick on a CPU."""

    def __init__(self, size: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(size)
        self.mix = nn.Linear(3 * size, 2 * size)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Take and give [batch, length, size]; ``mask`` [batch, length, 1] is 0 at padding."""
        x = self.norm(hidden) * mask
        around = torch.cat([shift(x, self.dilation), x, shift(x, -self.dilation)], dim=-1)
        value, gate = self.mix(around).chunk(2, dim=-1)
        mixed: Tensor = hidden + self.dropout(value * torch.sigmoid(gate))
        return mixed


class Attention(nn.Module):
    """A pre-norm block of self-attention and a feed-forward of twice the width."""

    def __init__(self, size: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.scale = heads, (size // heads) ** -0.5
        self.norm, self.norm2 = nn.LayerNorm(size), nn.LayerNorm(size)
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.feed = nn.Sequential(nn.Linear(size, 2 * size), nn.GELU(), nn.Linear(2 * size, size))
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Take and give [batch, length, size]; padding is not attended to."""
        batch, length, size = hidden.shape
        parts = self.qkv(self.norm(hidden)).view(batch, length, 3, self.heads, size // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        scores = query @ key.transpose(-1, -2) * self.scale
        scores = scores + (1.0 - mask.transpose(1, 2).unsqueeze(1)) * -1e4
        seen = (torch.softmax(scores, dim=-1) @ value).transpose(1, 2).reshape(hidden.shape)
        hidden = hidden + self.dropout(self.out(seen))
        fed: Tensor = hidden + self.dropout(self.feed(self.norm2(hidden)))
        return fed


class PolicyEncoder(PreTrainedModel):
    """Characters in, one vector a character out."""

    config_class = PolicyEncoderConfig
    base_model_prefix = "encoder"

    def __init__(self, config: PolicyEncoderConfig) -> None:
        super().__init__(config)
        self.chars = nn.Embedding(config.vocab_size, config.char_size, padding_idx=0)
        self.bigrams = nn.Embedding(config.bigram_buckets, config.ngram_size)
        self.trigrams = nn.Embedding(config.trigram_buckets, config.ngram_size)
        width = config.char_size + 3 * config.ngram_size
        self.project = nn.Linear(width, config.hidden_size)
        self.dropout = nn.Dropout(config.dropout)
        self.convolutions = nn.ModuleList(
            GatedConvolution(config.hidden_size, d, config.dropout) for d in config.dilations
        )
        self.attentions = nn.ModuleList(
            Attention(config.hidden_size, config.num_attention_heads, config.dropout)
            for _ in range(config.attention_layers)
        )
        self.norm = nn.LayerNorm(config.hidden_size)
        self.post_init()

    def get_input_embeddings(self) -> nn.Module:
        """Give the table of characters."""
        return self.chars

    def _init_weights(self, module: nn.Module) -> None:
        start_weights(module)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor | None = None, **_: Any
    ) -> BaseModelOutput:
        """Encode ``input_ids`` [batch, length] to ``last_hidden_state`` [batch, length, size]."""
        if attention_mask is None:
            attention_mask = (input_ids != self.config.pad_token_id).long()
        mask = attention_mask.unsqueeze(-1).to(self.project.weight.dtype)
        hidden = self.dropout(self.project(self._look_up(input_ids)))
        for convolution in self.convolutions:
            hidden = convolution(hidden, mask)
        for attention in self.attentions:
            hidden = attention(hidden, mask)
        return BaseModelOutput(last_hidden_state=self.norm(hidden) * mask)

    def _look_up(self, ids: Tensor) -> Tensor:
        before, behind = shift(ids, 1), shift(ids, -1)
        left = _hash((before, ids), BIGRAM_FACTORS, self.config.bigram_buckets)
        right = _hash((ids, behind), BIGRAM_FACTORS, self.config.bigram_buckets)
        middle = _hash((before, ids, behind), TRIGRAM_FACTORS, self.config.trigram_buckets)
        tables = [self.chars(ids), self.bigrams(left), self.bigrams(right), self.trigrams(middle)]
        return torch.cat(tables, dim=-1)


def start_weights(module: nn.Module) -> None:
    """Draw the first weights of a table or a matrix, in place; other modules keep theirs."""
    if isinstance(module, nn.Embedding):
        nn.init.normal_(module.weight, std=0.1)
    elif isinstance(module, nn.Linear):
        nn.init.xavier_uniform_(module.weight)
        nn.init.zeros_(module.bias)


def shift(values: Tensor, steps: int) -> Tensor:
    """Move [batch, length, …] along its length; zeros come in. Positive steps move right."""
    empty = torch.zeros_like(values[:, :1]).expand(-1, abs(steps), *values.shape[2:])
    if steps > 0:
        return torch.cat([empty, values], dim=1)[:, : values.shape[1]]
    return torch.cat([values, empty], dim=1)[:, -steps:]


def _hash(ids: tuple[Tensor, ...], factors: tuple[int, ...], buckets: int) -> Tensor:
    total = ids[0] * factors[0]
    for values, factor in zip(ids[1:], factors[1:], strict=True):
        total = total + values * factor
    return total % buckets


AutoConfig.register(PolicyEncoderConfig.model_type, PolicyEncoderConfig)
AutoModel.register(PolicyEncoderConfig, PolicyEncoder)
