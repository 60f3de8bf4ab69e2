"""What rules and tagger find, each alone and both together. Prints three markdown tables.

    python benchmarks/ablation.py GOLD.jsonl [--model NAME|DIR]

1. `rules`, `model` (the tagger, from which the rules' finds are hidden) and `rules + model` (the
   pipeline), by the measures of `policynlp evaluate`. The tagger alone makes no claims and no UNIT,
   so there is a line of the entities without UNIT too.
2. The table of precedence: for each label, exact F1 if the rules' spans are taken, or the tagger's
   (which here sees what the rules found), or both, where those of one side give way to those of the
   other that they overlap, and that once more for spans that the tagger is sure of; and what the
   pipeline gives. Labels are judged apart: a span of one
   label does not push out one of another.
3. What the two disagree on, for each label: spans that only one of them gives, and how many are right.
"""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from markdown_table import best, head, row
from tagged_documents import Found, Span, find_apart

import policynlp
from policynlp.engines import Options, extract_files, gather
from policynlp.errors import PolicyNLPError
from policynlp.evaluation import Tally, evaluate
from policynlp.gold import read_gold
from policynlp.schema import LABELS, Document

DEFAULT = "zh_policy_sm"
RULES = "rules"
UNIT = "UNIT"
SURE = (0.5, 0.7, 0.9)  # confidences from which the tagger might be believed
MICRO = "entities exact"
CLAIMS = ("claims strict", "claims relaxed", "trends")
Documents = list[dict[str, Any]]
Scores = dict[str, float]


def main() -> None:
    """Measure, and print the tables."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    arguments.add_argument("--model", default=DEFAULT, metavar="NAME|DIR", help="The pipeline.")
    options = arguments.parse_args()
    try:
        gold = read_gold(options.gold)
        found = list(find_apart(policynlp.load(options.model), gold))
        rules, both = run(gold, RULES), run(gold, options.model)
    except PolicyNLPError as error:
        raise SystemExit(f"ablation: {error}") from error
    print_systems(gold, rules, as_documents(gold, [one.alone for one in found]), both)
    print()
    print_precedence(gold, found, both)
    print()
    print_differences(gold, found)


def run(gold: Documents, model: str) -> Documents:
    """Read the gold documents again with a pipeline."""
    sources = [Document.from_dict(document) for document in gold]
    return list(gather(extract_files(sources, Options(model=model))))


def as_documents(gold: Documents, spans: Iterable[Iterable[Span]]) -> Documents:
    """Give spans the shape of documents."""
    return [
        {
            "doc_id": document["doc_id"],
            "ents": [{"start": start, "end": end, "label": label} for start, end, label in some],
        }
        for document, some in zip(gold, spans, strict=True)
    ]


def print_systems(gold: Documents, rules: Documents, model: Documents, both: Documents) -> None:
    """Print the first table."""
    systems = [score(gold, pred) for pred in (rules, model, both)]
    apart = [score(without_units(gold), without_units(pred)) for pred in (rules, model, both)]
    print(head("F1", "rules", "model", "rules + model"))
    for label in (*LABELS, UNIT):
        values = [scores.get(f"  {label} exact") for scores in systems]
        print(
            row(
                label,
                *best([None if label == UNIT and at == 1 else f for at, f in enumerate(values)]),
            )
        )
    print(row("entities, micro", *best(scores.get(MICRO) for scores in systems)))
    print(row("entities without UNIT, micro", *best(scores.get(MICRO) for scores in apart)))
    for name in CLAIMS:
        values = [scores.get(name) for scores in systems]
        print(row(name, *best([values[0], None, values[2]])))


def print_precedence(gold: Documents, found: Sequence[Found], both: Documents) -> None:
    """Print the second table."""
    choices: dict[str, Callable[[Found], set[Span]]] = {
        "rules": lambda one: one.rules,
        "model": lambda one: one.model,
        "both, rules first": lambda one: union(one.rules, one.model),
        "both, model first": lambda one: union(one.model, one.rules),
    }
    for share in SURE:
        choices[f"model from {share}, then rules"] = partial(where_sure, share)
    scores = [score(gold, as_documents(gold, map(choose, found))) for choose in choices.values()]
    merged = score(gold, both)
    print(head("label", *choices, "as merged"))
    for label in LABELS:
        name = f"  {label} exact"
        print(row(label, *best(some.get(name) for some in scores), merged.get(name)))


def where_sure(share: float, one: Found) -> set[Span]:
    """Take the spans that the tagger is so sure of, and of the rules what overlaps none of them."""
    sure = {span for span, confidence in one.tagged.items() if confidence >= share}
    return union(sure, one.rules)


def union(first: set[Span], second: set[Span]) -> set[Span]:
    """Add to the first what overlaps nothing of its label there."""
    taken = {(at, label) for start, end, label in first for at in range(start, end)}
    return first | {
        (start, end, label)
        for start, end, label in second
        if all((at, label) not in taken for at in range(start, end))
    }


def print_differences(gold: Documents, found: Sequence[Found]) -> None:
    """Print the third table."""
    rules, model = count(gold, found, "rules", "model"), count(gold, found, "model", "rules")
    print(head("label", "of the rules alone", "right", "of the model alone", "right"))
    for label in LABELS:
        cells = [n for tally in (rules[label], model[label]) for n in (tally.pred, tally.hits)]
        print(row(label, *cells))


def count(gold: Documents, found: Sequence[Found], one: str, other: str) -> dict[str, Tally]:
    """Count the spans that one side gives and the other does not, outside the tables of gold."""
    tallies = {label: Tally() for label in (*LABELS, UNIT)}
    for document, some in zip(gold, found, strict=True):
        right = {(ent["start"], ent["end"], ent["label"]) for ent in document.get("ents", ())}
        tables = document.get("tables") or ()
        for span in getattr(some, one) - getattr(some, other):
            if not any(first <= span[0] < last for first, last in tables):
                tallies[span[2]].add(span in right, 0, 1)
    return tallies


def score(gold: Documents, pred: Documents) -> Scores:
    """Give F1 by measure."""
    return {name: tally.to_dict()["f1"] for name, tally in evaluate(gold, pred).tallies.items()}


def without_units(documents: Iterable[Mapping[str, Any]]) -> Documents:
    """Leave out the entities of the label UNIT."""
    return [
        {**document, "ents": [ent for ent in document["ents"] if ent["label"] != UNIT]}
        for document in documents
    ]


if __name__ == "__main__":
    main()
