"""Make the shipped model again from corpus/ and the shipped encoder: ``python train.py``.

It is ``policynlp train`` with these defaults; any of its options may be given.
"""

import sys
from pathlib import Path

from policynlp.cli import main

ROOT = Path(__file__).parent
DEFAULTS = {
    "--base": ROOT / "models" / "zh_policy_encoder",
    "--corpus": ROOT / "corpus",
    "--epochs": 2,  # the shipped checkpoint has learned to tag; it is only tuned
    "--output": ROOT / "models" / "zh_policy_sm",
}


def arguments(given: list[str]) -> list[str]:
    """Add the defaults of the options that are not given."""
    named = {"--output" if word == "-o" else word.split("=")[0] for word in given}
    missing = [(name, str(value)) for name, value in DEFAULTS.items() if name not in named]
    return ["train", *given, *(word for pair in missing for word in pair)]


if __name__ == "__main__":
    main(arguments(sys.argv[1:]))
