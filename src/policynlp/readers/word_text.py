"""The text of a paragraph of a Word file, as a reader of the page sees it."""

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# deleted, moved away, said twice for old programs; boxes come after their paragraph
_HIDDEN = frozenset((W + "del", W + "moveFrom", _MC + "Fallback", W + "txbxContent", W + "pPr"))
_SIGNS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}


def paragraph_text(paragraph: Any) -> str:
    """Text of all runs, also of links, fields and insertions."""
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _HIDDEN and not _vanishes(child):
            yield from _pieces(child)


def _vanishes(element: Any) -> bool:
    """True for a run of hidden text."""
    mark = element.find(f"{W}rPr/{W}vanish") if element.tag == W + "r" else None
    return mark is not None and mark.get(W + "val", "1") not in ("0", "false")


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, each once."""
    for box in paragraph.iter(W + "txbxContent"):
        above = {ancestor.tag for ancestor in box.iterancestors()}
        if _MC + "Fallback" not in above:
            yield box
