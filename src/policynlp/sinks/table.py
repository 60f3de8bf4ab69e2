"""A table to read, on the terminal or in a text file; rows go out as they come."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from pathlib import Path
from typing import TextIO

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.console import Console
from rich.text import Text

from policynlp.schema import Claim, Quantity
from policynlp.sinks.atomic import open_atomic

PLAIN_WIDTH = 140  # where no terminal says how wide it is
NARROW = 110  # from which on there is room for the words as well as for the value
GAP = "  "
WRITTEN = "as written"
VALUE = "value"
# head, fixed width or none, share of the room that is left
COLUMNS: tuple[tuple[str, int, float], ...] = (
    ("indicator", 0, 0.4),
    ("", 1, 0.0),
    (VALUE, 0, 0.25),
    (WRITTEN, 0, 0.35),
    ("period", 11, 0.0),
    ("against", 11, 0.0),
    ("region", 8, 0.0),
    ("modality", 10, 0.0),
)
SIGNS = {"increase": "↑", "decrease": "↓", "stable": "→"}
RELATIONS = {"approx": "≈ ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}
SCALES = ((1e8, "亿"), (1e4, "万"))
STYLES = {"target": "cyan", "forecast": "magenta", "action": "yellow"}


def dump_table(claims: Iterable[Claim], stream: TextIO) -> int:
    """Write one table a document; return how many claims."""
    console = Console(file=stream, highlight=False)
    if not console.is_terminal:
        console = Console(file=stream, highlight=False, width=PLAIN_WIDTH)
    layout = _Layout(console.width)
    count = 0
    for doc_id, group in groupby(claims, key=lambda claim: claim.doc_id):
        _print(console, [doc_id, *layout.head()], "bold")
        for claim in group:
            _print(console, layout.row(_cells(claim)), STYLES.get(claim.modality, ""))
            count += 1
        _print(console, [""], "")
    _print(console, [f"{count} claims"], "dim")
    return count


def write_table(claims: Iterable[Claim], path: Path) -> int:
    """Write one table a document into the file; return how many claims."""
    with open_atomic(path) as stream:
        return dump_table(claims, stream)


def _print(console: Console, lines: Iterable[str], style: str) -> None:
    text = "\n".join(lines)
    if console.is_terminal:
        console.print(Text(text, style), soft_wrap=True)
    else:  # forty times as fast
        console.file.write(text + "\n")


class _Layout:
    """Cells of fixed width: rich's own table would have to see all rows before the first."""

    def __init__(self, width: int) -> None:
        narrow = width < NARROW
        self.shown = [
            i for i, column in enumerate(COLUMNS) if not (narrow and column[0] == WRITTEN)
        ]
        columns = [COLUMNS[i] for i in self.shown]
        room = width - sum(fixed for _, fixed, _ in columns) - len(GAP) * (len(columns) - 1)
        shares = sum(share for *_, share in columns)
        self.widths = [fixed or max(8, int(room * share / shares)) for _, fixed, share in columns]
        self.numeric = [name == VALUE for name, *_ in columns]

    def head(self) -> Iterator[str]:
        """Give the names of the columns, and a line below them."""
        yield from self.row([name for name, *_ in COLUMNS])
        yield GAP.join("─" * width for width in self.widths)

    def row(self, cells: Sequence[str]) -> Iterator[str]:
        """Give the lines of the row: a cell that is too long goes on below."""
        shown = (cells[i] for i in self.shown)
        folded = [
            [cell] if cell_len(cell) <= width else chop_cells(cell, width)
            for cell, width in zip(shown, self.widths, strict=True)
        ]
        for line in zip_longest(*folded, fillvalue=""):
            yield GAP.join(map(_pad, line, self.widths, self.numeric)).rstrip()


def _pad(cell: str, width: int, numeric: bool) -> str:
    return " " * (width - cell_len(cell)) + cell if numeric else set_cell_size(cell, width)


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
    """Show a number in the scale of reports: 31000000 as 3,100万."""
    size, scale = next((pair for pair in SCALES if abs(value) >= 10 * pair[0]), (1, ""))
    value /= size
    short = f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.6g}"
    return short + scale
