"""How often claims of each confidence are right. Prints a markdown table.

    python benchmarks/confidence.py GOLD.jsonl [--jobs N] [--fit TABLE.tsv]

A claim is right when gold has it too: claims with a number by the relaxed measure of
`policynlp evaluate`, trends by that of trends. With --fit it writes the shares that the package
reads (src/policynlp/lexicons/data/confidence.tsv); fit on other reports than those you judge on.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from policynlp.confidence import ANY, makes
from policynlp.engines import Options, extract_files, gather
from policynlp.evaluation import match, same_claim, same_trend
from policynlp.gold import read_gold
from policynlp.schema import Document

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
OFTEN = 25  # claims of a make that its share needs
Judged = tuple[dict[str, Any], bool]


def main() -> None:
    """Judge the claims, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--jobs", type=int, default=1)
    arguments.add_argument("--fit", type=Path, metavar="TABLE.tsv")
    options = arguments.parse_args()
    gold = {document["doc_id"]: document for document in read_gold(options.gold)}
    sources = [Document.from_dict(document) for document in gold.values()]
    judged: list[Judged] = []
    for document in gather(extract_files(sources, Options(), jobs=options.jobs)):
        judged += judge(gold[document["doc_id"]]["claims"], document["claims"])
    if options.fit:
        options.fit.write_text("".join(f"{line}\n" for line in fit(judged)), "utf-8")
        return
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
        yield from ((claim, id(claim) in found) for claim in given)


def fit(judged: list[Judged]) -> Iterator[str]:
    """Give the lines of the table: the share of right claims by make, general makes included.

    One right and one wrong claim are added to each make, so that none is certain.
    """
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for claim, good in judged:
        counts.update(makes(claim))
        right.update(makes(claim) if good else ())
    yield "id\tforms\tshare\tclaims\tnote"
    for make, count in sorted(counts.items()):
        if count >= OFTEN or make == ANY:
            share = (right[make] + 1) / (count + 2)
            yield f"{make.upper().replace(' ', '_')}\t{make}\t{share:.3f}\t{count}\t"


def bins(judged: list[Judged]) -> Iterator[tuple[float, float, list[Judged]]]:
    """Sort the claims by confidence; bins with no claim are left out."""
    for low, high in pairwise(EDGES):
        some = [claim for claim in judged if low <= claim[0]["confidence"] < high]
        if some:
            yield low, high, some


if __name__ == "__main__":
    main()
