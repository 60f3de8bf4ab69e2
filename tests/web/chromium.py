"""Where this machine has a browser."""

import shutil
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW = "no Chromium for the browser tests: apt-get install chromium, or playwright install chromium"


def find_chromium(own: str) -> str:
    """Give the browser of this machine, or the one that Playwright brought."""
    found = next(filter(None, map(shutil.which, NAMES)), None) or own
    if not Path(found).exists():
        pytest.fail(HOW)
    return found
