"""The value that a claim gives to a cell of the panel, and when two claims say the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isclose
from typing import Any

from policynlp.sinks.cells import show_value

_TURNED = {"gt": "lt", "lt": "gt", "ge": "le", "le": "ge"}
_SIDES = {"gt": 1, "ge": 1, "lt": -1, "le": -1}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a measure; ``factor`` turns it into the base unit ``base``, where one is known.

    A fall is negative, and its relation turned with it: 下降超过5% is < -5.
    """

    measure: str
    low: float | None
    high: float | None
    unit: str | None
    relation: str | None
    direction: str | None
    baseline: str | None
    share_of: str | None
    negated: bool
    factor: float
    base: str | None

    def compares(self, other: "Value") -> bool:
        """Whether both tell of the same thing; a baseline that is not stated may be any."""
        same = (self.base, self.share_of, self.negated) == (
            other.base,
            other.share_of,
            other.negated,
        )
        timed = self.measure in ("change", "trend")
        stated = {self.baseline, other.baseline} - {None}
        return same and not (timed and len(stated) > 1)

    def agrees(self, other: "Value") -> bool:
        """Whether both say the same: 500克 and 1斤 do, over 5 and under 5 do not."""
        if self.measure == "trend":
            return self.direction == other.direction
        sides = {_SIDES.get(str(value.relation), 0) for value in (self, other)}
        return (
            sides != {1, -1}
            and _same(self._scaled(self.low), other._scaled(other.low))
            and _same(self._scaled(self.high), other._scaled(other.high))
        )

    def _scaled(self, number: float | None) -> float | None:
        return None if number is None else number * self.factor

    def __str__(self) -> str:
        """Say it as a reader would: > 90,000 公里."""
        text = str(self.direction)
        if self.low is not None:
            text = show_value(self.low, self.high, self.unit, self.relation)
        if self.baseline and self.measure != "level":
            text += f" ({self.baseline})"
        return f"not {text}" if self.negated else text


@dataclass(slots=True)
class Reading:
    """Values that tell of the same thing, each with the ids of the claims that give it."""

    found: list[tuple[Value, list[str]]] = field(default_factory=list)

    def takes(self, value: Value) -> bool:
        """Whether the value tells of what all values here tell of."""
        return all(value.compares(other) for other, _ in self.found)

    def add(self, value: Value, claim_id: str) -> None:
        """Count the value with the one that it agrees with, or keep it as another."""
        for other, ids in self.found:
            if value.agrees(other):
                ids.append(claim_id)
                return
        self.found.append((value, [claim_id]))

    @property
    def main(self) -> Value:
        """The value that most claims give, the first of equals."""
        return max(self.found, key=lambda pair: len(pair[1]))[0]

    @property
    def count(self) -> int:
        """How many claims give the main value."""
        return max(len(ids) for _, ids in self.found)

    @property
    def size(self) -> int:
        """How many claims are here."""
        return sum(len(ids) for _, ids in self.found)

    @property
    def differs(self) -> bool:
        """Whether there is more than one value."""
        return len(self.found) > 1

    @property
    def baseline(self) -> str | None:
        """The baseline of the values that state one."""
        return next((value.baseline for value, _ in self.found if value.baseline), None)


def read_value(claim: Mapping[str, Any]) -> Value:
    """Take the value out of a flat claim."""
    low, high, relation = claim["value"], claim["high"], claim["relation"]
    factor = claim["base_value"] / low if claim["base_value"] is not None and low else 1.0
    measure = "share" if claim["kind"] == "level" and claim["share_of"] else claim["kind"]
    if low is None:  # a change whose amount is not told is a trend
        measure = "trend"
    elif measure == "change" and claim["direction"] == "decrease" and low > 0:
        low, high = (-low, None) if high is None else (-high, -low)
        relation = _TURNED.get(relation, relation)
    return Value(
        measure,
        low,
        high,
        claim["unit"],
        relation,
        claim["direction"],
        claim["baseline"] or claim["baseline_text"],
        claim["share_of"],
        bool(claim["negated"]),
        factor,
        claim["base_unit"] or claim["unit"],
    )


def _same(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and isclose(one, other))
