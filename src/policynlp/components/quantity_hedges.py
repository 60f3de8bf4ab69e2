"""Hedges before a number: 约, 近, 突破 and the verbs that say the number was passed."""

from policynlp.components.quantity_found import Found
from policynlp.components.quantity_patterns import HEDGES, compile_hedges, compile_verbs

# 最近, 签约, 赶超: what these signs end is no hedge
_NOT_HEDGES = {
    "近": frozenset("最附邻临靠亲相"),
    "约": frozenset("签节预条公特合制违契缔"),
    "超": frozenset("赶反"),
    "上": frozenset("以迈跃登踏跨越经通"),
    "过": frozenset("以迈跃登踏跨越经通超渡度走不难路胜翻掠穿错打"),
}
_LOOSE_HEDGES = frozenset("上过")
_VERB_ENDS = frozenset("越过")
_SUMS = frozenset("百千万亿")


class HedgeReader:
    """Read what stands before a number; one object serves any number of texts."""

    def __init__(self) -> None:
        self.hedges = compile_hedges()
        self.verbs = compile_verbs()
        self.hedge_ends = frozenset(form[-1] for form in HEDGES)

    def read(self, text: str, found: Found) -> None:
        """Give the number the hedge that ends where it starts."""
        start = found.start
        last = text[start - 1 : start]
        if last in self.hedge_ends and (
            match := self.hedges.search(text[max(0, start - 4) : start])
        ):
            hedge = match.group()
            if _sign_before(text, start - len(hedge)) not in _NOT_HEDGES.get(hedge, ()):
                found.before, found.start = hedge, start - len(hedge)
        elif _is_loose(text, found, last):
            found.before, found.start = last, start - 1
        elif last in _VERB_ENDS and self.verbs.search(text[max(0, start - 4) : start]):
            found.verb = "gt"


def _is_loose(text: str, found: Found, last: str) -> bool:
    """Whether the number is hedged by 上千万, 产值过千亿元; not by 迈上千亿元台阶."""
    loose = last in _LOOSE_HEDGES and _is_round(found, last)
    return loose and _sign_before(text, found.start - 1) not in _NOT_HEDGES[last]


def _is_round(found: Found, hedge: str) -> bool:
    """Whether the number is a round sum: 上|千万, 过|400亿元."""
    if found.kind == "chinese":
        return found.number[0] in _SUMS
    return hedge == "过" and found.number[-1] in _SUMS


def _sign_before(text: str, at: int) -> str:
    return text[at - 1] if at > 0 else ""
