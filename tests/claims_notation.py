"""Claims as short lines, so that a test row holds a sentence and all that is claimed in it.

One line a claim: ``kind [up|down|flat] | indicator | trigger | quantity | period | extras…``

* ``^`` before an indicator says that it is inherited, ``-`` that a field is empty.
* A quantity is ``text = [relation] value[~high] unit``; the relation ``eq`` is left out.
* A period is its ISO form; ``text = iso`` where the sentence says it.
* Extras, in this order: ``from …``, ``of …``, ``base …``, ``in …``, ``not``, and the modality
  unless it is ``actual``.
"""

from policynlp import pipeline
from policynlp.schema import Claim, Document, Part, Period, Quantity

DIRECTIONS = {"increase": " up", "decrease": " down", "stable": " flat", None: ""}

TITLE = "2031年政府工作报告"
REVIEW = f"{TITLE}\n一、2030年工作回顾\n"
PLAN = f"{TITLE}\n二、2031年工作安排\n"
SPAN = f"{TITLE}\n一、过去五年工作回顾\n"


def claims_of(nlp, sentence: str, context: str = REVIEW) -> list[str]:
    """Render the claims of a sentence under a title and a heading."""
    return [render(claim) for claim in nlp(context + sentence + "\n")._.claims]


def render(claim: Claim) -> str:
    """Give a claim as one line."""
    indicator = ("^" if claim.indicator.inherited else "") + claim.indicator.text
    fields = [claim.kind + DIRECTIONS[claim.direction], indicator, _text(claim.trigger)]
    fields += [_quantity(claim.quantity), _period(claim.period), *_extras(claim)]
    return " | ".join(fields)


def _extras(claim: Claim) -> list[str]:
    extras = [
        ("from", claim.from_quantity and _quantity(claim.from_quantity)),
        ("of", claim.share_of and claim.share_of.text),
        ("base", claim.baseline and _period(claim.baseline)),
        ("in", claim.region and claim.region.text),
    ]
    said = [f"{name} {value}" for name, value in extras if value]
    return [
        *said,
        *(["not"] if claim.negated else []),
        *([claim.modality] if claim.modality != "actual" else []),
    ]


def _text(part: Part | None) -> str:
    return "-" if part is None else str(part.text)


def _quantity(quantity: Quantity | None) -> str:
    if quantity is None:
        return "-"
    relation = "" if quantity.relation == "eq" else f"{quantity.relation} "
    high = "" if quantity.high is None else f"~{_number(quantity.high)}"
    return f"{quantity.text} = {relation}{_number(quantity.value)}{high} {quantity.unit}".rstrip()


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _period(period: Period | None) -> str:
    if period is None:
        return "-"
    return period.iso or "-" if period.text is None else f"{period.text} = {period.iso or '-'}"


def annotate(nlp, text: str) -> tuple[list[dict[str, object]], list[Claim]]:
    """Give the entities and claims of a text as the engines read it, piece by piece."""
    parts = list(pipeline.read_document(nlp, Document("report", text)))
    return [ent for part in parts for ent in part.ents], [
        claim for part in parts for claim in part.claims
    ]
