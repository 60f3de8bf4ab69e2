"""What a file may cost before it is given up: bytes, pages, members, time."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from types import FrameType

from policynlp.errors import Errors, ReadError

MB = 1_000_000
SMALL = MB  # bytes up to which nobody asks how well a file was packed
FOLDER = 10  # times ``max_mb`` that the members of a zip folder may unpack to, all together


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost; one beyond them is not read, and the error names the limit.

    ``max_mb``: size of a file, and of what comes out of a packed one.
    ``max_pages``: pages of a PDF. ``max_members``: files in a zip folder.
    ``max_ratio``: how many times its size a packed file may unpack to.
    ``timeout``: seconds to read one file, or one member of a zip folder.
    """

    max_mb: float = 100
    max_pages: int = 2000
    max_members: int = 10_000
    max_ratio: float = 200
    timeout: float = 120

    def __post_init__(self) -> None:
        """Refuse limits under which nothing can be read."""
        for field in fields(self):
            if not getattr(self, field.name) > 0:
                value = getattr(self, field.name)
                raise ReadError(Errors.BAD_LIMIT.format(limit=field.name, value=value))

    @property
    def max_bytes(self) -> int:
        """``max_mb`` in bytes."""
        return int(self.max_mb * MB)

    def check_size(self, size: int, name: str) -> None:
        """Refuse a file of more bytes than may be.

        Raises:
            ReadError: it is too large.
        """
        if size > self.max_bytes:
            raise too_much(name, f"{self.max_mb:g} MB", "--max-mb")

    def check_packed(self, packed: int, size: int, name: str) -> None:
        """Refuse what unpacks to too much, or to suspiciously much of little.

        Raises:
            ReadError: it is too large, or a bomb.
        """
        self.check_size(size, name)
        if size > SMALL and size > self.max_ratio * packed:
            raise too_much(name, f"{self.max_ratio:g} times its packed size", "--max-ratio")


def too_much(name: str, limit: str, option: str) -> ReadError:
    """The error of a file beyond a limit."""
    return ReadError(Errors.TOO_MUCH.format(path=name, limit=limit, option=option))


@contextmanager
def time_limit(seconds: float, name: str, *, alarm: bool = True) -> Iterator[Callable[[], None]]:
    """Stop what runs inside after so many seconds; gives a function that looks at the clock.

    An alarm does it in the main thread. Elsewhere there is none, and some libraries bear none:
    who reads page by page calls the function now and then.
    """
    end = time.monotonic() + seconds

    def check() -> None:
        if time.monotonic() > end:
            raise too_much(name, f"{seconds:g} s", "--timeout")

    if not (alarm and _may_alarm()):
        yield check
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise too_much(name, f"{seconds:g} s", "--timeout")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield check
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _may_alarm() -> bool:
    """False where there is no alarm, or somebody else has set it."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
    )
