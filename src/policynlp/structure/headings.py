"""Headings: 第一章, 一、, （一）, 1., （1）, 一是, 第一，, ——, Markdown, and short bare lines."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from policynlp.structure.anchors import heading_tense
from policynlp.structure.years import find_whens

NUMERAL = "[一二三四五六七八九十百零〇]{1,4}"
# One row a kind of marker, outermost first; the position is the heading's rank.
KINDS = (
    ("part", rf"第{NUMERAL}(?:篇|编|部分|部份)"),
    ("chapter", rf"第{NUMERAL}章"),
    ("article", rf"第{NUMERAL}节"),
    ("han", rf"{NUMERAL}\s?[、．.](?![一二三四五六七八九十][、产线])"),
    ("bare", r"(?!)"),
    ("bracket", rf"[（(]{NUMERAL}[）)][、．.]?"),
    ("arabic", r"\d{1,3}(?:[、．]|[.](?!\d))"),
    ("arabic_bracket", r"[（(]\d{1,3}[）)](?![年月])|\d{1,2}[）)]|[①-⑳]"),
    ("item", rf"{NUMERAL}(?:是|要)(?!否)|第{NUMERAL}[，、,]|[一二三四五六七八九十]则"),
    ("dash", r"[-—–―－─]{2,3}(?!\d{4}\s?年|[一二]\w{3}年)|[·•●■◆]"),
)
RANKS = {name: rank for rank, (name, _) in enumerate(KINDS)}
MARKER = re.compile("|".join(f"(?P<{name}>{form})" for name, form in KINDS))
LINE_CUE = re.compile(r"^[#*>\s]*(?=[#第一二三四五六七八九十（(\d①-⑳—–―－·•●■◆-])", re.MULTILINE)
INLINE = re.compile(
    rf"(?=[一二三四五六七八九十百零〇（—])(?<=[。！；：\s])(?:(?:{NUMERAL}[、])(?![一二三四五六七八九十][、产线]|、)|（{NUMERAL}）"
    rf"|(?<![；：])(?:{NUMERAL}是|——)(?!\d)|一是(?=[^；。\n]{{4,60}}。))(?=[^。\n]{{4,60}}(?:[。\n]|\s（|\Z))"
)
HASHES = re.compile(r"[>*\s]*(#{1,6})\s*")
BARE = re.compile(
    r"^[^\n。；！？，：:;,、|\t…]{1,24}(?:[，、 ][^\n。；！？：:;,|\t…]{1,20})?$", re.MULTILINE
)
CELLS = re.compile(r"\S(?:\s{2,}|\t|\|)\S|\d\s|\s[\d-]")
RUN_IN = re.compile(r"[^。！？\n]*[。！？]?")
LONGEST = 60
MARKER_ROOM = 6
ONE_LINE_DOCUMENT = 3000
MAJOR = RANKS["chapter"] + 0.5  # 2013年工作回顾 without a number stands above 一、, 二、


class Heading(NamedTuple):
    """A heading as it stands: its rank (0 outermost), its borders, and where its reach is cut off."""

    start: int
    end: int
    rank: float
    text: str
    stop: int | None = None


def find_headings(text: str, front: int = 0) -> list[Heading]:
    """Find the headings of the text; bare lines before ``front`` belong to the title."""
    found = {heading.start: heading for heading in _bare_headings(text, front)}
    for heading in _inline_headings(text, front):
        found[heading.start] = heading
    for match in LINE_CUE.finditer(text, front):
        marked = _line_heading(text, match.start(), match.end())
        if marked is not None:
            found[marked.start] = marked
    return sorted(found.values())


def _line_heading(text: str, start: int, marked: int) -> Heading | None:
    hashes = HASHES.match(text, start)
    begin = hashes.end() if hashes else marked
    marker = MARKER.match(text, begin)
    stop = _line_end(text, begin)
    if marker is None:
        return _markdown(text, begin, stop, hashes)
    if marker.lastgroup == "dash" and _is_row(text, begin, stop):
        return None
    end, label = _label(text, begin, stop)
    if marker.end() - begin >= len(label) or label.endswith(("会议", "会议上")):
        return None
    return Heading(begin, end, RANKS[str(marker.lastgroup)], label)


def _markdown(text: str, begin: int, stop: int, hashes: re.Match[str] | None) -> Heading | None:
    label = text[begin:stop].strip("#* ")
    if hashes is None or not label:
        return None
    return Heading(begin, stop, len(hashes.group(1)) / 10 - 1, label)


def _inline_headings(text: str, front: int) -> list[Heading]:
    """Find headings inside paragraphs: （一）…。（二）…。 in one paragraph number its parts only."""
    found = [
        heading
        for match in INLINE.finditer(text, front)
        if (heading := _inline_heading(text, match.start()))
    ]
    lines = Counter((_line_end(text, heading.start), heading.rank) for heading in found)
    for index, heading in enumerate(found):
        stop = _line_end(text, heading.start)
        begin = text.rfind("\n", max(heading.start - ONE_LINE_DOCUMENT, 0), heading.start)
        if lines[stop, heading.rank] > 1 and stop - begin < ONE_LINE_DOCUMENT:
            found[index] = heading._replace(stop=stop)
    return found


def _inline_heading(text: str, start: int) -> Heading | None:
    marker = MARKER.match(text, start)
    if marker is None:
        return None
    stop = _line_end(text, start)
    end, label = _label(text, start, stop)
    rank = RANKS[str(marker.lastgroup)]
    # 一是 in the middle of a paragraph numbers what stands in the paragraph, no more
    return Heading(start, end, rank, label, stop if rank >= RANKS["item"] else None)


def _label(text: str, start: int, stop: int) -> tuple[int, str]:
    """Cut the heading off a line: the whole of a bare line, else its first sentence."""
    match = RUN_IN.match(text, start, stop)
    end = match.end() if match else stop
    inner = INLINE.search(text, start + 1, min(end + 1, len(text)))
    end = inner.start() if inner else end
    label = text[start:end].strip().rstrip("。！？：")
    if len(label) > LONGEST:
        cut = re.search("[，；：]", label[MARKER_ROOM:])
        label = label[: MARKER_ROOM + cut.start()] if cut else label[:LONGEST]
    return end, label


def _bare_headings(text: str, front: int) -> Iterator[Heading]:
    for match in BARE.finditer(text, front):
        line = match.group().strip()
        if (
            len(line) > 2
            and not _numbered(line)
            and not CELLS.search(line)
            and _introduces(text, match.end())
        ):
            major = heading_tense(line) and find_whens(line)
            yield Heading(match.start(), match.end(), MAJOR if major else RANKS["bare"], line)


def _introduces(text: str, end: int) -> bool:
    """True when a paragraph, not a row of a table, follows the line."""
    stop = _line_end(text, end + 1)
    return "。" in text[end + 1 : stop] or MARKER.match(text, end + 1) is not None


def _is_row(text: str, start: int, stop: int) -> bool:
    return "。" not in text[start:stop] and CELLS.search(text, start, stop) is not None


def _line_end(text: str, start: int) -> int:
    """Return the end of the line; a document of one line is cut, lest every heading read it all."""
    reach = min(start + ONE_LINE_DOCUMENT, len(text))
    end = text.find("\n", start, reach)
    return reach if end < 0 else end


def _numbered(line: str) -> bool:
    return line.startswith("#") or MARKER.match(line) is not None
