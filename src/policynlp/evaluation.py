"""Predicted documents against gold ones: what was found, what was missed, which fields are right.

A document is ``{"doc_id", "text", "ents", "claims", "tables"}`` as plain JSON values. Claims that
stand in one of the gold document's ``tables`` are scored apart, and entities there not at all.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Values = Mapping[str, Any]
Same = Callable[[Values, Values], bool]
Pairs = list[tuple[Values, Values]]

FIELDS = ("period", "baseline", "region", "modality", "from_quantity", "share_of")
ENOUGH_IN_COMMON = 0.5
_IGNORED = re.compile(r"[\s“”‘’「」\"']+")
_NARROW = str.maketrans("（），：；％", "(),:;%")


@dataclass(slots=True)
class Tally:
    """How many were found right, how many there are, how many were given."""

    hits: int = 0
    gold: int = 0
    pred: int = 0

    def add(self, hits: int, gold: int, pred: int) -> None:
        """Count one document more."""
        self.hits += hits
        self.gold += gold
        self.pred += pred

    def to_dict(self) -> dict[str, float]:
        """Give precision, recall and F1, and the counts they come from."""
        precision = self.hits / self.pred if self.pred else 0.0
        recall = self.hits / self.gold if self.gold else 0.0
        total = precision + recall
        f_score = 2 * precision * recall / total if total else 0.0
        rates = {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f_score, 4)}
        return {**rates, "tp": self.hits, "gold": self.gold, "pred": self.pred}


@dataclass(slots=True)
class Accuracy:
    """How often a field is right, over the claims that were found."""

    right: int = 0
    total: int = 0

    def to_dict(self) -> dict[str, float]:
        """Give the share that is right, and the count it is taken of."""
        share = self.right / self.total if self.total else 0.0
        return {"acc": round(share, 4), "n": self.total}


@dataclass(frozen=True, slots=True)
class Mistake:
    """A claim that was missed, or that should not be there."""

    kind: str
    doc_id: str
    claim: Values

    def __str__(self) -> str:
        claim, quantity = self.claim, self.claim.get("quantity") or {}
        parts = (
            f"{claim.get('kind')}/{claim.get('direction')}",
            _text(claim.get("indicator")),
            _text(claim.get("trigger") or ""),
            f"{quantity.get('text')} = {quantity.get('relation')} "
            f"{quantity.get('value')} {quantity.get('unit')}",
        )
        return f"{self.kind:9}{self.doc_id}: {' | '.join(map(str, parts))}"


@dataclass(slots=True)
class Evaluation:
    """All tallies by name, in the order in which they are first met."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    fields: dict[str, Accuracy] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, name: str, hits: int, gold: int, pred: int) -> None:
        """Count one document more under the name."""
        self.tallies.setdefault(name, Tally()).add(hits, gold, pred)

    def to_dict(self) -> dict[str, dict[str, dict[str, float]]]:
        """Give all scores as JSON values."""
        return {
            "scores": {name: tally.to_dict() for name, tally in self.tallies.items()},
            "fields": {name: accuracy.to_dict() for name, accuracy in self.fields.items()},
        }

    def lines(self) -> Iterator[str]:
        """Give the scores as lines to read."""
        for name, tally in self.tallies.items():
            s = tally.to_dict()
            rates = f"P {s['p']:.3f}  R {s['r']:.3f}  F1 {s['f1']:.3f}"
            yield f"{name:24} {rates}   ({s['tp']} of {s['gold']} gold, {s['pred']} predicted)"
        for name, accuracy in self.fields.items():
            s = accuracy.to_dict()
            yield f"field {name:18} accuracy {s['acc']:.3f}   (n={s['n']})"


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


def match(gold: Iterable[Values], pred: Iterable[Values], same: Same) -> Pairs:
    """Give each gold claim, in order, the first predicted one that is the same and still free."""
    free = list(pred)
    pairs: Pairs = []
    for wanted in gold:
        place = next((i for i, given in enumerate(free) if same(wanted, given)), None)
        if place is not None:
            pairs.append((wanted, free.pop(place)))
    return pairs


def overlap(gold: Values | None, pred: Values | None) -> bool:
    """Whether the two parts share a character of the text."""
    if not gold or not pred or gold.get("start") is None or pred.get("start") is None:
        return False
    return bool(gold["start"] < pred["end"] and pred["start"] < gold["end"])


def same_quantity(gold: Values, pred: Values) -> bool:
    """Whether the two claims have the same number, at the same place."""
    some, other = gold.get("quantity"), pred.get("quantity")
    return (
        overlap(some, other)
        and some is not None  # as overlap knows, and mypy does not
        and other is not None
        and all(_close(some.get(name), other.get(name)) for name in ("value", "high"))
        and plain(some.get("unit")) == plain(other.get("unit"))
        and (some.get("relation") or "eq") == (other.get("relation") or "eq")
    )


def same_claim(gold: Values, pred: Values) -> bool:
    """Whether the two claims say the same, of an indicator that is named much alike."""
    return (
        gold["kind"] == pred.get("kind")
        and gold.get("direction") == pred.get("direction")
        and same_quantity(gold, pred)
        and _alike(gold, pred)
    )


def same_claim_and_name(gold: Values, pred: Values) -> bool:
    """Whether the two claims say the same, of an indicator of the same name."""
    name, other = (plain(_text(claim.get("indicator"))) for claim in (gold, pred))
    return name == other and same_claim(gold, pred)


def same_trend(gold: Values, pred: Values) -> bool:
    """Whether the two trends go the same way by the same verb."""
    return (
        overlap(gold.get("trigger"), pred.get("trigger"))
        and gold.get("direction") == pred.get("direction")
        and _alike(gold, pred)
    )


def read_field(claim: Values, name: str) -> Any:
    """Give what of the field is compared: the iso of a time, value and unit, else the words."""
    part = claim.get(name)
    if name in ("period", "baseline"):
        return (part or {}).get("iso") or plain(_text(part))
    if not part:
        return None
    if name == "from_quantity":
        return part.get("value"), plain(part.get("unit"))
    return plain(_text(part))


def plain(text: str | None) -> str:
    """Drop white space and quotation marks, narrow the full-width signs."""
    return _IGNORED.sub("", text or "").translate(_NARROW)


def _text(part: Any) -> Any:
    return part.get("text") if isinstance(part, Mapping) else part


def _alike(gold: Values, pred: Values) -> bool:
    """Whether the indicators share half their characters (Dice's measure)."""
    name, other = (Counter(plain(_text(claim.get("indicator")))) for claim in (gold, pred))
    total = name.total() + other.total()
    return not total or 2 * (name & other).total() / total >= ENOUGH_IN_COMMON


def _close(some: float | None, other: float | None) -> bool:
    if some is None or other is None:
        return some is other
    return math.isclose(float(some), float(other), rel_tol=1e-6, abs_tol=1e-9)
