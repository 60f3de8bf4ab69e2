"""What a server is told at its start: the model, and what requests may cost."""

from dataclasses import dataclass, field

from policynlp.cores import usable_cores
from policynlp.models import DEFAULT
from policynlp.readers import Limits

MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The model, how many processes run it, and the limits.

    ``queue``: requests that are read, wait or are at work at a time; one more is sent away.
    ``max_mb``: size of a request. ``max_chars``: characters of all its texts together.
    ``max_texts``: texts or files in a request. ``timeout``: seconds to read a request, and again
    to work on it. ``api_key``: what callers must show; None lets everybody in.
    """

    model: str = DEFAULT
    workers: int = field(default_factory=usable_cores)
    queue: int = 64
    max_mb: float = 20
    max_chars: int = 300_000
    max_texts: int = 1000
    timeout: float = 60
    api_key: str | None = field(default=None, repr=False)

    @property
    def max_bytes(self) -> int:
        """``max_mb`` in bytes."""
        return int(self.max_mb * MB)

    @property
    def limits(self) -> Limits:
        """What a file may cost its reader."""
        return Limits(
            max_mb=self.max_mb,
            max_pages=500,
            max_members=self.max_texts,
            timeout=self.timeout,
        )
