"""The stages one behind the other, in the seconds for which a machine is rented.

A student learns for as long as is left: labelling takes what it takes.
"""

import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from policynlp.training.scale.bundle import PACKED, REPORTS, Bundle
from policynlp.training.scale.clock import Clock

LOG = "work.log"
TEACHERS = 3
MASKED, TUNED = 0.34, 0.18  # of the seconds
ENDING = 40  # seconds in which a student is started, scored and written
PEOPLE = 3  # times that annotated rows come for each time that a labelled one does
TUNING = ("--learning-rate", 3e-4, "--hide", 0.4, "--characters", 8192, "--epochs", 8)
STUDYING = (
    "--epochs", 99, "--characters", 32_768, "--learning-rate", 2e-3, "--hide", 0.15, "--blur", 0.03,
)  # fmt: skip

Words = Iterable[object]


def lease(options: Namespace) -> None:
    """Go all the way from the folder of ``gather`` to the checkpoint ``student``.

    Args:
        options: ``rows`` the folder, ``base`` a checkpoint whose tables the student starts from,
            ``seconds``, ``output``; ``work.log`` there is written on the way.

    Raises:
        CalledProcessError: a stage failed; why stands in ``work.log``.
        TrainingError: the folder holds no rows of reports.
    """
    options.output.mkdir(parents=True, exist_ok=True)
    plan = _Plan(options)
    Bundle.load(options.rows / REPORTS).save(plan.reports)
    # generators: how long study may take is asked when its turn has come
    for commands in (plan.masked(), plan.tune(), plan.label(), plan.study()):
        run_together(options.output, commands)


class _Plan:
    """The commands of each stage, which may run side by side."""

    def __init__(self, options: Namespace) -> None:
        self.options, self.out = options, options.output
        self.clock = Clock(options.seconds)
        self.reports = self.out / "reports.npz"
        self.teachers = [self.out / f"teacher_{number}.pt" for number in range(TEACHERS)]
        known = [options.rows / f"{name}{PACKED}" for name in ("extra", "corpus_train")]
        self.people = [path for path in known if path.exists()]
        taught = {*self.people, options.rows / REPORTS}
        self.dev = _each("--dev", sorted(set(options.rows.glob(f"*{PACKED}")) - taught))

    def masked(self) -> Iterator[list[str]]:
        """One teacher reads."""
        o = self.options
        reading = ("--size", o.size, "--layers", o.layers, "--batch", o.batch)
        words = ("--bundle", self.reports, *reading, "--seconds", MASKED * o.seconds)
        yield self._command("masked", words, self.out / "masked.pt")

    def tune(self) -> Iterator[list[str]]:
        """It learns to tag, from as many seeds as there are to be teachers."""
        people = (*_each("--train", self.people), *self.dev, "--base", self.out / "masked.pt")
        seconds = ("--seconds", TUNED * self.options.seconds)
        for seed, path in enumerate(self.teachers):
            yield self._command("tune", (*people, *TUNING, *seconds, "--seed", seed), path)

    def label(self) -> Iterator[list[str]]:
        """They label together."""
        words = ("--bundle", self.reports, *_each("--teacher", self.teachers), *self.dev)
        yield self._command("label", words, self.out / "soft.pt")

    def study(self) -> Iterator[list[str]]:
        """A student learns until the time is over."""
        rows = ("--bundle", self.reports, "--soft", self.out / "soft.pt")
        people = (*_each("--train", self.people * PEOPLE), *self.dev, "--base", self.options.base)
        seconds = max(self.clock.left - ENDING, 1.0)
        words = (*rows, *people, *STUDYING, "--seconds", seconds)
        yield self._command("study", words, self.out / "student")

    def _command(self, stage: str, words: Words, output: Path) -> list[str]:
        start = [sys.executable, "-m", "policynlp.training.scale", stage]
        rest = [*words, "--vocabulary", self.options.vocabulary, "-o", output]
        return [*start, *map(str, rest)]


def _each(option: str, values: Words) -> list[object]:
    return [word for value in values for word in (option, value)]


def run_together(folder: Path, commands: Iterable[list[str]]) -> None:
    """Run commands side by side; stop if one fails.

    Raises:
        CalledProcessError: one did; why stands in ``work.log``.
    """
    with (folder / LOG).open("a") as log:
        running = [subprocess.Popen(command, stdout=log, stderr=log) for command in commands]
        codes = [process.wait() for process in running]
    for process, code in zip(running, codes, strict=True):
        if code:
            raise subprocess.CalledProcessError(code, process.args)
