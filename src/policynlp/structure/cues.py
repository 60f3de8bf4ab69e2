"""Patterns made of the rows of a list of cues."""

import re
from functools import cache

from policynlp.lexicons import load_rows


@cache
def cue_pattern(name: str, identifier: str) -> re.Pattern[str]:
    """Compile the forms of one row of a list, the longest first."""
    forms = next(row["forms"] for row in load_rows(name) if row["id"] == identifier)
    return re.compile("|".join(sorted(map(re.escape, forms.split("|")), key=len, reverse=True)))


def count_cues(name: str, identifier: str, text: str, start: int, end: int) -> int:
    """Count the forms of a row between two offsets."""
    return sum(1 for _ in cue_pattern(name, identifier).finditer(text, start, end))
