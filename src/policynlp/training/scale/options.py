"""Which stages there are, and what each of them needs and takes."""

import argparse
import json
from pathlib import Path
from typing import Any, NamedTuple


class Option(NamedTuple):
    """A value of the command line; ``many`` may be repeated."""

    kind: Any
    default: Any
    about: str
    many: bool = False

    def keywords(self) -> dict[str, Any]:
        """Give the keywords of ``add_argument``."""
        how: dict[str, Any] = {"type": self.kind, "default": self.default, "help": self.about}
        return {**how, "action": "append", "default": []} if self.many else how


class Stage(NamedTuple):
    """What a stage does, the options that it cannot do without, and those with a default."""

    about: str
    needs: tuple[str, ...]
    takes: tuple[str, ...] = ()


def read_shape(text: str) -> dict[str, Any]:
    """Read the shape of a student.

    Raises:
        ArgumentTypeError: it is no JSON object.
    """
    try:
        shape = json.loads(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"no JSON: {error}") from error
    if not isinstance(shape, dict):
        raise argparse.ArgumentTypeError("no JSON object")
    return shape


OPTIONS = {
    "vocabulary": Option(Path, None, "folder with vocab.txt"),
    "rows": Option(Path, None, "folder that gather wrote"),
    "bundle": Option(Path, None, "rows that nobody annotated"),
    "train": Option(Path, None, "annotated rows; each time it is named they count once", many=True),
    "dev": Option(Path, None, "annotated rows to score", many=True),
    "base": Option(Path, None, "tune: a teacher; study and lease: a checkpoint of a tagger"),
    "teacher": Option(Path, None, "a teacher that tags", many=True),
    "soft": Option(Path, None, "what label wrote"),
    "shape": Option(
        read_shape, {}, "JSON of PolicyEncoderConfig; what it does not name is as in base"
    ),
    "corpus": Option(Path, None, "annotated documents", many=True),
    "extra": Option(Path, None, "annotated documents, all for training", many=True),
    "reports": Option(Path, None, "raw reports", many=True),
    "held-out": Option(Path, None, "documents whose text no report may share", many=True),
    "seconds": Option(float, 600.0, "how long at most; lease: in all"),
    "learning-rate": Option(float, 1e-3, "the highest"),
    "hide": Option(float, 0.2, "share of rows whose rules are hidden"),
    "blur": Option(float, 0.1, "share of characters that are masked"),
    "epochs": Option(int, 10, "times that all rows are seen"),
    "characters": Option(int, 4096, "of a batch, padding among them"),
    "size": Option(int, 512, "of a teacher's vectors, a multiple of 64"),
    "layers": Option(int, 10, "of a teacher"),
    "batch": Option(int, 256, "rows of a step of masked"),
    "jobs": Option(int, 2, "processes"),
    "seed": Option(int, 13, "for every draw"),
}
_LEARNING = ("epochs", "learning-rate", "seconds", "characters", "hide", "blur", "seed")
_READING = ("size", "layers", "batch")
STAGES = {
    "gather": Stage(
        "raw reports and annotated documents → a folder of rows; needs all of policynlp, no GPU",
        ("vocabulary", "corpus", "reports"),
        ("extra", "held-out", "jobs", "seed"),
    ),
    "masked": Stage(
        "rows → a teacher that has read them",
        ("vocabulary", "bundle"),
        (*_READING, "learning-rate", "seconds", "seed"),
    ),
    "tune": Stage(
        "a teacher and annotated rows → a teacher that tags",
        ("vocabulary", "base", "train"),
        ("dev", *_LEARNING),
    ),
    "label": Stage(
        "teachers and rows → how likely each tag is at each character",
        ("vocabulary", "teacher", "bundle"),
        ("dev",),
    ),
    "study": Stage(
        "labelled and annotated rows → a checkpoint of our small tagger",
        ("vocabulary", "soft", "bundle", "train"),
        ("base", "shape", "dev", *_LEARNING),
    ),
    "lease": Stage(
        "masked, tune, label and study, within the seconds for which a machine is rented",
        ("vocabulary", "rows", "base"),
        (*_READING, "seconds"),
    ),
}
