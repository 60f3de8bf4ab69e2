"""``python -m policynlp.training.scale``: training on one GPU, stage by stage.

gather    raw reports and annotated documents → a folder of rows (needs all of policynlp, no GPU)
masked    rows → a teacher that has read them
tune      a teacher and annotated rows → a teacher that tags
label     teachers and rows → how likely each tag is at each character
study     labelled and annotated rows → a checkpoint of our small tagger
lease     masked, tune, label, study, within the seconds for which a machine is rented

All but gather run with torch and transformers alone.
"""

import argparse
import logging
import sys
from pathlib import Path

import torch

from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.scale import stages
from policynlp.training.scale.lease import lease

STAGES = {
    "masked": stages.masked, "tune": stages.tune, "label": stages.label, "study": stages.study,
}  # fmt: skip
PATHS = ("train", "dev", "teacher", "reports", "corpus", "extra", "held-out")


def main(arguments: list[str] | None = None) -> None:
    """Run one stage."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stdout)
    vocabulary = Vocabulary.read(options.vocabulary)
    if options.stage == "gather":
        from policynlp.training.scale.gather import gather

        gather(options, vocabulary)
    elif options.stage == "lease":
        lease(options)
    else:
        torch.backends.cuda.matmul.allow_tf32 = True
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        STAGES[options.stage](options, vocabulary, device)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m policynlp.training.scale",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("stage", choices=["gather", *STAGES, "lease"])
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--bundle", type=Path, help="rows to read; lease: the folder of gather")
    parser.add_argument(
        "--base", type=Path, help="teacher, or checkpoint whose tables a student has"
    )
    parser.add_argument("--soft", type=Path, help="what label wrote")
    parser.add_argument("--shape", default="{}", help="JSON of PolicyEncoderConfig")
    for name in PATHS:
        parser.add_argument(f"--{name}", type=Path, action="append", default=[])
    for name, default in (
        ("seconds", 600.0),
        ("learning-rate", 1e-3),
        ("hide", 0.2),
        ("blur", 0.1),
    ):
        parser.add_argument(f"--{name}", type=float, default=default)
    for name, number in (
        ("size", 512), ("layers", 10), ("batch", 256), ("epochs", 10), ("characters", 4096),
        ("seed", 13), ("jobs", 2),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser


if __name__ == "__main__":
    main()
