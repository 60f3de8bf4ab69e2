"""How often claims of each confidence are right. Prints a markdown table.

    python benchmarks/confidence.py GOLD.jsonl [--jobs N]

A claim is right when gold has it too: claims with a number by the relaxed measure of
`policynlp evaluate`, trends by that of trends.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from policynlp.engines import Options, extract_files, gather
from policynlp.evaluation import match, same_claim, same_trend
from policynlp.gold import read_gold
from policynlp.schema import Document

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Judged = tuple[float, bool]


def main() -> None:
    """Judge the claims, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--jobs", type=int, default=1)
    options = arguments.parse_args()
    gold = {document["doc_id"]: document for document in read_gold(options.gold)}
    sources = [Document.from_dict(document) for document in gold.values()]
    judged: list[Judged] = []
    for document in gather(extract_files(sources, Options(), jobs=options.jobs)):
        judged += judge(gold[document["doc_id"]]["claims"], document["claims"])
    print("| confidence | claims | right |\n|---|---|---|")
    for low, high, some in bins(judged):
        right = sum(good for _, good in some)
        print(f"| {low:.2f}–{min(high, 1):.2f} | {len(some)} | {right / len(some):.3f} |")


def judge(gold: Iterable[Mapping[str, Any]], pred: list[dict[str, Any]]) -> Iterator[Judged]:
    """Give each predicted claim's confidence, and whether gold has it."""
    wanted = list(gold)
    for trend, same in ((False, same_claim), (True, same_trend)):
        given = [claim for claim in pred if (claim["kind"] == "trend") is trend]
        some = [claim for claim in wanted if (claim["kind"] == "trend") is trend]
        found = {id(claim) for _, claim in match(some, given, same)}
        yield from ((claim["confidence"], id(claim) in found) for claim in given)


def bins(judged: list[Judged]) -> Iterator[tuple[float, float, list[Judged]]]:
    """Sort the claims by confidence; bins with no claim are left out."""
    for low, high in pairwise(EDGES):
        some = [claim for claim in judged if low <= claim[0] < high]
        if some:
            yield low, high, some


if __name__ == "__main__":
    main()
