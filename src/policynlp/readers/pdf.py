"""PDF: the text layer in reading order, by paragraphs, and where its pages begin."""

import re
import threading
import time
from collections.abc import Callable
from typing import Any

from policynlp.errors import Errors, ReadError
from policynlp.readers.damage import damaged
from policynlp.readers.files import File, need
from policynlp.readers.limits import time_limit, too_much
from policynlp.readers.pdf_columns import read_columns
from policynlp.readers.pdf_furniture import drop_furniture
from policynlp.readers.pdf_marks import Sheet
from policynlp.readers.pdf_page import read_sheet
from policynlp.readers.pdf_paragraphs import Flow
from policynlp.readers.pdf_tables import take_tables
from policynlp.schema import Document

KIND = "PDF"
Check = Callable[[], None]
_LEAST = 0.01  # seconds
_ONE_AT_A_TIME = threading.Lock()  # PDFium bears no two threads
_PASSWORD = "password"
_STRANGE = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08]")
_UNMAPPED = 0.5  # share of signs without meaning from which a text is of no use


def read_pdf(file: File) -> Document:
    """Read a PDF; page numbers and running heads are left out.

    Raises:
        ReadError: pypdfium2 is missing, or the file is locked, damaged, too long or scanned.
    """
    pdfium = need("pypdfium2", file, KIND)
    seconds = file.reading.limits.timeout
    begin = time.monotonic()
    # an alarm inside PDFium would leave it with pages half open
    with time_limit(seconds, file.name, alarm=False) as check, _ONE_AT_A_TIME, damaged(file, KIND):
        sheets = _sheets(_open(pdfium, file), file, check)
    left = max(seconds - (time.monotonic() - begin), _LEAST)
    with time_limit(left, file.name) as check, damaged(file, KIND):
        return _document(sheets, file, check)


def _open(pdfium: Any, file: File) -> Any:
    try:
        return pdfium.PdfDocument(file.data)
    except pdfium.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise ReadError(Errors.LOCKED.format(path=file.name, kind=KIND)) from error
        raise


def _sheets(pdf: Any, file: File, check: Check) -> list[Sheet]:
    try:
        limit = file.reading.limits.max_pages
        if len(pdf) > limit:
            raise too_much(file.name, f"{limit} pages", "--max-pages")
        return [_sheet(pdf, index, check) for index in range(len(pdf))]
    finally:
        pdf.close()


def _sheet(pdf: Any, index: int, check: Check) -> Sheet:
    check()
    page = pdf[index]
    try:
        return read_sheet(page)
    finally:
        page.close()


def _document(sheets: list[Sheet], file: File, check: Check) -> Document:
    _check_text("".join(run.text for sheet in sheets for run in sheet.runs), len(sheets), file)
    flow = Flow()
    for sheet in drop_furniture(sheets):
        check()
        flow.turn_page()
        for line in read_columns(take_tables(sheet)):
            flow.add(line)
    text = flow.text()
    if not text.strip():
        raise ReadError(Errors.NO_TEXT.format(path=file.name, kind=KIND))
    return Document(file.doc_id, text, {"format": "pdf", "pages": flow.pages})


def _check_text(text: str, pages: int, file: File) -> None:
    if not text.strip():
        raise ReadError(Errors.SCANNED.format(path=file.name, pages=pages))
    if len(_STRANGE.findall(text)) > _UNMAPPED * len(text):
        raise ReadError(Errors.UNMAPPED.format(path=file.name))
