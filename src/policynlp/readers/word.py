"""Word files: paragraphs, headings, lists and tables in the order of the document."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from policynlp.errors import Errors, ReadError
from policynlp.readers.damage import damaged
from policynlp.readers.files import File, need
from policynlp.readers.grid import Cell, lay_out
from policynlp.readers.headings import Headings
from policynlp.readers.word_numbers import Numbers
from policynlp.readers.word_styles import Styles
from policynlp.readers.word_text import W, paragraph_text, text_boxes
from policynlp.schema import Document

KIND = "Word file"
_DTD = (b"<!DOCTYPE", b"<!ENTITY")
_HEAD = 4096
_DEEPEST = 20  # tables in tables
_TITLE = 0


def read_word(file: File) -> Document:
    """Read a .docx; heads and feet of pages, comments and deleted text are left out.

    Raises:
        ReadError: python-docx is missing, or the file is damaged, a bomb or empty.
    """
    docx = need("docx", file, KIND)
    with damaged(file, KIND):
        _check(file)
        lines = list(_Reader(docx.Document(io.BytesIO(file.data))).lines())
    text = "\n".join(line for line in lines if line.strip())
    if not text:
        raise ReadError(Errors.NO_TEXT.format(path=file.name, kind=KIND))
    return Document(file.doc_id, text, {"format": "docx"})


def _check(file: File) -> None:
    """Refuse bombs before anything is unpacked: too large, or entities that expand."""
    limits = file.reading.limits
    with zipfile.ZipFile(io.BytesIO(file.data)) as folder:
        infos = folder.infolist()
        limits.check_size(sum(info.file_size for info in infos), file.name)
        for info in infos:
            limits.check_packed(info.compress_size, info.file_size, file.name)
            if info.filename.endswith((".xml", ".rels")):
                with folder.open(info) as stream:
                    head = stream.read(_HEAD)
                if any(sign in head for sign in _DTD):
                    raise ReadError(Errors.ENTITIES.format(path=file.name, member=info.filename))


class _Reader:
    """Holds what all paragraphs of a document share."""

    def __init__(self, document: Any) -> None:
        self.body = document.element.body
        self.styles = Styles(document.styles.element)
        self.numbers = Numbers(document.part, self.styles)
        self.headings = Headings()

    def lines(self) -> Iterator[str]:
        """The lines of the document."""
        yield from self._blocks(self.body, depth=0)

    def _blocks(self, parent: Any, depth: int) -> Iterator[str]:
        for child in parent if depth < _DEEPEST else ():
            if child.tag == W + "p":
                yield from self._paragraph(child, depth)
            elif child.tag == W + "tbl":
                yield from self._table(child, depth)
            elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
                yield from self._blocks(child, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[str]:
        if not self.styles.is_contents(paragraph):
            number = self.numbers.of(paragraph)
            text = paragraph_text(paragraph).strip()
            level = self.styles.heading_level(paragraph)
            if text and level is not None and level != _TITLE:
                text = " ".join(text.split("\n"))
                yield self.headings.line(number + text, level)
            elif text:
                yield number + text
        for box in text_boxes(paragraph):
            yield from self._blocks(box, depth + 1)

    def _table(self, table: Any, depth: int) -> Iterator[str]:
        if table.find(f".//{W}tc//{W}tbl") is not None:  # a frame
            for cell in table.iterfind(f"{W}tr/{W}tc"):
                yield from self._blocks(cell, depth + 1)
            return
        yield from lay_out(self._rows(table, depth))

    def _rows(self, table: Any, depth: int) -> list[list[Cell]]:
        """The cells of a table; one merged downwards says in each row that it goes on."""
        rows: list[list[Cell]] = []
        open_cells: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(table.iter(W + "tr")):
            rows.append([])
            column = _skipped(row)
            rows[-1].extend([Cell("")] * column)
            for cell in row.iter(W + "tc"):
                span, merge = _spans(cell)
                if merge == "continue" and column in open_cells:
                    top, place = open_cells[column]
                    above = rows[top][place]
                    rows[top][place] = above._replace(rows=number - top + 1)
                else:
                    open_cells[column] = (number, len(rows[-1]))
                    text = "\n".join(self._blocks(cell, depth + 1))
                    rows[-1].append(Cell(text, 1, span))
                column += span
        return rows


def _skipped(row: Any) -> int:
    before = row.find(f"{W}trPr/{W}gridBefore")
    return 0 if before is None else int(before.get(W + "val", 0))


def _spans(cell: Any) -> tuple[int, str]:
    """How many columns a cell takes, and whether it goes on with the one above."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    columns = 1 if span is None else int(span.get(W + "val", 1))
    return columns, "" if merge is None else merge.get(W + "val", "continue")
