"""PDF: the text layer in reading order, by paragraphs, and where its pages begin."""

import re
import threading
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
    limits = file.reading.limits
    with time_limit(limits.timeout, file.name) as check, _ONE_AT_A_TIME, damaged(file, KIND):
        pdf = _open(pdfium, file)
        try:
            if len(pdf) > limits.max_pages:
                raise too_much(file.name, f"{limits.max_pages} pages", "--max-pages")
            sheets = _sheets(pdf, check)
        finally:
            pdf.close()
        check()
        return _document(sheets, file)


def _open(pdfium: Any, file: File) -> Any:
    try:
        return pdfium.PdfDocument(file.data)
    except pdfium.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise ReadError(Errors.LOCKED.format(path=file.name, kind=KIND)) from error
        raise


def _sheets(pdf: Any, check: Callable[[], None]) -> list[Sheet]:
    sheets = []
    for index in range(len(pdf)):
        check()
        page = pdf[index]
        try:
            sheets.append(read_sheet(page))
        finally:
            page.close()
    return sheets


def _document(sheets: list[Sheet], file: File) -> Document:
    _check_text("".join(run.text for sheet in sheets for run in sheet.runs), len(sheets), file)
    flow = Flow()
    for sheet in drop_furniture(sheets):
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
