"""A table to read, on the terminal or in a text file; rows go out as they come."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any, TextIO

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.console import Console
from rich.text import Text

from policynlp.sinks.atomic import open_atomic
from policynlp.sinks.cells import HEADS, SIGNS, claim_cells, show_value
from policynlp.sinks.content import Content

PLAIN_WIDTH = 140  # where no terminal says how wide it is
NARROW = 110  # from which on there is room for the words as well as for the value
GAP = "  "
# fixed width or none, share of the room that is left, whether numbers stand there
Columns = dict[str, tuple[int, float, bool]]
_CLAIMS = ((0, 0.4), (1, 0.0), (0, 0.25), (0, 0.35), (11, 0.0), (11, 0.0), (8, 0.0), (10, 0.0))
CLAIMS: Columns = {
    head: (*size, head == "value") for head, size in zip(HEADS, _CLAIMS, strict=True)
}
PANEL: Columns = {
    "indicator": (0, 0.3, False),
    "region": (8, 0.0, False),
    "period": (11, 0.0, False),
    "modality": (9, 0.0, False),
    "level": (0, 0.2, True),
    "share": (0, 0.1, True),
    "": (1, 0.0, False),
    "change": (0, 0.15, True),
    "claims": (6, 0.0, True),
    "conflicts": (0, 0.25, False),
}
LEFT_OUT = {"as written", "share"}  # where it is narrow
STYLES = {"target": "cyan", "forecast": "magenta", "action": "yellow"}


def dump_table(content: Content, stream: TextIO) -> int:
    """Write one table a document, or the panel; return how many rows."""
    console = Console(file=stream, highlight=False)
    if not console.is_terminal:
        console = Console(file=stream, highlight=False, width=PLAIN_WIDTH)
    return _dump_panel(content, console) if content.panel else _dump_claims(content, console)


def write_table(content: Content, path: Path) -> int:
    """Write one table a document into the file, or the panel; return how many rows."""
    with open_atomic(path) as stream:
        return dump_table(content, stream)


def _dump_claims(content: Content, console: Console) -> int:
    layout = _Layout(CLAIMS, console.width)
    count = 0
    for doc_id, group in groupby(content.claims(), key=lambda claim: claim.doc_id):
        _print(console, [doc_id, *layout.head()], "bold")
        for claim in group:
            _print(console, layout.row(claim_cells(claim)), STYLES.get(claim.modality, ""))
            count += 1
        _print(console, [""], "")
    _print(console, [f"{count} claims"], "dim")
    return count


def _dump_panel(content: Content, console: Console) -> int:
    layout = _Layout(PANEL, console.width)
    _print(console, layout.head(), "bold")
    count = conflicts = 0
    for count, cell in enumerate(content.table().records(), start=1):  # noqa: B007
        style = "red" if cell["conflict"] else STYLES.get(cell["modality"], "")
        conflicts += cell["conflict"]
        _print(console, layout.row(_panel_cells(cell)), style)
    _print(console, ["", f"{count} cells, {conflicts} of them with a conflict"], "dim")
    return count


def _panel_cells(cell: dict[str, Any]) -> list[str]:
    amounts = {name: _amount(cell, name) for name in ("level", "share", "change")}
    shown = {**cell, **amounts, "": SIGNS.get(cell["direction"] or "", "")}
    return [str(shown[name] or "") for name in PANEL]


def _amount(cell: dict[str, Any], name: str) -> str:
    low, high, unit, relation = (cell[name + part] for part in ("", "_high", "_unit", "_relation"))
    return "" if low is None else show_value(low, high, unit, relation)


def _print(console: Console, lines: Iterable[str], style: str) -> None:
    text = "\n".join(lines)
    if console.is_terminal:
        console.print(Text(text, style), soft_wrap=True)
    else:  # forty times as fast
        console.file.write(text + "\n")


class _Layout:
    """Cells of fixed width: rich's own table would have to see all rows before the first."""

    def __init__(self, columns: Columns, width: int) -> None:
        narrow = width < NARROW
        self.heads = list(columns)
        self.shown = [i for i, head in enumerate(columns) if not (narrow and head in LEFT_OUT)]
        sizes = [columns[self.heads[i]] for i in self.shown]
        room = width - sum(fixed for fixed, *_ in sizes) - len(GAP) * (len(sizes) - 1)
        shares = sum(share for _, share, _ in sizes)
        self.widths = [fixed or max(8, int(room * share / shares)) for fixed, share, _ in sizes]
        self.numeric = [numeric for *_, numeric in sizes]

    def head(self) -> Iterator[str]:
        """Give the names of the columns, and a line below them."""
        yield from self.row(self.heads)
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
