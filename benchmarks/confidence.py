"""How often claims and spans of each confidence are right. Prints markdown tables.

    python benchmarks/confidence.py GOLD.jsonl [--model NAME|DIR] [--jobs N] [--fit TABLE.tsv]

A claim is right when gold has it too: claims with a number by the relaxed measure of
`policynlp evaluate`, trends by that of trends. With --fit it writes the shares that the package
reads (src/policynlp/lexicons/data/confidence.tsv); fit on other reports than those you judge on.

If the pipeline has a learned tagger, a second table tells of its spans, as it gives them before they
are merged with those of the rules: a span is right when gold has it with its label. Spans in the
tables of gold are left out, as they are when entities are scored.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_table import head, row
from tagged_documents import TAGGER, find_apart

import policynlp
from policynlp.confidence import ANY, makes
from policynlp.engines import Options, extract_files, gather
from policynlp.errors import PolicyNLPError
from policynlp.evaluation import match, same_claim, same_trend
from policynlp.gold import read_gold
from policynlp.models import DEFAULT
from policynlp.schema import Document

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
OFTEN = 25  # claims of a make that its share needs
Judged = tuple[dict[str, Any], bool]
Documents = list[dict[str, Any]]


def main() -> None:
    """Judge the claims, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--model", default=DEFAULT, metavar="NAME|DIR")
    arguments.add_argument("--jobs", type=int, default=1)
    arguments.add_argument("--fit", type=Path, metavar="TABLE.tsv")
    options = arguments.parse_args()
    try:
        gold = read_gold(options.gold)
        judged = list(judge_claims(gold, options.model, options.jobs))
        spans = [] if options.fit else list(judge_spans(gold, options.model))
    except PolicyNLPError as error:
        raise SystemExit(f"confidence: {error}") from error
    if options.fit:
        options.fit.write_text("".join(f"{line}\n" for line in fit(judged)), "utf-8")
        return
    print_bins("claims", [(claim["confidence"], good) for claim, good in judged])
    if spans:
        print()
        print_bins("spans", spans)


def judge_claims(gold: Documents, model: str, jobs: int) -> Iterator[Judged]:
    """Give each claim that is found, and whether gold has it."""
    by_id = {document["doc_id"]: document for document in gold}
    sources = [Document.from_dict(document) for document in gold]
    for document in gather(extract_files(sources, Options(model=model), jobs=jobs)):
        yield from judge(by_id[document["doc_id"]]["claims"], document["claims"])


def judge_spans(gold: Documents, model: str) -> Iterator[tuple[float, bool]]:
    """Give the confidence of each span of the tagger, and whether gold has it."""
    nlp = policynlp.load(model)
    if not nlp.has_pipe(TAGGER):
        return
    for document, found in zip(gold, find_apart(nlp, gold), strict=True):
        right = {(ent["start"], ent["end"], ent["label"]) for ent in document.get("ents", ())}
        tables = document.get("tables") or ()
        for span, confidence in found.tagged.items():
            if not any(first <= span[0] < last for first, last in tables):
                yield confidence, span in right


def print_bins(what: str, judged: list[tuple[float, bool]]) -> None:
    """Print the table; bins with nothing in them are left out."""
    print(head("confidence", what, "right"))
    for low, high in pairwise(EDGES):
        some = [good for confidence, good in judged if low <= confidence < high]
        if some:
            print(row(f"{low:.2f}–{min(high, 1):.2f}", len(some), sum(some) / len(some)))


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


if __name__ == "__main__":
    main()
