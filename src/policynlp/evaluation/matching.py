"""When two claims are the same, and which predicted one answers which gold one."""

import math
from collections import Counter
from collections.abc import Callable, Iterable

from policynlp.evaluation.fields import Values, plain, words_of

Same = Callable[[Values, Values], bool]
Pairs = list[tuple[Values, Values]]

ENOUGH_IN_COMMON = 0.5


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
    name, other = (plain(words_of(claim.get("indicator"))) for claim in (gold, pred))
    return name == other and same_claim(gold, pred)


def same_trend(gold: Values, pred: Values) -> bool:
    """Whether the two trends go the same way by the same verb."""
    return (
        overlap(gold.get("trigger"), pred.get("trigger"))
        and gold.get("direction") == pred.get("direction")
        and _alike(gold, pred)
    )


def _alike(gold: Values, pred: Values) -> bool:
    """Whether the indicators share half their characters (Dice's measure)."""
    name, other = (Counter(plain(words_of(claim.get("indicator")))) for claim in (gold, pred))
    total = name.total() + other.total()
    return not total or 2 * (name & other).total() / total >= ENOUGH_IN_COMMON


def _close(some: float | None, other: float | None) -> bool:
    if some is None or other is None:
        return some is other
    return math.isclose(float(some), float(other), rel_tol=1e-6, abs_tol=1e-9)
