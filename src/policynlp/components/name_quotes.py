"""Names in quotation marks with the words that belong to them: “三横五纵”综合整治, 稳岗“12条”."""

import re
from collections.abc import Iterator
from functools import cache

from policynlp.components.name_chunks import Chunks, strip_soft
from policynlp.lexicons import load_forms, row_forms
from policynlp.schema import Mention

_QUOTED = re.compile(r"“(?P<name>[^“”\n。；！？]{1,16})”")
_COUNTED = re.compile(r"(?=.*[一二两三四五六七八九十百千万\d])[^，。、：；！？]{2,8}")
_PLAIN = re.compile(r"[一-龥“”、]*\Z")
_FRONT = re.compile(r"[一-龥]{2,8}\Z")
_DIGITS = re.compile(r"\d")


def find_quoted(text: str, chunks: Chunks) -> Iterator[Mention]:
    """Yield quoted policies: any that a head follows, and those with a number in them."""
    for match in _QUOTED.finditer(text):
        start, stop = _chunk(chunks, match)
        if headed := _head().match(text, match.end(), stop):
            if not _DIGITS.match(text, headed.end()):  # 活动96场 are counted
                yield Mention(_front(text, start, match.start()), headed.end(), "POLICY")
        elif _is_bare(text, match):
            front = max(start, text.rfind("”", start, match.start()) + 1)
            yield Mention(_lead(text, front, match), match.end(), "POLICY")


def _chunk(chunks: Chunks, match: re.Match[str]) -> tuple[int, int]:
    """Give the chunk that the quotation stands in, or the quotation where it fills none."""
    starts, stops = chunks
    here = int(starts.searchsorted(match.start(), "right")) - 1
    if here < 0 or stops[here] < match.end():
        return match.span()
    return int(starts[here]), int(stops[here])


def _is_bare(text: str, match: re.Match[str]) -> bool:
    """“六稳” names a policy; “三农” an idea, “九连丰” a record, “3+1”优势产业 industries."""
    name = match["name"]
    figure = name in load_forms("name_quotes") or name.endswith(row_forms("name_quoted", "figure"))
    if figure or not _COUNTED.fullmatch(name):
        return False
    return not text.startswith(row_forms("name_quoted", "noun"), match.end())


def _front(text: str, start: int, quote: int) -> int:
    """Begin at the chunk, but behind figures: 5. “三比”活动."""
    start = strip_soft(text, start, quote)
    return start if _PLAIN.match(text, start, quote) else quote


def _lead(text: str, start: int, match: re.Match[str]) -> int:
    """Take along what the articles are for: 稳就业“20条”."""
    articles = match["name"].endswith(row_forms("name_quoted", "articles"))
    return start if articles and _FRONT.match(text, start, match.start()) else match.start()


@cache
def _head() -> re.Pattern[str]:
    """What makes a quotation the name of a policy, at once behind it or as the end of its chunk."""
    near, far = ("|".join(row_forms("name_quoted", row)) for row in ("next", "head"))
    return re.compile(rf"[^“”]{{0,12}}(?:{far})|(?:{near})")
