"""How the parts of a claim are told to a reader: in the table, the panel and the notebook."""

from policynlp.schema import Claim, Quantity

SIGNS = {"increase": "↑", "decrease": "↓", "stable": "→"}
RELATIONS = {"approx": "≈ ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}
SCALES = ((1e8, "亿"), (1e4, "万"))
HEADS = ("indicator", "", "value", "as written", "period", "against", "region", "modality")


def claim_cells(claim: Claim) -> tuple[str, ...]:
    """Tell the claim in the columns of ``HEADS``."""
    words = [part.text for part in (claim.trigger, claim.quantity) if part and part.text]
    return (
        claim.indicator.text,
        SIGNS.get(claim.direction or "", ""),
        _quantity(claim.quantity) if claim.quantity else "",
        # 超过 is both the trigger and the head of 超过3亿元
        words[-1] if len(words) > 1 and words[1].startswith(words[0]) else "".join(words),
        (claim.period and (claim.period.iso or claim.period.text)) or "",
        (claim.baseline and (claim.baseline.iso or claim.baseline.text)) or "",
        claim.region.text if claim.region else "",
        f"not {claim.modality}" if claim.negated else claim.modality,
    )


def _quantity(quantity: Quantity) -> str:
    return show_value(quantity.value, quantity.high, quantity.unit, quantity.relation)


def show_value(value: float, high: float | None, unit: str | None, relation: str | None) -> str:
    """Show a value with its hedge and unit: > 90,000 公里, 1.5–2 倍."""
    number = show_number(value)
    if high is not None:
        number = f"{number}–{show_number(high)}"
    return f"{RELATIONS.get(relation or '', '')}{number} {unit or ''}".rstrip()


def show_number(value: float) -> str:
    """Show a number in the scale of reports: 31000000 as 3,100万."""
    size, scale = next((pair for pair in SCALES if abs(value) >= 10 * pair[0]), (1, ""))
    value /= size
    short = f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.6g}"
    return short + scale
