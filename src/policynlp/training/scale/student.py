"""The student: our small tagger, in the shape of a checkpoint or another, with its tables where they fit."""

from collections.abc import Mapping
from inspect import signature
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, TrainingError
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.encoder import PolicyEncoder, PolicyEncoderConfig
from policynlp.training.tagger import PolicyTagger, PolicyTaggerConfig

SHAPE = frozenset(signature(PolicyEncoderConfig).parameters) - {"vocab_size", "rest"}


def make_student(
    shape: Mapping[str, Any], vocabulary: Vocabulary, base: Path | None
) -> PolicyTagger:
    """Build a tagger; what has the same name and shape in the checkpoint ``base`` starts from it.

    Args:
        shape: values of ``PolicyEncoderConfig``; the others are those of the checkpoint.
        vocabulary: the characters it knows, the same as those of ``base``.
        base: a folder of ``PolicyTagger``, or None for random weights.

    Raises:
        TrainingError: the shape names what no encoder has, or the base cannot be loaded.
    """
    if unknown := sorted(set(shape) - SHAPE):
        names, values = ", ".join(unknown), ", ".join(sorted(SHAPE))
        raise TrainingError(Errors.UNKNOWN_SHAPE.format(names=names, known=values))
    if base is None:
        return _tagger(shape, vocabulary)
    tagger = PolicyTagger.from_base(base)
    of_base = {name: value for name, value in tagger.config.encoder.items() if name in SHAPE}
    student = _tagger({**of_base, **shape}, vocabulary)
    known, own = tagger.state_dict(), student.state_dict()
    fitting = {k: v for k, v in known.items() if k in own and v.shape == own[k].shape}
    student.load_state_dict(fitting, strict=False)
    return student


def _tagger(shape: Mapping[str, Any], vocabulary: Vocabulary) -> PolicyTagger:
    config = PolicyEncoderConfig(vocab_size=len(vocabulary), **shape)
    return PolicyTagger(PolicyTaggerConfig(encoder=config.to_dict()), PolicyEncoder(config))
