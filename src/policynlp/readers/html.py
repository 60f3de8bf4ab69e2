"""Web pages: the report without menus and furniture, its headings and tables kept."""

import email
import email.policy
import re
from typing import Any

from policynlp.errors import Errors, ReadError
from policynlp.readers.damage import damaged
from policynlp.readers.encoding import decode_as
from policynlp.readers.files import File, need
from policynlp.readers.html_content import find_content, find_title, with_title
from policynlp.readers.html_furniture import drop_furniture
from policynlp.readers.html_lines import lines_of
from policynlp.readers.html_prune import prune
from policynlp.schema import Document

KIND = "HTML"
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I
)
_HEAD = 4096
_XML = re.compile(r"\s*<\?xml[^>]*\?>")
_NULLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def read_html(file: File) -> Document:
    """Read a saved web page.

    Raises:
        ReadError: lxml is missing, or the page is damaged, in no known encoding or without text.
    """
    need("lxml.html", file, KIND)
    charset = _CHARSET.search(file.data[:_HEAD])
    source, encoding = decode_as(file.data, charset[1].decode() if charset else "", file.name)
    return _document(source, encoding, file)


def read_mhtml(file: File) -> Document:
    """Read a web page saved whole, with its pictures, in one file.

    Raises:
        ReadError: as ``read_html``, or it holds no page.
    """
    need("lxml.html", file, KIND)
    with damaged(file, "MHTML file"):
        message = email.message_from_bytes(file.data, policy=email.policy.default)
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        if not pages:
            raise ReadError(Errors.NO_TEXT.format(path=file.name, kind="MHTML file"))
        data, charset = pages[0].get_payload(decode=True), pages[0].get_content_charset() or ""
    source, encoding = decode_as(bytes(data), charset, file.name)
    return _document(source, encoding, file)


def _document(source: str, encoding: str, file: File) -> Document:
    with damaged(file, KIND):
        page = _parse(source)
        title = find_title(page)
        prune(page)
        lines = drop_furniture(lines_of(find_content(page, title)))
    if not lines:
        raise ReadError(Errors.NO_TEXT.format(path=file.name, kind=KIND))
    lines = with_title(lines, title)
    return Document(file.doc_id, "\n".join(lines), {"format": "html", "encoding": encoding})


def _parse(source: str) -> Any:
    from lxml import html

    source = _NULLS.sub("", _XML.sub("", source, count=1))
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    return html.document_fromstring(source.encode(), parser=parser)
