"""What is counted while documents are scored, and how it is told."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from policynlp.evaluation.fields import Values, words_of


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
            words_of(claim.get("indicator")),
            words_of(claim.get("trigger") or ""),
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
