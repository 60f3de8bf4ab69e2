r"""What the markup is made of: codes of labels, spans; ``[IND 粮食产量]达到[QTY 5{吨}]``."""

import re
from typing import Any

CODES = {
    "IND": "INDICATOR",
    "POL": "POLICY",
    "ORG": "ORG",
    "REG": "REGION",
    "DIR": "DIRECTION",
    "SEC": "SECTOR",
    "GRP": "GROUP",
    "EVT": "EVENT",
    "TIM": "TIME",
    "QTY": "QUANTITY",
}
LABELS = {label: code for code, label in CODES.items()}
UNIT = "UNIT"
_SPACE = re.compile(r"\s+")

Entity = dict[str, Any]
Span = tuple[int, int, str]


def squeeze(text: str) -> str:
    """Leave out all white space, as the texts of spans do."""
    return _SPACE.sub("", text)


def entity(text: str, start: int, end: int, label: str) -> Entity:
    """Give a span of the text as the gold files write it."""
    return {"start": start, "end": end, "label": label, "text": squeeze(text[start:end])}


def in_order(span: tuple[int, int, str]) -> tuple[int, int, bool]:
    """Sort by place, a quantity before the unit in it."""
    return span[0], -span[1], span[2] == UNIT
