"""How fast `policynlp extract` is, in one process. Prints a markdown table.

    python benchmarks/speed.py [REPORTS...] [--model NAME|DIR] [--threads N]

It measures the rules alone if no other pipeline is named. With --threads the process is held to so
many cores, and the tagger runs on as many threads; one is the default.
REPORTS are text files, or .jsonl or .jsonl.xz files of {"text": ...} lines; without any, the
sample report of examples/ is read again and again.
"""

import argparse
import json
import lzma
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from policynlp.errors import PolicyNLPError

RULES = "rules"
SAMPLE = Path(__file__).parent.parent / "examples" / "plan_report_2031.txt"
MEGABYTES = (1, 2, 4, 10)
REPORT_MEGABYTES = 4


class Cost(NamedTuple):
    """What a process took."""

    seconds: float
    peak_mb: float


def main() -> None:
    """Measure, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("reports", nargs="*", type=Path, metavar="REPORTS")
    arguments.add_argument("--model", default=RULES, metavar="NAME|DIR")
    arguments.add_argument("--threads", type=int, default=1, metavar="N")
    options = arguments.parse_args()
    if options.threads < 1:
        arguments.error("--threads must be at least 1")
    paths = options.reports or [SAMPLE]
    if missing := [str(path) for path in paths if not path.is_file()]:
        raise SystemExit(f"speed: no such file: {', '.join(missing)}")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[: options.threads]))
    texts = [text for path in paths for text in read_texts(path)]
    random.Random(0).shuffle(texts)
    with tempfile.TemporaryDirectory() as folder:
        try:
            model = prepare(options.model, options.threads, Path(folder))
        except PolicyNLPError as error:
            raise SystemExit(f"speed: {error}") from error
        print(f"| {options.model}, threads: {options.threads} | result |\n|---|---|")
        for name, result in measure(texts, model, Path(folder)):
            print(f"| {name} | {result} |", flush=True)


def prepare(model: str, threads: int, folder: Path) -> str:
    """Give the pipeline as the command takes it; of a learned one, a copy that says its threads."""
    if model == RULES:
        return model  # spaCy is not imported: what this process holds counts as the peak of each it starts
    import spacy

    import policynlp

    nlp = policynlp.load(model)
    if not nlp.has_pipe("policy_tagger"):
        return model
    config = {"components": {"policy_tagger": {"threads": threads}}}
    spacy.load(nlp.path, config=config).to_disk(folder / "model")
    return str(folder / "model")


def measure(texts: list[str], model: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Give each measure with its result."""
    one = write(["全市公路里程超过9万公里。"], folder)
    start = min(extract(one, model).seconds for _ in range(3))
    yield "start, to the first claim of one sentence", f"{start:.2f} s"

    reports = folder / "reports"
    reports.mkdir()
    some = list(fill(texts, REPORT_MEGABYTES))
    for number, text in enumerate(some):
        (reports / f"{number:05}.txt").write_text(text, "utf-8", newline="")
    cost = extract(reports, model)
    size = sum(map(len, some))
    yield f"{len(some)} reports, {size:,} characters", rate(size, cost, start)
    yield "peak memory over them", f"{cost.peak_mb:.0f} MB"

    for megabytes in MEGABYTES:
        some = list(fill(texts, megabytes))
        cost = extract(write(some, folder), model)
        speed = rate(sum(map(len, some)), cost, start)
        yield f"one file of {megabytes} MB", f"{speed}, {cost.seconds:.1f} s, {cost.peak_mb:.0f} MB"


def rate(size: int, cost: Cost, start: float) -> str:
    """Give characters a second, after the start."""
    return f"{size / (cost.seconds - start):,.0f} characters/s"


def extract(source: Path, model: str) -> Cost:
    """Run the command in a fresh process, and see what it took."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "policynlp", "extract", "--model", model]
        before = time.perf_counter()
        process = subprocess.Popen(
            [*command, str(source), "-o", f"{folder}/claims.jsonl"], stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)  # it knows of its own waits only
        if status:
            raise SystemExit(f"failed: {' '.join(command)} {source}")
    return Cost(seconds, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))


def read_texts(path: Path) -> Iterator[str]:
    """Read the reports of a file."""
    if path.suffixes[-2:] == [".jsonl", ".xz"] or path.suffix == ".jsonl":
        opened = lzma.open if path.suffix == ".xz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]
    else:
        yield path.read_text("utf-8")


def fill(texts: list[str], megabytes: int) -> Iterator[str]:
    """Give texts until they are so long together."""
    size = 0
    for text in cycle(texts):
        if size >= megabytes * 10**6:
            return
        size += len(text.encode("utf-8"))
        yield text


def write(texts: Iterable[str], folder: Path) -> Path:
    """Write the texts into one file."""
    path = folder / "one.txt"
    path.write_text("\n\n".join(texts), "utf-8", newline="")
    return path


if __name__ == "__main__":
    main()
