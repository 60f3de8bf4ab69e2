"""The garbage collector at rest while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """Let the collector rest; what is loaded stays, and it is looked through in vain again and again.

    One that does not run is left as it is.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@contextmanager
def loading() -> Iterator[None]:
    """Let the collector rest, and count what was made as old: else its first look goes through all.

    What somebody froze before stays frozen, and then nothing is moved.
    """
    with at_rest():
        yield
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()  # to the oldest generation
