"""Claims as short lines: ``kind [up|down|flat] | indicator | trigger | quantity | period | extras…``.

* ``^`` before an indicator says that it is inherited, ``-`` that a field is empty.
* A quantity is ``text = [relation] value[~high] unit``; the relation ``eq`` is left out.
* A period is its ISO form; ``text = iso`` where the sentence says it, ``text = -`` where it cannot
  be known.
* Extras, in this order: ``from …``, ``of …``, ``base …``, ``in …``, ``not``, and the modality
  unless it is ``actual``.
* ``@2`` behind a text says which of the places it stands at, see ``policynlp.corpus.places``.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

Claim = dict[str, Any]
Places = dict[str, str]

DIRECTIONS = {"increase": "up", "decrease": "down", "stable": "flat"}
EXTRAS = {"from": "from_quantity", "of": "share_of", "base": "baseline", "in": "region"}
FIELDS = ("indicator", "trigger", "quantity", "period", *EXTRAS.values())
QUANTITIES = ("quantity", "from_quantity")
TIMES = ("period", "baseline")


def write_claim(claim: Mapping[str, Any], places: Mapping[str, str] | None = None) -> str:
    """Give a claim as one line, with ``@…`` behind the fields that ``places`` names."""
    told = _Told(claim, places or {})
    return " | ".join(told.fields())


class _Told:
    """A claim with the places that must be said."""

    def __init__(self, claim: Mapping[str, Any], places: Mapping[str, str]) -> None:
        self.claim = claim
        self.places = places

    def fields(self) -> Iterator[str]:
        claim = self.claim
        yield " ".join(filter(None, (claim["kind"], DIRECTIONS.get(claim["direction"]))))
        yield ("^" if claim["indicator"]["inherited"] else "") + self.words("indicator")
        yield self.words("trigger")
        yield self.quantity("quantity")
        yield self.time("period")
        for word, name in EXTRAS.items():
            if claim[name] is not None:
                yield f"{word} {self.part(name)}"
        if claim["negated"]:
            yield "not"
        if claim["modality"] != "actual":
            yield claim["modality"]

    def part(self, name: str) -> str:
        if name in QUANTITIES:
            return self.quantity(name)
        return self.time(name) if name in TIMES else self.words(name)

    def words(self, name: str) -> str:
        part = self.claim[name]
        return "-" if part is None else escape(part["text"]) + self.places.get(name, "")

    def quantity(self, name: str) -> str:
        part = self.claim[name]
        if part is None:
            return "-"
        return f"{self.words(name)} = {quantity_words(part)}"

    def time(self, name: str) -> str:
        part = self.claim[name]
        if part is None or part["text"] is None:
            return (part or {}).get("iso") or "-"
        return f"{self.words(name)} = {part['iso'] or '-'}"


def quantity_words(part: Mapping[str, Any]) -> str:
    """Write what a quantity says: ``approx 5.6 %``, ``range 5~6 %``."""
    relation = "" if part["relation"] == "eq" else f"{part['relation']} "
    high = "" if part["high"] is None else f"~{_number(part['high'])}"
    unit = escape(part["unit"]) if part["unit"] else ""
    return f"{relation}{_number(part['value'])}{high} {unit}".rstrip()


def escape(text: str) -> str:
    """Keep a text from being read as a sign of the notation."""
    text = re.sub(r"([\\|@])", r"\\\1", text)
    return f"\\{text}" if text == "-" or text.startswith("^") else text


def unescape(text: str) -> str:
    """Give the text that ``escape`` wrote."""
    return re.sub(r"\\(.)", r"\1", text)


def _number(value: float) -> str:
    """Write all digits that the number has, and no exponent: 1390000000000, 33.3."""
    digits = format(Decimal(repr(value or 0)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
