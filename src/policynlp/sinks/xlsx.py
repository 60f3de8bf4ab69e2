"""A workbook for Excel: the rows, coloured by direction, and a sheet that explains the columns."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from policynlp.errors import Errors, SinkError
from policynlp.sinks.atomic import draft_atomic
from policynlp.sinks.columns import Column, Lang
from policynlp.sinks.content import Content, Table
from policynlp.sinks.csv import FORMULA
from policynlp.sinks.extras import load_library
from policynlp.sinks.xlsx_looks import COLOURS, CONFLICT, LOOKS, words

LAST_ROW = 1_048_575  # of a sheet, counted from 0
LONGEST = 32_767  # characters of a cell
NO_XML = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}  # Excel takes a file with them for damaged
WRAPPED = {"sentence", "others", "conflicts"}


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
        self.looks: dict[tuple[str, str | None], Any] = {}
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
        name = words(self.lang)[self.table.name]
        sheet = self.book.add_worksheet(name if self.number == 1 else f"{name} {self.number}")
        sheet.freeze_panes(1, 0)
        head = self._look("head", None)
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
        if value is None:
            sheet.write_blank(*cell, None, self._look("", colour))
        elif column.type == "boolean":
            sheet.write_boolean(*cell, value, self._look("", colour))
        elif column.type == "string":
            wrapped = "wrapped" if column.name in WRAPPED else ""
            look = wrapped + ("quoted" if FORMULA.match(value) else "")
            sheet.write_string(*cell, _cut(value), self._look(look, colour))
        else:
            look = "whole" if value == int(value) else "fraction"
            sheet.write_number(*cell, value, self._look(look, colour))

    def _look(self, name: str, colour: str | None) -> Any:
        """Give a format of ``LOOKS`` in a colour; each is made once."""
        if (name, colour) not in self.looks:
            fill = {"bg_color": colour} if colour else {}
            self.looks[name, colour] = self.book.add_format({**LOOKS[name], **fill})
        return self.looks[name, colour]


def _cut(text: str) -> str:
    text = text.translate(NO_XML)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _explain(book: Any, table: Table, lang: Lang) -> None:
    sheet = book.add_worksheet(words(lang)["columns"])
    sheet.freeze_panes(1, 0)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    for place, (name, width) in enumerate((("head", 24), ("column", 18), ("about", 90))):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, words(lang)[name], bold)
    for line, column in enumerate(table.columns, start=1):
        for place, text in enumerate((column.head(lang), column.name, column.about(lang))):
            sheet.write_string(line, place, text, wrapped)
