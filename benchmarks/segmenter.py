"""Whether word tokens respect annotated spans, and how fast they are. Prints a markdown table.

    python benchmarks/segmenter.py GOLD.jsonl [--show N]

A token crosses a span when the span begins or ends inside it. Words are counted as the segmenter
gives them, and again in the documents of the whole pipeline, which cuts words where its own spans
begin and end. --show prints some of the spans that are still crossed, with the token.
"""

import argparse
import os
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

import policynlp
from policynlp.errors import PolicyNLPError
from policynlp.gold import read_gold


class Crossing(NamedTuple):
    """A token that crosses the border of a span."""

    label: str
    text: str
    token: str


def main() -> None:
    """Measure, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    arguments.add_argument("--show", type=int, default=0, metavar="N")
    options = arguments.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    try:
        documents = read_gold(options.gold)
        nlp = policynlp.load(segmenter="pkuseg")
    except PolicyNLPError as error:
        raise SystemExit(f"segmenter: {error}") from error
    spans = sum(len(document["ents"]) for document in documents)
    print(f"| over {spans:,} spans | result |\n|---|---|")
    for name, crossed in measure(nlp, documents):
        print(f"| spans crossed: {name} | {len(crossed)} |")
    for segmenter in ("char", "pkuseg"):
        for name, speed in speeds(policynlp.load(segmenter=segmenter), documents):
            print(f"| {segmenter}, {name} | {speed:,.0f} characters/s |", flush=True)
    for crossing in islice(crossed, options.show):
        print(*crossing)


def measure(nlp: Language, documents: list[dict[str, Any]]) -> Iterator[tuple[str, list[Crossing]]]:
    """Give the crossings of words alone, then of the documents of the pipeline."""
    for name, make in (("words alone", nlp.make_doc), ("after alignment", nlp)):
        yield (
            name,
            [c for document in documents for c in crossings(make(document["text"]), document)],
        )


def crossings(doc: Doc, document: dict[str, Any]) -> Iterator[Crossing]:
    """Find the spans with a border inside a token."""
    inside = {
        at: token.text for token in doc for at in range(token.idx + 1, token.idx + len(token))
    }
    for ent in document["ents"]:
        for border in (ent["start"], ent["end"]):
            if border in inside:
                yield Crossing(ent["label"], ent["text"], inside[border])
                break


def speeds(nlp: Language, documents: list[dict[str, Any]]) -> Iterator[tuple[str, float]]:
    """Time the tokens alone, and the whole pipeline; the best of three."""
    texts = [document["text"] for document in documents]
    size = sum(map(len, texts))
    for name, make in (("tokens alone", nlp.make_doc), ("whole pipeline", nlp)):
        times = []
        for _ in range(3):
            before = time.perf_counter()
            for text in texts:
                make(text)
            times.append(time.perf_counter() - before)
        yield name, size / min(times)


if __name__ == "__main__":
    main()
