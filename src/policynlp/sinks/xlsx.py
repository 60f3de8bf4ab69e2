"""A workbook for Excel: the rows, coloured by direction, and a sheet that explains the columns."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

from policynlp.errors import Errors, SinkError
from policynlp.sinks.atomic import draft_atomic
from policynlp.sinks.columns import Column, Lang
from policynlp.sinks.content import Content, Table
from policynlp.sinks.csv import FORMULA
from policynlp.sinks.extras import load_library

LAST_ROW = 1_048_575  # of a sheet, counted from 0
LONGEST = 32_767  # characters of a cell
WRAPPED = {"sentence", "others", "conflicts"}
EXPLAINED = "columns"
# told apart by those who see no red or no green
COLOURS: Mapping[str | None, str] = MappingProxyType(
    {"increase": "#DCE9F7", "decrease": "#FBE3D0", "stable": "#ECECEC"}
)
CONFLICT = "#FFF2A8"
SHEETS: Mapping[Lang, Mapping[str, str]] = MappingProxyType(
    {
        "en": {"claims": "claims", "panel": "panel", EXPLAINED: "columns"},
        "zh": {"claims": "论断", "panel": "面板", EXPLAINED: "列说明"},
    }
)
EXPLANATION: Mapping[Lang, tuple[str, str, str]] = MappingProxyType(
    {"en": ("Head", "Column", "What stands in it"), "zh": ("表头", "列名", "含义")}
)


def write_xlsx(content: Content, path: Path) -> int:
    """Write the rows as they come; what a sheet cannot hold goes on in the next."""
    library = load_library("xlsxwriter", "xlsx files")
    lang: Lang = content.lang or "en"
    options = {"constant_memory": True, "strings_to_formulas": False}
    with draft_atomic(path) as draft, TemporaryDirectory() as folder:
        book = library.Workbook(str(draft), {**options, "tmpdir": folder})
        book.use_zip64()
        try:
            with book:
                table = content.table()
                count = _Sheets(book, table, lang).fill()
                _explain(book, table, lang)
        except library.exceptions.FileCreateError as error:
            for sheet in book.worksheets():
                sheet._opt_close()  # the library leaves the files of its rows open
            raise SinkError(Errors.UNWRITABLE.format(path=path, error=error)) from error
    return count


class _Sheets:
    """The sheets of one table, one after the other; formats are made once each."""

    def __init__(self, book: Any, table: Table, lang: Lang) -> None:
        self.book = book
        self.table = table
        self.lang: Lang = lang
        self.formats: dict[tuple[Any, ...], Any] = {}
        names = [column.name for column in table.columns]
        self.direction = names.index("direction")
        self.conflict = names.index("conflict") if "conflict" in names else None
        self.number = 0

    def fill(self) -> int:
        """Write all rows; return how many."""
        sheet, line, count = self._open(), 0, 0
        for count, row in enumerate(self.table.rows, start=1):  # noqa: B007
            if line == LAST_ROW:
                self._close(sheet, line)
                sheet, line = self._open(), 0
            line += 1
            self._write(sheet, line, row)
        self._close(sheet, line)
        return count

    def _open(self) -> Any:
        self.number += 1
        name = SHEETS[self.lang][self.table.name]
        sheet = self.book.add_worksheet(name if self.number == 1 else f"{name} {self.number}")
        sheet.freeze_panes(1, 0)
        head = self._format(bold=True, bottom=1, text_wrap=True, valign="top")
        for place, column in enumerate(self.table.columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.head(self.lang), head)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{LAST_ROW + 1}"})
        return sheet

    def _close(self, sheet: Any, line: int) -> None:
        sheet.autofilter(0, 0, line, len(self.table.columns) - 1)

    def _write(self, sheet: Any, line: int, row: tuple[Any, ...]) -> None:
        colour = COLOURS.get(row[self.direction])
        if self.conflict is not None and row[self.conflict]:
            colour = CONFLICT
        for place, (column, value) in enumerate(zip(self.table.columns, row, strict=True)):
            self._put(sheet, (line, place), column, value, colour)

    def _put(
        self, sheet: Any, cell: tuple[int, int], column: Column, value: Any, colour: str | None
    ) -> None:
        look: dict[str, Any] = {"valign": "top"} | ({"bg_color": colour} if colour else {})
        if value is None:
            sheet.write_blank(*cell, None, self._format(**look))
        elif column.type == "boolean":
            sheet.write_boolean(*cell, value, self._format(**look))
        elif column.type == "string":
            look |= {"text_wrap": column.name in WRAPPED, "quote_prefix": _is_formula(value)}
            sheet.write_string(*cell, _cut(value), self._format(**look))
        else:
            shape = "#,##0" if value == int(value) else "#,##0.0#####"
            sheet.write_number(*cell, value, self._format(**look, num_format=shape))

    def _format(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(look)
        return self.formats[key]


def _is_formula(text: str) -> bool:
    return bool(FORMULA.match(text))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _explain(book: Any, table: Table, lang: Lang) -> None:
    sheet = book.add_worksheet(SHEETS[lang][EXPLAINED])
    sheet.freeze_panes(1, 0)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    for place, (width, head) in enumerate(zip((24, 18, 90), EXPLANATION[lang], strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, head, bold)
    for line, column in enumerate(table.columns, start=1):
        for place, text in enumerate((column.head(lang), column.name, column.about(lang))):
            sheet.write_string(line, place, text, wrapped)
