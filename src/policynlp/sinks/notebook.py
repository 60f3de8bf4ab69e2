"""A list of claims that a notebook shows as a table."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

from policynlp.schema import Claim
from policynlp.sinks import write_claims
from policynlp.sinks.cells import HEADS, claim_cells

if TYPE_CHECKING:
    import pandas
    import pyarrow

SHOWN = 60  # rows; more make a notebook slow


class Claims(list[Claim]):
    """Claims in a list: ``Claims(policynlp.extract("report.txt"))``."""

    @overload
    def __getitem__(self, place: SupportsIndex, /) -> Claim: ...
    @overload
    def __getitem__(self, place: slice, /) -> "Claims": ...
    def __getitem__(self, place: SupportsIndex | slice, /) -> "Claim | Claims":
        """Give a claim, or some of them as such a list."""
        found = super().__getitem__(place)
        return Claims(found) if isinstance(found, list) else found

    def to_arrow(self, *, flat: bool = False, panel: bool = False) -> "pyarrow.Table":
        """Give the claims as a table of Arrow, their parts nested unless ``flat``."""
        from policynlp.sinks.frames import to_arrow

        return to_arrow(self, flat=flat, panel=panel)

    def to_pandas(self, *, panel: bool = False) -> "pandas.DataFrame":
        """Give the claims as a DataFrame of flat columns."""
        from policynlp.sinks.frames import to_pandas

        return to_pandas(self, panel=panel)

    def write(self, path: str | Path, **shape: Any) -> int:
        """Write the claims into the file that the ending says; return how many rows."""
        return write_claims(self, Path(path), **shape)

    def _repr_html_(self) -> str:
        head = _row("th", [*HEADS, "sentence"])
        rows = [_row("td", [*claim_cells(claim), _evidence(claim)]) for claim in self[:SHOWN]]
        more = f" ({SHOWN} shown)" if len(self) > SHOWN else ""
        body = "".join(rows)
        return f"<table><thead>{head}</thead><tbody>{body}</tbody></table><p>{len(self)} claims{more}</p>"


def _evidence(claim: Claim) -> str:
    return (claim.sentence and claim.sentence.text) or ""


def _row(tag: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"
