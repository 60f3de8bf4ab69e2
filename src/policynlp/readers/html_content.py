"""Which part of a web page is the report."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

_NO_TEXT = ("script", "style", "noscript", "template", "iframe", "object", "svg", "select", "button",
            "textarea", "input", "head", "nav", "aside", "footer", "video", "audio", "canvas")  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NUMBER = re.compile(r"\d")
_PROSE = re.compile(r"[，。；：、！？]")
_TITLE_TAIL = re.compile(
    r"\s*[_|｜]\s*.*$|\s+[-–—]+\s+.*$|\s*[-–—]+\s*[^-–—]*(?:网|门户|政府|统计局)[^-–—]*$"
)
# 澜江省人民政府 in the window's title is the site's name
_REPORT = re.compile(r"\d{4}年|报告|公报|规划|纲要|意见|通知|方案|讲话|决定|预算")
_TITLE_NAMES = ("ArticleTitle", "og:title")
_SHORT = 12  # characters of a piece without a stop from which it counts as text
_SHARE = 0.85  # of the page's text that the report holds
_LINKED = 0.6  # share of links from which a block is a menu
_BLOCKS = ("ul", "ol", "dl", "div", "p", "section", "table", "header")


def find_title(page: Any) -> str:
    """The title of the page's text: of a meta field, its only h1, or the window's if it is a report's."""
    for name in _TITLE_NAMES:
        found = page.xpath("//meta[@name=$name or @property=$name]/@content", name=name)
        if found and found[0].strip():
            return " ".join(str(found[0]).split())
    heads = ["".join(head.itertext()) for head in page.iter("h1")]
    heads = [" ".join(head.split()) for head in heads if head.strip()]
    if len(heads) == 1:
        return str(heads[0])
    shown = _TITLE_TAIL.sub("", " ".join((page.findtext(".//title") or "").split()))
    return shown if _REPORT.search(shown) else ""


def prune(page: Any) -> None:
    """Take out what is never part of a report: scripts, hidden parts, menus."""
    _drop(page, lambda element: element.tag in _NO_TEXT or _is_hidden(element))
    sizes = _measure(page)
    _drop(page, lambda element: element.tag in _BLOCKS and _is_menu(element.tag, sizes[element]))


def _drop(page: Any, unwanted: Callable[[Any], bool]) -> None:
    for element in list(page.iter()):
        if element.getparent() is not None and unwanted(element):
            element.drop_tree()


def _is_hidden(element: Any) -> bool:
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or element.get("role") in ("navigation", "search", "banner", "contentinfo")
        or bool(_HIDDEN.search(element.get("style", "")))
    )


class Size(NamedTuple):
    """Characters in an element, those in links, and whether a sentence or a number is in it."""

    whole: int
    linked: int
    sentence: bool
    number: bool


def _measure(page: Any) -> dict[Any, Size]:
    """The sizes of all elements, each from those inside it: pages nest deep."""
    sizes: dict[Any, Size] = {}
    for element in _inside_out(page):
        text = "".join([element.text or "", *(child.tail or "" for child in element)])
        inner = [sizes[child] for child in element]
        whole = len("".join(text.split())) + sum(size.whole for size in inner)
        linked = whole if element.tag == "a" else sum(size.linked for size in inner)
        sentence = "。" in text or any(size.sentence for size in inner)
        number = bool(_NUMBER.search(text)) or any(size.number for size in inner)
        sizes[element] = Size(whole, linked, sentence, number)
    return sizes


def _is_menu(tag: str, size: Size) -> bool:
    """True for a block that is mostly links; a sentence in it, or a table of data, says it is none."""
    if size.sentence or (tag == "table" and size.number):
        return False
    return size.linked > _LINKED * size.whole


def find_content(page: Any) -> Any:
    """The innermost element that holds nearly all of the page's running text."""
    weights = _weigh(page)
    element = page
    while True:
        inner = max(element, key=lambda child: weights.get(child, 0), default=None)
        if inner is None or inner.tag in ("p", "tbody", "tr", "table", "ul", "ol", "h1"):
            return element
        if weights.get(inner, 0) < _SHARE * weights[page] or not weights[page]:
            return element
        element = inner


def _weigh(page: Any) -> dict[Any, int]:
    """Length of the running text in every element; words without a stop, as in menus, weigh nothing."""
    weights: dict[Any, int] = {}
    for element in _inside_out(page):
        inner = sum(weights[child] for child in element)
        own = [element.text or "", *(child.tail or "" for child in element)]
        weights[element] = inner + sum(_weight(text) for text in own)
    return weights


def _inside_out(page: Any) -> Iterator[Any]:
    yield from reversed(list(page.iter()))


def _weight(text: str) -> int:
    text = text.strip()
    return len(text) if _PROSE.search(text) or len(text) > _SHORT else 0
