"""The records that policynlp gives out, and what its layers find on the way; no spaCy."""

from policynlp.schema.claim import (
    BaseValue,
    Claim,
    Direction,
    Document,
    Entity,
    Indicator,
    Kind,
    Modality,
    Part,
    Period,
    Quantity,
    Region,
    Relation,
)
from policynlp.schema.mention import LABELS, Anchor, Mention
from policynlp.schema.record import Record

__all__ = [
    "LABELS",
    "Anchor",
    "BaseValue",
    "Claim",
    "Direction",
    "Document",
    "Entity",
    "Indicator",
    "Kind",
    "Mention",
    "Modality",
    "Part",
    "Period",
    "Quantity",
    "Record",
    "Region",
    "Relation",
]
