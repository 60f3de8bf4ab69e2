"""What is never part of a report on a web page: scripts, hidden parts, menus."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

_NO_TEXT = ("script", "style", "noscript", "template", "iframe", "object", "svg", "select", "button",
            "textarea", "input", "head", "nav", "aside", "footer", "video", "audio", "canvas")  # fmt: skip
_SITE = frozenset(
    (
        "aside",
        "breadcrumb",
        "copyright",
        "crumbs",
        "footer",
        "pager",
        "pagination",
        "share",
        "sidebar",
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_INVISIBLE = re.compile(r"visibility\s*:\s*hidden", re.I)
_FILES = re.compile(r"\s*附件")
_NUMBER = re.compile(r"\d")
_MOST = 0.5  # of a page's characters, from which what is invisible, or named so, is the report
_LINKED = 0.6  # share of links from which a block is a menu
_BLOCKS = ("ul", "ol", "dl", "div", "p", "section", "table", "header")


def prune(page: Any) -> None:
    """Take it out of a page."""
    _drop(page, lambda element: element.tag in _NO_TEXT or _is_choice(element))
    sizes = _measure(page)
    most = _MOST * sizes[page].whole
    _drop(page, lambda element: _is_hidden(element, waits=sizes[element].whole > most))
    _drop(page, lambda element: _is_named(element) and sizes[element].whole <= most)
    sizes = _measure(page)
    _drop(page, lambda element: element.tag in _BLOCKS and _is_menu(element, sizes[element]))


def _drop(page: Any, unwanted: Callable[[Any], bool]) -> None:
    for element in list(page.iter()):
        if element.getparent() is not None and unwanted(element):
            element.drop_tree()


def _is_choice(element: Any) -> bool:
    """True for 满意 beside a button to choose it."""
    return element.tag == "label" and element.find(".//input") is not None


def _is_hidden(element: Any, *, waits: bool) -> bool:
    """True for what is not shown; the text of a 公众号 is invisible and waits for a script."""
    style = element.get("style", "")
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or element.get("role") in ("navigation", "search", "banner", "contentinfo")
        or bool(_HIDDEN.search(style))
        or (bool(_INVISIBLE.search(style)) and not waits)
    )


def _is_named(element: Any) -> bool:
    """True for a part that is called a footer or the like; it is none if it holds most of the page."""
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return not _SITE.isdisjoint(names)


class Size(NamedTuple):
    """Characters in an element, those in links, and whether a sentence or a number is in it."""

    whole: int
    linked: int
    sentence: bool
    number: bool


def _measure(page: Any) -> dict[Any, Size]:
    """The sizes of all elements, each from those inside it: pages nest deep."""
    sizes: dict[Any, Size] = {}
    for element in inside_out(page):
        text = "".join([element.text or "", *(child.tail or "" for child in element)])
        inner = [sizes[child] for child in element]
        whole = len("".join(text.split())) + sum(size.whole for size in inner)
        linked = whole if element.tag == "a" else sum(size.linked for size in inner)
        sentence = "。" in text or any(size.sentence for size in inner)
        number = bool(_NUMBER.search(text)) or any(size.number for size in inner)
        sizes[element] = Size(whole, linked, sentence, number)
    return sizes


def _is_menu(element: Any, size: Size) -> bool:
    """True for a block that is mostly links; a sentence, a table of data or an annex says it is none."""
    if size.sentence or (element.tag == "table" and size.number):
        return False
    if element.tag == "p" and _FILES.match("".join(element.itertext())):
        return False
    return size.linked > _LINKED * size.whole


def inside_out(page: Any) -> Iterator[Any]:
    """All elements, each after those inside it."""
    yield from reversed(list(page.iter()))
