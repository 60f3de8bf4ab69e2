"""Custom attributes that hold what the layers find: JSON values only, so that a Doc can be stored."""

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from policynlp.layout import Layout
from policynlp.schema import Mention
from policynlp.structure import Structure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


class Page(Protocol):
    """A text with what the layers store of it: a spaCy ``Doc``, or a sheet where none is needed."""

    @property
    def text(self) -> str:
        """The raw text."""

    @property
    def _(self) -> Any:
        """What is stored, by the names of the attributes below."""


Paged = TypeVar("Paged", bound=Page)


def register_extensions() -> None:
    """Define the attributes once; a second call changes nothing."""
    from spacy.tokens import Doc, Span

    if Doc.has_extension("claims"):
        return
    Doc.set_extension("clean", default=None)
    Doc.set_extension("runs", default=None)
    Doc.set_extension("raw", default=None)
    Doc.set_extension("structure", default=None)
    Doc.set_extension("report_year", default=None)
    Doc.set_extension("doc_id", default="")
    Doc.set_extension("shift", default=0)
    Doc.set_extension("mentions", default=None)
    Doc.set_extension("claim_records", default=None)
    Doc.set_extension("claims", getter=_claims)
    Span.set_extension("value", getter=_value)


def _claims(doc: "Doc") -> list[Any]:
    from policynlp.claims import read_claims

    return list(read_claims(doc))


def _value(span: "Span") -> Any:
    """What the finder of the span's label says of it: a quantity's number, a time's symbol."""
    layout, key = read_layout(span.doc), (span.start_char, span.end_char, span.label_)
    for mentions in (span.doc._.mentions or {}).values():
        for row in mentions:
            mention = Mention(*row)
            if (layout.raw_start(mention.start), layout.raw_end(mention.end), mention.label) == key:
                return mention.value
    return None


def raw_text(doc: Page) -> str:
    """Give ``doc.text``; spaCy puts it together from the tokens at each call, so it is kept."""
    if doc._.raw is None:
        doc._.raw = doc.text
    text: str = doc._.raw
    return text


def read_layout(doc: Page) -> Layout:
    """Give the repaired text of the document with its map to ``doc.text``."""
    return Layout.from_json(doc._.clean, doc._.runs)


def read_structure_of(doc: Page) -> Structure:
    """Give the structure that ``policy_structure`` found."""
    return Structure.from_json(doc._.structure)


def read_layer(doc: Page, layer: str) -> list[Mention]:
    """Give the mentions of a layer, in clean offsets; none if its component has not run."""
    rows = (doc._.mentions or {}).get(layer, [])
    return [row if isinstance(row, Mention) else Mention(*row) for row in rows]


def write_layer(doc: Page, layer: str, mentions: list[Mention]) -> None:
    """Store the mentions of a layer."""
    doc._.mentions = {**(doc._.mentions or {}), layer: mentions}
