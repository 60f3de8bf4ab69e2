"""Genres of documents, told by a title or, where it is lost, by headings and greeting."""

import re
from collections.abc import Sequence

from policynlp.lexicons import iter_forms, load_forms
from policynlp.structure.cues import cue_pattern
from policynlp.structure.headings import RANKS, Heading
from policynlp.structure.issuers import CONGRESS

GREETING_CHARS = 1500
NUMBER = re.compile(r"^[^、]*、|\s")


def title_genre(line: str) -> str:
    """Return the genre by the last word: …五年规划纲要 a plan, …规划实施意见 an opinion."""
    last, genre = (0, 0), ""
    for form, row in iter_forms("genres"):
        at = line.rfind(form)
        if at >= 0 and (at + len(form), len(form)) > last:
            last, genre = (at + len(form), len(form)), row["id"]
    return genre


def guess_genre(text: str, front_end: int, headings: Sequence[Heading]) -> str:
    """Tell the genre of a document that lost its title."""
    parts = {NUMBER.sub("", heading.text) for heading in headings if heading.rank == RANKS["han"]}
    if parts & load_forms("genre_headings").keys():
        return "communique"
    if any(heading.rank <= RANKS["chapter"] for heading in headings):
        return "plan"
    greeting = cue_pattern("front_cues", "greeting").search(text, 0, GREETING_CHARS)
    return "work_report" if greeting or CONGRESS.search(text, 0, front_end) else ""
