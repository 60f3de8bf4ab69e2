"""What a stage wrote for the next, read with a clear error."""

from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch

from policynlp.errors import Errors, TrainingError


def read_tensors(path: Path, device: torch.device) -> Any:
    """Read tensors to a device; nothing else is unpickled.

    Raises:
        TrainingError: the file is missing, or holds something else.
    """
    try:
        return torch.load(path, map_location=device, weights_only=True)
    except (OSError, RuntimeError, UnpicklingError, EOFError) as error:
        reason = str(error).split("\n")[0]
        raise TrainingError(Errors.UNREADABLE.format(path=path, error=reason)) from error
