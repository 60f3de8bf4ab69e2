"""A predicted document against its gold one: entities, claims and their fields."""

from collections.abc import Iterable, Sequence

from policynlp.evaluation.fields import FIELDS, Values, read_field
from policynlp.evaluation.matching import (
    Pairs,
    Same,
    match,
    overlap,
    same_claim,
    same_claim_and_name,
    same_quantity,
    same_trend,
)
from policynlp.evaluation.tallies import Accuracy, Evaluation, Mistake


def evaluate(gold: Iterable[Values], pred: Iterable[Values]) -> Evaluation:
    """Score the predicted documents; a gold document that nobody predicted counts as empty."""
    by_id = {document["doc_id"]: document for document in pred}
    evaluation = Evaluation()
    for document in gold:
        guess = by_id.get(document["doc_id"], {})
        _score_entities(evaluation, document, guess)
        _score_claims(evaluation, document, guess)
    return evaluation


def _score_entities(evaluation: Evaluation, gold: Values, pred: Values) -> None:
    if not gold.get("ents"):
        return
    tables = gold.get("tables") or ()
    wanted, given = _spans(gold, tables), _spans(pred, tables)
    evaluation.add("entities exact", len(wanted & given), len(wanted), len(given))
    for label in sorted({label for *_, label in wanted | given}):
        some, others = _with_label(wanted, label), _with_label(given, label)
        exact = sum(span in others for span in some)
        evaluation.add(f"  {label} exact", exact, len(some), len(others))
        touching = len(match(some, others, overlap))
        evaluation.add(f"  {label} overlap", touching, len(some), len(others))


def _spans(document: Values, tables: Sequence[Sequence[int]]) -> set[tuple[int, int, str]]:
    spans = {(ent["start"], ent["end"], ent["label"]) for ent in document.get("ents", ())}
    return {span for span in spans if not _inside(span[0], tables)}


def _with_label(spans: set[tuple[int, int, str]], label: str) -> list[Values]:
    return [{"start": start, "end": end} for start, end, other in sorted(spans) if other == label]


def _score_claims(evaluation: Evaluation, gold: Values, pred: Values) -> None:
    tables = gold.get("tables") or ()
    wanted, given = _Claims(gold["claims"], tables), _Claims(pred.get("claims", ()), tables)
    if tables:
        _tally(evaluation, "table claims relaxed", (wanted.tabled, given.tabled), same_claim)
    numbers, trends = (wanted.numbers, given.numbers), (wanted.trends, given.trends)
    _tally(evaluation, "quantities", numbers, same_quantity)
    _tally(evaluation, "claims strict", numbers, same_claim_and_name)
    found = _tally(evaluation, "claims relaxed", numbers, same_claim)
    _score_fields(evaluation, found)
    found += _tally(evaluation, "trends", trends, same_trend)
    for kind, claims, side in (("missed", wanted, 0), ("spurious", given, 1)):
        seen = {id(pair[side]) for pair in found}
        evaluation.mistakes += [
            Mistake(kind, gold["doc_id"], claim)
            for claim in claims.numbers + claims.trends
            if id(claim) not in seen
        ]


class _Claims:
    """A document's claims, sorted into those with a number, those of tables, and trends."""

    def __init__(self, claims: Iterable[Values], tables: Sequence[Sequence[int]]) -> None:
        self.numbers: list[Values] = []
        self.tabled: list[Values] = []
        self.trends: list[Values] = []
        for claim in claims:
            trend = claim.get("kind") == "trend"
            anchor = claim.get("quantity") or claim.get("trigger") or {}
            if not _inside(anchor.get("start"), tables):
                (self.trends if trend else self.numbers).append(claim)
            elif not trend:
                self.tabled.append(claim)


def _inside(start: int | None, tables: Sequence[Sequence[int]]) -> bool:
    return start is not None and any(first <= start < end for first, end in tables)


def _tally(
    evaluation: Evaluation, name: str, sides: tuple[list[Values], list[Values]], same: Same
) -> Pairs:
    pairs = match(*sides, same)
    evaluation.add(name, len(pairs), len(sides[0]), len(sides[1]))
    return pairs


def _score_fields(evaluation: Evaluation, pairs: Pairs) -> None:
    for gold, pred in pairs:
        for name in FIELDS:
            accuracy = evaluation.fields.setdefault(name, Accuracy())
            accuracy.right += read_field(gold, name) == read_field(pred, name)
            accuracy.total += 1
