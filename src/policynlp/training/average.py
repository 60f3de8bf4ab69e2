"""The mean of the weights of several checkpoints (model soups, Wortsman et al. 2022)."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from torch import Tensor

from policynlp.errors import Errors, TrainingError
from policynlp.training.progress import without_bars
from policynlp.training.run import read_tagger
from policynlp.training.tagger import save_checkpoint


@without_bars()
def average(checkpoints: Sequence[Path], output: Path) -> None:
    """Save the mean of the weights as a checkpoint.

    Args:
        checkpoints: taggers that were tuned from one start; the mean of others knows nothing.
        output: the folder to write.

    Raises:
        TrainingError: a checkpoint is missing or no tagger, or their characters or sizes differ.
    """
    first, *others = checkpoints
    model, vocabulary = read_tagger(first)
    total = dict(model.state_dict())
    for path in others:
        other, known = read_tagger(path)
        if known.tokens != vocabulary.tokens:
            raise _unlike(first, path, "characters")
        weights = other.state_dict()
        if _shapes(weights) != _shapes(total):
            raise _unlike(first, path, "sizes")
        total = {name: total[name] + weights[name] for name in total}
    model.load_state_dict({name: weights / len(checkpoints) for name, weights in total.items()})
    save_checkpoint(model, output, vocabulary)


def _shapes(weights: Mapping[str, Tensor]) -> dict[str, tuple[int, ...]]:
    return {name: tuple(tensor.shape) for name, tensor in weights.items()}


def _unlike(one: Path, two: Path, what: str) -> TrainingError:
    return TrainingError(Errors.UNLIKE_CHECKPOINTS.format(one=one, two=two, what=what))
