"""Lines that belong to the page and not to the report: page numbers, running heads, web furniture."""

import re
from functools import cache

from policynlp.layout.offsets import Span
from policynlp.lexicons import load_rows

_PAGE = re.compile(
    r"[·—\-~～]+\s*\d{1,4}\s*[·—\-~～]+"
    r"|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页|\d{1,4}\s*/\s*\d{1,4}"
    r"|第\s*[\d一二三四五六七八九十]+\s*版|[Pp]age\s*\d+(?:\s*of\s*\d+)?|[-*_=]{3,}"
)
_BARE = re.compile(r"\d{1,4}")
_LONGEST = 60
_TEXT = 10


def find_furniture(text: str) -> list[Span]:
    """Whole lines to leave out, with their line ends."""
    lines = [match for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    pages = [place for place, line in enumerate(lines) if _is_page(lines, place)]
    heads = _running_heads(lines, pages)
    cuts: list[Span] = []
    for place, line in enumerate(lines):
        if place in heads or (len(line[0]) <= _LONGEST and _is_furniture(line[0].strip())):
            cuts.append((line.start(), line.end() + 1))
    cuts += [(lines[place].start(), lines[place].end() + 1) for place in pages]
    return [(start, min(end, len(text))) for start, end in cuts]


def _is_page(lines: list[re.Match[str]], place: int) -> bool:
    line = lines[place][0].strip()
    if len(line) > _LONGEST or not line or line[0] in "。，":
        return False
    if _PAGE.fullmatch(line):
        return True
    # a number alone is a page number between lines of text, but a cell between other cells
    return bool(_BARE.fullmatch(line)) and all(
        len(lines[other][0].strip()) >= _TEXT for other in (place - 1, place + 1) if 0 <= other < len(lines)
    )


def _running_heads(lines: list[re.Match[str]], pages: list[int]) -> set[int]:
    """Short lines that stand beside page numbers again and again."""
    beside = [other for page in pages for other in (page - 1, page + 1) if 0 <= other < len(lines)]
    words = [lines[other][0].strip() for other in beside]
    return {
        other
        for other, word in zip(beside, words, strict=True)
        if len(word) <= 30 and words.count(word) >= 2 and not word.endswith("。")
    }


@cache
def _forms() -> tuple[frozenset[str], tuple[str, ...]]:
    rows = load_rows("furniture")
    forms = {where: [form for row in rows if row["where"] == where for form in row["forms"].split("|")] for where in ("line", "prefix")}
    return frozenset(forms["line"]), tuple(forms["prefix"])


def _is_furniture(line: str) -> bool:
    whole, prefixes = _forms()
    return line in whole or (line.startswith(prefixes) and "，" not in line and not line.endswith("。"))
