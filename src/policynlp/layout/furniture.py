"""Lines that belong to the page and not to the report: page numbers, running heads, web furniture."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from policynlp.layout.offsets import Span
from policynlp.lexicons import iter_forms

_PAGE = re.compile(
    r"[·—\-~～]+\s*\d{1,4}\s*[·—\-~～]+"
    r"|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页|\d{1,4}\s*/\s*\d{1,4}"
    r"|第\s*[\d一二三四五六七八九十]+\s*版|[Pp]age\s*\d+(?:\s*of\s*\d+)?|[-*_=]{3,}"
)
_BARE = re.compile(r"\d(?: ?\d){0,3}")
_SIGNS = re.compile(r"[^\w。，；：、！？…”’）》|][^\w|]*\|?[^\w|]*|_+")
_LEADER = re.compile(r"[ \u3000]*(?:\.{4,}|…{2,}|·{4,})[ \u3000]*（?\d{0,4}）?[ \u3000]*$", re.M)
_LONGEST = 60
_TEXT = 10
_PAGE_LINES = 6


def find_furniture(text: str) -> list[Span]:
    """Whole lines to leave out, with their line ends, and the dots of a table of contents."""
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text))
    pages = _find_pages([line[0].strip() for line in lines])
    drop = pages | _running_heads(lines, pages)
    drop |= {
        place
        for place, line in enumerate(lines)
        if len(line[0]) <= _LONGEST and _is_furniture(line[0].strip())
    }
    cuts = [(lines[place].start(), min(lines[place].end() + 1, len(text))) for place in drop]
    return (
        cuts + [match.span() for match in _LEADER.finditer(text)]
        if "...." in text or "……" in text
        else cuts
    )


def _find_pages(lines: list[str]) -> set[int]:
    pages = {
        place for place, line in enumerate(lines) if len(line) <= _LONGEST and _PAGE.fullmatch(line)
    }
    bare = [
        (place, int(line.replace(" ", "")))
        for place, line in enumerate(lines)
        if _BARE.fullmatch(line)
    ]
    return pages | {place for place, _ in bare if _is_between_text(lines, place)} | _counted(bare)


def _is_between_text(lines: list[str], place: int) -> bool:
    """A number alone is a page number between lines of text, and a cell between other cells."""
    return all(
        len(lines[other]) >= _TEXT for other in (place - 1, place + 1) if 0 <= other < len(lines)
    )


def _counted(bare: list[tuple[int, int]]) -> set[int]:
    """Numbers alone, pages apart, that count up by one or two."""
    pairs = [
        (place, other)
        for (place, number), (other, larger) in pairwise(bare)
        if 1 <= larger - number <= 2 and other - place >= _PAGE_LINES
    ]
    return {place for pair in pairs for place in pair}


def _running_heads(lines: list[re.Match[str]], pages: set[int]) -> set[int]:
    """Short lines that stand beside page numbers again and again."""
    beside = [other for page in pages for other in (page - 1, page + 1) if 0 <= other < len(lines)]
    words = [lines[other][0].strip() for other in beside]
    counts = Counter(words)
    return {
        other
        for other, word in zip(beside, words, strict=True)
        if len(word) <= 30 and counts[word] >= 2 and not word.endswith("。")
    }


@cache
def _forms() -> tuple[frozenset[str], tuple[str, ...]]:
    forms: dict[str, list[str]] = {"line": [], "prefix": []}
    for form, row in iter_forms("furniture"):
        forms[row["where"]].append(form)
    return frozenset(forms["line"]), tuple(forms["prefix"])


def _is_furniture(line: str) -> bool:
    whole, prefixes = _forms()
    if _SIGNS.fullmatch(line) and not line.startswith("——"):
        return True
    return line in whole or (
        line.startswith(prefixes) and "，" not in line and not line.endswith("。")
    )
