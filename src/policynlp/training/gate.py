"""The one door to the extra ``train``."""

from importlib.util import find_spec

from policynlp.errors import Errors, TrainingError

NEEDED = ("torch", "transformers", "datasets", "accelerate", "onnx")


def require_extra() -> None:
    """See that the libraries of training are there.

    Raises:
        TrainingError: one is missing; the extra is named.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise TrainingError(Errors.NO_TRAIN_EXTRA.format(missing=", ".join(missing)))
