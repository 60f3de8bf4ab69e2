"""The words that captions and heads of tables are read by: the lexicon's, and times."""

import re
from functools import cache

from policynlp.components.table_cells import Part
from policynlp.lexicons import Row, iter_forms, load_forms

YEAR = r"(?:[12]\d{3}|[一二][一二三四五六七八九〇○零]{3})年"
PERIOD = re.compile(
    rf"^(?:19|20)\d{{2}}(?:[—-](?:19|20)\d{{2}})?$|[12]\d{{3}}年?[—-][12]\d{{3}}年|{YEAR}(?:年?[末底初]|\d{{1,2}}月份?|[上下]半年|[一二三四]季度)?"
)
COMPARED = rf"[比较](?:上年|去年|前年|上[月季期]|同期|{YEAR})(?:年?[末底初]|同期|同月)?"


@cache
def alternation(role: str) -> re.Pattern[str]:
    """The pattern of all forms of this role, the longest first."""
    forms = [re.escape(form) for form, row in iter_forms("table_heads") if row["role"] == role]
    return re.compile("|".join(sorted(forms, key=len, reverse=True)))


def row_of(text: str) -> Row | None:
    """The lexicon's row of a head that it holds whole."""
    return load_forms("table_heads").get(text)


def last_match(role: str, text: str) -> re.Match[str] | None:
    """The last form of this role in the text."""
    found = list(alternation(role).finditer(text))
    return found[-1] if found else None


def first_part(pattern: re.Pattern[str], part: Part) -> Part | None:
    """The part's own part that the pattern finds first."""
    match = pattern.search(part.text)
    return part.cut(*match.span()) if match else None
