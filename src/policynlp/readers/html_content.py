"""Which part of a web page is the report."""

import re
from typing import Any

from policynlp.readers.html_furniture import is_foot
from policynlp.readers.html_prune import inside_out

_PROSE = re.compile(r"[，。；：、！？]")
_TITLE_TAIL = re.compile(
    r"\s*[_|｜]\s*.*$|\s+[-–—]+\s+.*$|\s*[-–—]+\s*[^-–—]*(?:网|门户|政府|[局厅委](?=$))[^-–—]*$"
)
_TITLE_FRONT = re.compile(r"^[^-–—_]*(?:网|门户|政府|局)\s*[-–—_]+\s*(?=\S{6})")
# 澜江省人民政府 in the window's title is the site's name
_REPORT = re.compile(
    r"\d{4}年|报告|公报|规划|纲要|意见|通知|方案|讲话|决定|预算|办法|条例|计划|总结|情况|简报|白皮书|措施|规定|细则|解读|问答"
)
_TITLE_NAMES = ("ArticleTitle", "og:title")
_HEAD_LINES = 5  # in which the title stands
_SHORT = 12  # characters of a piece without a stop from which it counts as text
_SHARE = 0.85  # of the page's text that the report holds
_WHOLE = ("p", "tbody", "tr", "table", "ul", "ol", "h1")
_CELLS = ("td", "th")
_HEADS = ("h1", "h2")
_MOST_HEADS = 20  # a page that says its title more often is made to cost time


def find_title(page: Any) -> str:
    """The title of the page's text: of a meta field, its only h1, or the window's if it is a report's."""
    for name in _TITLE_NAMES:
        found = page.xpath("//meta[@name=$name or @property=$name]/@content", name=name)
        if found and found[0].strip():
            return " ".join(str(found[0]).split())
    heads = [" ".join("".join(head.itertext()).split()) for head in page.iter("h1")]
    heads = [head for head in heads if head]
    if len(heads) == 1:
        return str(heads[0])
    shown = " ".join((page.findtext(".//title") or "").split())
    shown = _TITLE_TAIL.sub("", _TITLE_FRONT.sub("", shown))
    return shown if _REPORT.search(shown) else ""


def with_title(lines: list[str], title: str) -> list[str]:
    """The title above the lines if it is not among the first; it is no heading of a part."""
    head = lines[:_HEAD_LINES]
    if not any(_same(title, line) for line in head):
        return [title, *lines]
    bare = [line.lstrip("# ") if line.lstrip("# ") == title else line for line in head]
    return bare + lines[_HEAD_LINES:]


def _same(title: str, line: str) -> bool:
    bare, line = "".join(title.split()), "".join(line.strip("# ").split())
    return bare in line or (len(line) > 5 and line in bare)


def find_content(page: Any, title: str) -> Any:
    """The innermost element that holds nearly all of the page's running text, from the title on."""
    weights = _weigh(page)
    element = page
    while True:
        inner = max(element, key=lambda child: weights.get(child, 0), default=None)
        if inner is None or inner.tag in _WHOLE:
            break
        if weights.get(inner, 0) < _SHARE * weights[page] or not weights[page]:
            break
        element = inner
    return _from_title(page, element, title, weights)


def _from_title(page: Any, content: Any, title: str, weights: dict[Any, int]) -> Any:
    """The content with what stands between it and the title before it: issuer and date."""
    heads = [element for element in page.iter() if _says(element, title)] if title else []
    heads = heads[:_MOST_HEADS]
    for head in heads:
        if content in head.iterancestors():
            if _before(head, content, weights) <= (1 - _SHARE) * weights[content]:
                _cut(head, content, before=True)
            return content
    if content in heads:
        return content
    for head in reversed(heads):
        above = set(head.iterancestors())
        around = next((outer for outer in content.iterancestors() if outer in above), None)
        if around is not None and _stands_before(head, content, around):
            _cut(head, around, before=True)
            _cut(content, around, before=False)
            return around
    return content


def _before(element: Any, around: Any, weights: dict[Any, int]) -> int:
    """How much running text stands before an element."""
    weight = 0
    while element is not around:
        siblings = element.itersiblings(preceding=True)
        weight += _weight(element.getparent().text or "")
        weight += sum(weights[other] + _weight(other.tail or "") for other in siblings)
        element = element.getparent()
    return weight


def _says(element: Any, title: str) -> bool:
    text = "".join(element.itertext()) if element.tag in _HEADS else element.text or ""
    return title[:1] in text and " ".join(text.split()) == title


def _stands_before(head: Any, content: Any, around: Any) -> bool:
    first, second = (_child_of(around, element) for element in (head, content))
    return bool(around.index(first) < around.index(second))


def _child_of(around: Any, element: Any) -> Any:
    while element.getparent() is not around:
        element = element.getparent()
    return element


def _cut(element: Any, around: Any, *, before: bool) -> None:
    """Take out what stands before an element, or after it, up to what is around."""
    while element is not around:
        parent = element.getparent()
        if before:
            parent.text = ""
        else:
            element.tail = ""
        for other in list(element.itersiblings(preceding=before)):
            parent.remove(other)
        element = parent


def _weigh(page: Any) -> dict[Any, int]:
    """Length of the running text in every element; words without a stop, as in menus, weigh nothing."""
    weights: dict[Any, int] = {}
    for element in inside_out(page):
        inner = sum(weights[child] for child in element)
        own = [element.text or "", *(child.tail or "" for child in element)]
        weights[element] = inner + sum(_weight(text) for text in own)
        if element.tag in _CELLS and not weights[element]:
            weights[element] = len("".join(element.itertext()).strip())
    return weights


def _weight(text: str) -> int:
    text = text.strip()
    if is_foot(text):
        return 0
    return len(text) if _PROSE.search(text) or len(text) > _SHORT else 0
