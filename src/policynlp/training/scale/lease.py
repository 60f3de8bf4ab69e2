"""The stages one behind the other, in the seconds for which a machine is rented.

On an H200, 61 million characters: 4,850 steps of ``masked`` in 250 s, five teachers tuned side by
side in 80 s, their labels in 175 s.
"""

import json
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from policynlp.training.scale.bundle import REPORTS, Bundle

TEACHERS = 5
MASKED, TUNED, STUDIED = 0.4, 0.1, 0.2  # of the seconds; labelling takes what it takes
PEOPLE = 8  # times that annotated rows come for each time that a labelled one does
SHAPES = {
    "student_128": {},
    "student_96": {"hidden_size": 96, "dilations": [1, 2, 4]},
    "student_96_conv": {"hidden_size": 96, "dilations": [1, 2, 4, 8], "attention_layers": 0},
}


def lease(options: Namespace) -> None:
    """Go all the way from the folder of ``gather`` to a checkpoint a shape.

    Args:
        options: ``bundle`` the folder, ``base`` a checkpoint whose tables the students start from,
            ``seconds``, ``output``; ``work.log`` there is written on the way.
    """
    folder, out = options.bundle, options.output
    out.mkdir(parents=True, exist_ok=True)
    rows = out / "reports.npz"
    Bundle.load(folder / REPORTS).save(rows)
    people = [path for path in (folder / "extra.npz", folder / "corpus_train.npz") if path.exists()]
    dev = [("--dev", path) for path in sorted(folder.glob("*.npz")) if path not in people]
    teachers = [out / f"teacher_{number}.pt" for number in range(TEACHERS)]
    common = [("--vocabulary", options.vocabulary), ("--size", options.size)]
    common += [("--layers", options.layers), ("--batch", options.batch)]
    seen = [*common, *_people(people), *dev]

    def stage(name: str, *arguments: tuple[str, object]) -> list[str]:
        flat = [str(word) for pair in arguments for word in pair]
        return [sys.executable, "-m", "policynlp.training.scale", name, *flat]

    masked = out / "masked.pt"
    seconds = options.seconds
    run_together(out, [stage(
        "masked", *common, ("--bundle", rows), ("--seconds", MASKED * seconds), ("-o", masked),
    )])  # fmt: skip
    run_together(out, [stage(
        "tune", *seen, ("--base", masked), ("--learning-rate", 2e-4), ("--hide", 0.4),
        ("--characters", 3072), ("--seconds", TUNED * seconds), ("--seed", number), ("-o", path),
    ) for number, path in enumerate(teachers)])  # fmt: skip
    soft = out / "soft.pt"
    run_together(out, [stage(
        "label", *common, *dev, *(("--teacher", path) for path in teachers), ("--bundle", rows),
        ("-o", soft),
    )])  # fmt: skip
    run_together(out, [stage(
        "study", *common, *_people(people * PEOPLE), *dev, ("--bundle", rows), ("--soft", soft),
        ("--base", options.base), ("--shape", json.dumps(shape)), ("--epochs", 99),
        ("--characters", 32_768), ("--learning-rate", 2e-3), ("--hide", 0.15), ("--blur", 0.03),
        ("--seconds", STUDIED * seconds), ("-o", out / name),
    ) for name, shape in SHAPES.items()])  # fmt: skip


def _people(paths: Iterable[Path]) -> list[tuple[str, object]]:
    return [("--train", path) for path in paths]


def run_together(folder: Path, commands: Iterable[list[str]]) -> None:
    """Run commands side by side; stop if one fails.

    Raises:
        CalledProcessError: one did; why stands in ``work.log``.
    """
    with (folder / "work.log").open("a") as log:
        running = [subprocess.Popen(command, stdout=log, stderr=log) for command in commands]
        codes = [process.wait() for process in running]
    for process, code in zip(running, codes, strict=True):
        if code:
            raise subprocess.CalledProcessError(code, process.args)
