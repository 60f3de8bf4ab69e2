"""A table to read, on the terminal or in a text file."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from policynlp.schema import Claim, Quantity
from policynlp.sinks.atomic import open_atomic

PAGE = 400  # rows: a long report comes out while it is read
PLAIN_WIDTH = 140  # where no terminal says how wide it is
SIGNS = {"increase": "↑", "decrease": "↓", "stable": "→"}
RELATIONS = {"approx": "≈ ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}
STYLES = {"target": "cyan", "forecast": "magenta", "action": "yellow"}


def dump_table(claims: Iterable[Claim], stream: TextIO) -> int:
    """Write one table a document; return how many claims."""
    console = Console(file=stream, highlight=False)
    if not console.is_terminal:
        console = Console(file=stream, highlight=False, width=PLAIN_WIDTH)
    count = 0
    for doc_id, page in _pages(claims):
        console.print(_build(doc_id, page))
        count += len(page)
    console.print(f"{count} claims", style="dim")
    return count


def write_table(claims: Iterable[Claim], path: Path) -> int:
    """Write one table a document into the file; return how many claims."""
    with open_atomic(path) as stream:
        return dump_table(claims, stream)


def _pages(claims: Iterable[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    for doc_id, group in groupby(claims, key=lambda claim: claim.doc_id):
        while page := list(islice(group, PAGE)):
            yield doc_id, page


def _build(doc_id: str, claims: Iterable[Claim]) -> Table:
    table = Table(title=Text(doc_id), box=SIMPLE_HEAD, title_justify="left", pad_edge=False)
    table.add_column("indicator", ratio=5, overflow="fold")
    table.add_column("", width=1)
    table.add_column("value", ratio=3, justify="right", overflow="fold")
    table.add_column("as written", ratio=3, overflow="fold")
    table.add_column("period", ratio=2, overflow="fold")
    table.add_column("against", ratio=2, overflow="fold")
    table.add_column("region", ratio=2, overflow="fold")
    table.add_column("modality", min_width=8)
    for claim in claims:
        table.add_row(*map(Text, _cells(claim)), style=STYLES.get(claim.modality))
    return table


def _cells(claim: Claim) -> tuple[str, ...]:
    words = [part.text for part in (claim.trigger, claim.quantity) if part and part.text]
    return (
        claim.indicator.text,
        SIGNS.get(claim.direction or "", ""),
        _value(claim.quantity) if claim.quantity else "",
        # 超过 is both the trigger and the head of 超过3亿元
        words[-1] if len(words) > 1 and words[1].startswith(words[0]) else "".join(words),
        (claim.period and (claim.period.iso or claim.period.text)) or "",
        (claim.baseline and (claim.baseline.iso or claim.baseline.text)) or "",
        claim.region.text if claim.region else "",
        f"not {claim.modality}" if claim.negated else claim.modality,
    )


def _value(quantity: Quantity) -> str:
    number = _number(quantity.value)
    if quantity.high is not None:
        number = f"{number}–{_number(quantity.high)}"
    return f"{RELATIONS.get(quantity.relation, '')}{number} {quantity.unit}".rstrip()


def _number(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.6g}"
