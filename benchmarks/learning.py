"""How much a tagger learns from how many documents, and from which start. Prints a markdown table.

    python benchmarks/learning.py --corpus corpus [--extra FILE]... [--base NAME=DIR]... [--gold GOLD.jsonl]

Each base is trained on 10, 25, 50 and 100 % of the training documents; each part holds the smaller
ones. Beside the bases that are named, an encoder with random weights is trained (`no
pre-training`): it has the shape and the vocabulary of the first base. Without a base it has the
usual shape, and knows the characters of the training documents.

The smaller a part, the more often it is gone over (epochs / √part), so that it is learned to an
end. The scores are of the last state, on the corpus's test split and on --gold; there the tagger
sees what the rules found, as it does in the pipeline, unless --hide is given. A self-trained base
has learned from the whole corpus already, through its teachers: its rows tell what training goes on
to add, not how few documents would do.
"""

import argparse
import logging
import math
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from markdown_table import head, row

from policynlp.errors import PolicyNLPError
from policynlp.gold import read_gold
from policynlp.pipeline import load
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.corpora import read_corpora
from policynlp.training.dataset import Row, make_rows
from policynlp.training.encoder import PolicyEncoderConfig
from policynlp.training.fit import FitOptions, fit, score_rows
from policynlp.training.progress import without_bars
from policynlp.training.run import read_base
from policynlp.training.tagger import PolicyTagger, PolicyTaggerConfig

NO_BASE = "no pre-training"
MEASURES = ("micro", "INDICATOR")
LEAST_COUNT = 2  # of a character that is learned, where no base tells which are known
Rows = list[Row]


@dataclass(frozen=True, slots=True)
class Base:
    """What a training starts from."""

    name: str
    vocabulary: Vocabulary
    make: Callable[[], PolicyTagger]


def main() -> None:
    """Train, measure, and print the table."""
    options = parse()
    logging.basicConfig(format="%(message)s")  # on standard error
    logging.getLogger("policynlp").setLevel(logging.INFO)
    limit_threads(options.threads)
    try:
        named = [read_named(value) for value in options.base]
        corpora = read_corpora(options.corpus, options.extra)
        nlp = load("rules")
        train = [list(make_rows([document], nlp)) for document in corpora["train"]]
        tests = {"test": list(make_rows(corpora["test"], nlp))}
        if options.gold:
            tests["gold"] = list(make_rows(read_gold(options.gold), nlp))
    except PolicyNLPError as error:
        raise SystemExit(f"learning: {error}") from error
    random.Random(options.seed).shuffle(train)
    bases = [unlearned(options.base, train), *named]
    scored = [f"{name} {measure}" for name in tests for measure in MEASURES]
    print(head("base", "part", "documents", "sentences", "epochs", *scored, "minutes"), flush=True)
    for base in bases:
        for cells in curve(base, train, tests, options):
            print(row(base.name, *cells), flush=True)


def parse() -> argparse.Namespace:
    """Read the command line."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--corpus", type=Path, action="append", required=True)
    arguments.add_argument("--extra", type=Path, action="append", default=[])
    arguments.add_argument("--base", action="append", default=[], metavar="NAME=DIR")
    arguments.add_argument("--gold", type=Path, metavar="GOLD.jsonl")
    arguments.add_argument(
        "--fractions", type=read_fractions, default="10,25,50,100", metavar="PERCENTS"
    )
    arguments.add_argument("--epochs", type=int, default=4, help="over all documents")
    arguments.add_argument("--batch", type=int, default=32)
    arguments.add_argument("--learning-rate", type=float, help="without it, what suits the base")
    arguments.add_argument("--hide", action="store_true", help="score without what the rules found")
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--seed", type=int, default=13)
    return arguments.parse_args()


def read_fractions(text: str) -> list[float]:
    """Read percents, divided by commas."""
    fractions = [float(part) / 100 for part in text.split(",")]
    if not all(0 < fraction <= 1 for fraction in fractions):
        raise argparse.ArgumentTypeError("percents lie above 0 and are at most 100")
    return fractions


def limit_threads(threads: int) -> None:
    """Hold torch to so many threads."""
    import torch

    torch.set_num_threads(threads)


def read_named(value: str) -> Base:
    """Read a base given as NAME=DIR."""
    name, equals, folder = value.partition("=")
    if not (name and equals and folder):
        raise SystemExit(f"learning: --base {value}: write NAME=DIR")
    vocabulary = read_base(Path(folder))
    return Base(name, vocabulary, lambda: PolicyTagger.from_base(folder))


def unlearned(named: Sequence[str], train: Sequence[Rows]) -> Base:
    """Give an encoder with random weights, in the shape of the first base that is named."""
    if named:
        from transformers import AutoConfig

        folder = Path(named[0].partition("=")[2])
        config = AutoConfig.from_pretrained(folder)
        shape = config.encoder if hasattr(config, "encoder") else config.to_dict()
        vocabulary = read_base(folder)
    else:
        vocabulary = learn_vocabulary(chain.from_iterable(train))
        shape = PolicyEncoderConfig(vocab_size=len(vocabulary)).to_dict()
    return Base(NO_BASE, vocabulary, lambda: PolicyTagger(PolicyTaggerConfig(encoder=shape)))


def learn_vocabulary(rows: Iterator[Row]) -> Vocabulary:
    """Know the characters of the rows."""
    counts = Counter(chain.from_iterable(one.text for one in rows))
    return Vocabulary.learn(counts.most_common(), LEAST_COUNT)


def curve(
    base: Base, train: Sequence[Rows], tests: Mapping[str, Rows], options: argparse.Namespace
) -> Iterator[list[Any]]:
    """Train on each part, and give the cells of its row."""
    for fraction in options.fractions:
        part = train[: max(1, round(fraction * len(train)))]
        rows = list(chain.from_iterable(part))
        epochs = math.ceil(options.epochs / math.sqrt(fraction))
        chosen = FitOptions(epochs, options.batch, options.learning_rate, seed=options.seed)
        before = time.perf_counter()
        model = learn(base, rows, chosen)
        minutes = (time.perf_counter() - before) / 60
        scores = [
            scored[measure]["f1"]
            for some in tests.values()
            for scored in [score_rows(model, base.vocabulary, some, hide=options.hide)]
            for measure in MEASURES
        ]
        yield [f"{fraction:.0%}", len(part), len(rows), epochs, *scores, f"{minutes:.1f}"]


def learn(base: Base, rows: Rows, options: FitOptions) -> PolicyTagger:
    """Train to the end; how far it is goes to standard error."""
    import torch

    torch.manual_seed(options.seed)
    with tempfile.TemporaryDirectory() as folder, without_bars():
        return fit(base.make(), base.vocabulary, rows, [], options, Path(folder))


if __name__ == "__main__":
    main()
