"""Learning rates that follow the clock: a rented machine is paid by the minute."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch.optim import Optimizer


class Clock:
    """Tells how much of the allotted seconds is gone."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.began = seconds, time.monotonic()

    @property
    def gone(self) -> float:
        """Give the share that is gone, 0 to 1."""
        return min(1.0, (time.monotonic() - self.began) / self.seconds)

    @property
    def left(self) -> float:
        """Give the seconds that are left."""
        return self.seconds * (1.0 - self.gone)

    def ticks(self) -> Iterator[int]:
        """Count steps until the time is over."""
        step = 0
        while self.gone < 1.0:
            yield step
            step += 1


def rate(gone: float, warm: float) -> float:
    """Give the factor of the learning rate: up in a line for the share ``warm``, then down to 0."""
    if gone < warm:
        return max(gone / warm, 0.02)
    return max((1.0 - gone) / (1.0 - warm), 0.0)


def set_rate(optimizer: "Optimizer", learning_rate: float) -> None:
    """Let the next step be of this learning rate."""
    for group in optimizer.param_groups:
        group["lr"] = learning_rate
