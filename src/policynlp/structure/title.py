"""The front of a document: its title, who issues it, its genre and the day it was delivered."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policynlp.structure.anchors import heading_tense
from policynlp.structure.cues import cue_pattern
from policynlp.structure.genres import title_genre
from policynlp.structure.headings import KINDS
from policynlp.structure.issuers import COUNTRY, read_issuer
from policynlp.structure.years import (
    HAN_YEAR,
    PLAN_PERIOD,
    SPAN,
    find_whens,
    find_years,
    plan_span,
    read_number,
    read_year,
)

FRONT_CHARS = 1500
LONGEST_TITLE = 90
NOT_IN_FRONT = ("dash", "arabic")
MARKED = re.compile("|".join(form for name, form in KINDS if name not in NOT_IN_FRONT))
DAY = r"\s?月(?:\s?\d{1,2}\s?日)?"
DATE = re.compile(rf"((?:19|20)\d\d|{HAN_YEAR})\s?年\s?(\d{{1,2}}|十?[一二三四五六七八九十]){DAY}")
LINE_DATE = re.compile(r"((?:19|20)\d\d)\s?[-./]\s?(\d{1,2})\s?[-./]\s?\d{1,2}")
DELIVERED = re.compile(
    r"会议上?|大会上|^[—–―─-]|^[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[）)]?$|报告》?\s*[（(]"
)
STUB = re.compile(rf"(?:19|20)\d\d年|{COUNTRY}")


class Front(NamedTuple):
    """What the lines above the first heading tell; ``end`` is where the text proper begins."""

    end: int
    title: str | None
    genre: str
    issuer: str | None
    delivered: tuple[int, int] | None
    years: tuple[int, ...]
    span: tuple[int, int] | None


def read_front(text: str) -> Front:
    """Read title, genre, issuer and date off the first lines."""
    lines, end = _front_lines(text)
    name, genre = _title(lines)
    title = name or ""
    return Front(
        end=end,
        title=name,
        genre=genre,
        issuer=read_issuer(text[:FRONT_CHARS], lines, title, genre),
        delivered=_delivered(lines, text[end : end + 60]),
        years=tuple(find_years(DATE.sub("", title))),
        span=_plan_of(title) if genre == "plan" else None,
    )


def _front_lines(text: str) -> tuple[list[str], int]:
    """Return the lines before the speech, the first heading or the first whole sentence."""
    lines: list[str] = []
    position = 0
    greeting = cue_pattern("front_cues", "greeting")
    for raw in text[:FRONT_CHARS].splitlines(keepends=True):
        line = raw.strip("#*> \u3000\n")
        if "。" in line or MARKED.match(line) or greeting.match(line) or _is_heading(line):
            break
        lines.append(line)
        position += len(raw)
    return lines, position


def _is_heading(line: str) -> bool:
    """True for 2013年工作回顾 right under the title."""
    if len(line) > LONGEST_TITLE or title_genre(line) or DELIVERED.search(line):
        return False
    return bool(heading_tense(line) and find_whens(line))


def _title(lines: Sequence[str]) -> tuple[str | None, str]:
    """Return the line that names the document, and its genre; a bare line will do."""
    furniture = cue_pattern("front_cues", "furniture")
    plain = [line for line in lines if 0 < len(line) <= LONGEST_TITLE and not furniture.match(line)]
    for line in plain:
        if genre := title_genre(line):
            return line, genre
    for line in plain:
        if _may_be_title(line):
            return line, "communique" if STUB.fullmatch(line) else ""
    return None, ""


def _may_be_title(line: str) -> bool:
    """True for a line that is neither the date, nor the speaker, nor the first words of the speech."""
    office = cue_pattern("front_cues", "office")
    spoken = line.endswith(("：", ":", "！")) or office.search(line) or DELIVERED.search(line)
    return len(line) > 3 and not spoken


def _delivered(lines: Sequence[str], after: str) -> tuple[int, int] | None:
    """Return year and month of the meeting, or else of the publication."""
    for line in lines:
        match = DATE.search(line)
        if match and len(line) < 120 and DELIVERED.search(line):
            return read_year(match.group(1)), read_number(match.group(2))
    for line in [*lines, after]:
        match = LINE_DATE.search(line) or (DATE.search(line) if len(line) < 40 else None)
        if match:
            return read_year(match.group(1)), read_number(match.group(2))
    return None


def _plan_of(title: str) -> tuple[int, int] | None:
    if years := SPAN.search(title):
        return int(years.group(1)), int(years.group(2))
    period = PLAN_PERIOD.search(title)
    return plan_span(period.group(1) or period.group(2)) if period else None
