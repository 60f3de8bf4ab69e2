"""The tagger: an encoder, what the rules found, and a tag a character."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import torch
from safetensors import SafetensorError
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, PreTrainedConfig, PreTrainedModel
from transformers.modeling_outputs import TokenClassifierOutput

from policynlp.errors import Errors, TrainingError
from policynlp.tagging.labels import HIDDEN, TAGS
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.encoder import GatedConvolution, start_weights

NO_TAG = -100


class PolicyTaggerConfig(PreTrainedConfig):
    """``encoder`` is the configuration of the encoder, of whatever kind, as a dictionary.

    ``trained`` says that the head has learned already: such a tagger is tuned more gently.
    """

    model_type = "policy_tagger"

    def __init__(
        self,
        encoder: dict[str, Any] | None = None,
        rule_size: int = 32,
        dropout: float = 0.2,
        trained: bool = False,
        **rest: Any,
    ) -> None:
        self.encoder = encoder or {"model_type": "policy_encoder"}
        self.rule_size = rule_size
        self.dropout = dropout
        self.trained = trained
        rest.setdefault("id2label", dict(enumerate(TAGS)))
        rest.setdefault("label2id", {tag: number for number, tag in enumerate(TAGS)})
        super().__init__(**rest)


class PolicyTagger(PreTrainedModel):
    """Tags characters; the rules' tags are one more thing it sees, and may be hidden from it."""

    config_class = PolicyTaggerConfig
    base_model_prefix = "encoder"

    def __init__(self, config: PolicyTaggerConfig, encoder: PreTrainedModel | None = None) -> None:
        super().__init__(config)
        if encoder is None:
            # weights stored in half precision must not make a half encoder under a full head
            values = {k: v for k, v in config.encoder.items() if k not in ("dtype", "torch_dtype")}
            encoder = AutoModel.from_config(
                AutoConfig.for_model(values.pop("model_type"), **values)
            )
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.rules = nn.Embedding(HIDDEN + 1, config.rule_size)
        self.join = nn.Linear(size + config.rule_size, size)
        self.mix = GatedConvolution(size, 1, config.dropout)
        self.dropout = nn.Dropout(config.dropout)
        self.classifier = nn.Linear(size, len(TAGS))
        self.all_tied_weights_keys = dict(getattr(encoder, "all_tied_weights_keys", {}))

    @classmethod
    def from_base(cls, base: str | Path) -> Self:
        """Build on a checkpoint: a tagger is gone on with, an encoder gets a new head.

        Raises:
            TrainingError: it cannot be loaded.
        """
        with _named(base):
            config = AutoConfig.from_pretrained(base)
            if config.model_type == PolicyTaggerConfig.model_type:
                tagger: Self = cls.from_pretrained(base).float()  # stored in half precision
                return tagger
            encoder = AutoModel.from_pretrained(base).float()
        return cls(PolicyTaggerConfig(encoder=encoder.config.to_dict()), encoder)

    def _init_weights(self, module: nn.Module) -> None:
        start_weights(module)

    def forward(
        self,
        input_ids: Tensor,
        attention_mask: Tensor,
        rule_ids: Tensor,
        labels: Tensor | None = None,
    ) -> TokenClassifierOutput:
        """Score the tags.

        Args:
            input_ids: [batch, length] numbers of characters, with a border at both ends.
            attention_mask: [batch, length], 0 at padding.
            rule_ids: [batch, length] the rules' tags, ``HIDDEN`` where they are not told.
            labels: [batch, length] the right tags, -100 where none counts; gives the loss.
        """
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
        joined = self.join(torch.cat([self.dropout(hidden), self.rules(rule_ids)], dim=-1))
        mask = attention_mask.unsqueeze(-1).to(joined.dtype)
        logits = self.classifier(self.dropout(self.mix(joined, mask)))
        loss = None
        if labels is not None:
            loss = nn.functional.cross_entropy(
                logits.flatten(0, 1), labels.flatten(), ignore_index=NO_TAG
            )
        return TokenClassifierOutput(loss=loss, logits=logits)


@contextmanager
def _named(base: str | Path) -> Iterator[None]:
    """Name the checkpoint that cannot be loaded."""
    try:
        yield
    except (OSError, ValueError, SafetensorError) as error:
        reason = str(error).split("\n")[0]
        raise TrainingError(Errors.BAD_BASE.format(base=base, error=reason)) from error


def count_vectors(base: Path) -> int:
    """Tell for how many characters a checkpoint has vectors.

    Raises:
        TrainingError: its configuration cannot be read.
    """
    with _named(base):
        config = AutoConfig.from_pretrained(base)
    encoder = config.encoder if config.model_type == PolicyTaggerConfig.model_type else vars(config)
    return int(encoder["vocab_size"])


def save_checkpoint(model: PolicyTagger, folder: Path, vocabulary: Vocabulary) -> None:
    """Save weights, configuration and vocabulary, so that a training can start from them."""
    model.config.trained = True
    model.save_pretrained(folder)
    vocabulary.write(folder)


AutoConfig.register(PolicyTaggerConfig.model_type, PolicyTaggerConfig)
AutoModel.register(PolicyTaggerConfig, PolicyTagger)
