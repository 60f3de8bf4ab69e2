"""Shapes of the encoder: quality against size and speed. Prints a markdown table.

    python benchmarks/encoders.py --corpus corpus [--shapes NAME,NAME] [--epochs N] [--part PERCENT]

Each shape is trained from random weights on the same sentences, with the same seed, then exported
as `policynlp train` does. Size, speed (one thread of ONNX Runtime, decoding included) and scores
(corpus dev, span and label exact) are of what was exported. `alone` is without the rules' help,
which tells more of the encoder; a run of a few epochs orders shapes, and is no measure of what a
pre-trained one reaches.
"""

import argparse
import logging
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from learning import Base, Rows, learn, learn_vocabulary, limit_threads
from markdown_table import head, row

from policynlp.errors import PolicyNLPError
from policynlp.tagging.network_files import NETWORK
from policynlp.tagging.session import Network, hidden_rules
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.corpora import read_corpora
from policynlp.training.dataset import read_rows
from policynlp.training.encoder import PolicyEncoderConfig
from policynlp.training.export import export
from policynlp.training.fit import FitOptions
from policynlp.training.scores import Scores, score_tags
from policynlp.training.tagger import PolicyTagger, PolicyTaggerConfig

MEASURES = ("micro", "INDICATOR")
ROUNDS = 3  # of each timing; the best counts


@dataclass(frozen=True, slots=True)
class Shape:
    """What is told of an encoder beside what is usual, and how fast it can learn from nothing."""

    values: dict[str, Any]
    learning_rate: float = 1e-3
    model_type: str = PolicyEncoderConfig.model_type


SHAPES = {
    "n-grams, 3 convolutions of 96, 1 attention": Shape({}),
    "without n-grams": Shape({"bigram_buckets": 1, "trigram_buckets": 1}),
    "without attention": Shape({"attention_layers": 0}),
    "4 convolutions of 128": Shape({"hidden_size": 128, "dilations": (1, 2, 4, 1)}),
    "2 convolutions": Shape({"dilations": (1, 2)}),
    "BERT, 3 layers of 128": Shape(
        {
            "hidden_size": 128,
            "num_hidden_layers": 3,
            "num_attention_heads": 4,
            "intermediate_size": 512,
            "max_position_embeddings": 256,
            "attn_implementation": "eager",
        },
        5e-4,
        "bert",
    ),
}


def main() -> None:
    """Train and measure each shape, and print the table."""
    options = parse()
    logging.basicConfig(format="%(message)s")  # on standard error
    logging.getLogger("policynlp").setLevel(logging.INFO)
    limit_threads(options.threads)
    try:
        documents = read_corpora(options.corpus)
        random.Random(options.seed).shuffle(documents["train"])
        some = documents["train"][: max(1, round(options.part / 100 * len(documents["train"])))]
        train, dev = read_rows(some), read_rows(documents["dev"])
        known = Vocabulary.read(options.vocabulary) if options.vocabulary else None
    except PolicyNLPError as error:
        raise SystemExit(f"encoders: {error}") from error
    if not dev:
        raise SystemExit("encoders: the corpus has no documents of the split dev to score on")
    vocabulary = known or learn_vocabulary(iter(train))
    measures = [*MEASURES, *(f"alone: {measure}" for measure in MEASURES)]
    print(head("encoder", "parameters", "MB", "characters/s", *measures), flush=True)
    for name in options.shapes:
        shape = SHAPES[name]
        base = Base(name, vocabulary, partial(make, shape, len(vocabulary)))
        chosen = FitOptions(options.epochs, options.batch, shape.learning_rate, seed=options.seed)
        print(row(name, *measure(learn(base, train, chosen), vocabulary, dev)), flush=True)


def parse() -> argparse.Namespace:
    """Read the command line."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--corpus", type=Path, action="append", required=True)
    arguments.add_argument(
        "--vocabulary", type=Path, metavar="DIR", help="with vocab.txt, of a model"
    )
    arguments.add_argument("--shapes", type=find_shapes, default=list(SHAPES), metavar="WORD,WORD")
    arguments.add_argument("--part", type=float, default=100, metavar="PERCENT", help="of train")
    arguments.add_argument("--epochs", type=int, default=3)
    arguments.add_argument("--batch", type=int, default=32)
    arguments.add_argument("--threads", type=int, default=1, help="of training")
    arguments.add_argument("--seed", type=int, default=13)
    options = arguments.parse_args()
    if not 0 < options.part <= 100:
        arguments.error("--part lies above 0 and is at most 100")
    return options


def find_shapes(text: str) -> list[str]:
    """Find the shapes whose names hold one of the words."""
    found = [name for name in SHAPES if any(word in name for word in text.split(","))]
    if not found:
        raise argparse.ArgumentTypeError(f"no shape of {text}; there are: {'; '.join(SHAPES)}")
    return found


def make(shape: Shape, size: int) -> PolicyTagger:
    """Make a tagger with random weights."""
    encoder = {"model_type": shape.model_type, "vocab_size": size, **shape.values}
    return PolicyTagger(PolicyTaggerConfig(encoder=encoder))


def measure(model: PolicyTagger, vocabulary: Vocabulary, dev: Rows) -> Iterator[object]:
    """Give parameters, size in megabytes, characters a second, and the scores."""
    yield f"{model.num_parameters():,}"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        export(model.cpu(), vocabulary, folder)
        yield f"{(folder / NETWORK).stat().st_size / 1e6:.1f}"
        network = Network(folder, threads=1)
        yield f"{speed(network, dev):,.0f}"
        rules = [one.rules for one in dev]
        hidden = [hidden_rules(len(one.text)) for one in dev]
        for told in (rules, hidden):
            scores = score(network, dev, told)
            yield from (scores[name]["f1"] for name in MEASURES)


def speed(network: Network, rows: Rows) -> float:
    """Time the network over the rows; the best of some rounds."""
    texts, rules = [one.text for one in rows], [one.rules for one in rows]
    times = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        network.tag(texts, rules)
        times.append(time.perf_counter() - before)
    return sum(map(len, texts)) / min(times)


def score(network: Network, rows: Rows, rules: Sequence[Sequence[int]]) -> Scores:
    """Score what the network finds when it is told this of the rules."""
    found = network.tag([one.text for one in rows], rules)
    return score_tags(
        (one.tags, tagged.tags.tolist()) for one, tagged in zip(rows, found, strict=True)
    )


if __name__ == "__main__":
    main()
