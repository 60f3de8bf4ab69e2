"""The years of a document, from its option, title, date, headings or, failing them, its text."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policynlp.structure.anchors import PAST, PLAN, Clock, heading_tense, is_aim
from policynlp.structure.evidence import SAMPLE, body_tense
from policynlp.structure.title import Front
from policynlp.structure.years import HAN_YEAR, YEAR, find_whens, read_number, read_year

OWN_YEAR = ("communique", "bulletin")
LATE_MONTH = 10  # a report of December tells of its own year and plans the next
PASSED = re.compile(r"(?:刚刚?过去的|走过的|过去的)((?:19|20)\d\d)年")
OPENING = re.compile(r"^((?:19|20)\d\d)年[，,是]", re.MULTILINE)
LATE = re.compile(r"今年(?:一|1)月?(?:至|到|[-—–~])(?:十|十一|1[01])月")
TARGET = re.compile(
    rf"(?=[12到至力确争实目一―—二])(到|至|力争|确保|争取|实现|目标)?((?:19|20)\d\d|{HAN_YEAR})年(前|左右|远景|基本|碳|应对)?"
)
BASE = re.compile(r"(?:比|较|在)((?:19|20)\d\d)年")
REVISED = re.compile(r"至((?:19|20)\d\d)年数据")
PLAN_YEARS = 5
FIRST_PART, LATER_PART = re.compile("一、"), re.compile("[二三四五六七八九十]+、")
SESSION = re.compile(
    r"第([一二三四五六七八九十]{1,3})届全国人(?:民代表)?大会?(?:第?([一二三四五])次)"
)
SESSION_BASE = 1953  # the fifth congress first met in 1978, each sits five years


class Named(NamedTuple):
    """Years that headings name: the one reviewed and the one planned."""

    review: int | None
    plan: int | None


def read_clock(text: str, front: Front, headings: Sequence[str], report_year: int | None) -> Clock:
    """Tell in which year the document speaks, and what it reviews and plans."""
    if front.genre == "plan" and (span := front.span or _planned_span(text)) and not report_year:
        return Clock(span[0], span[0] - 1, span[0], span)
    if front.genre in OWN_YEAR:
        year = report_year or _own_year(text, front)
        return Clock(year, year, year + 1 if year else None)
    if front.genre in ("opinion", "plan"):
        year = report_year or _published(text, front)
        return Clock(year, year - 1, year) if year else Clock()
    named = _named_years([front.title or "", *headings])
    report = report_year or _report_year(text, front, named)
    return _tick(report, front, named, late=LATE.search(text) is not None) if report else Clock()


def _tick(report: int, front: Front, named: Named, *, late: bool) -> Clock:
    if front.delivered is not None and front.delivered[0] == report:
        late = late or front.delivered[1] >= LATE_MONTH
    review = report if late else report - 1
    if named.review is not None and report - 1 <= named.review <= report:
        review = named.review
    elif named.plan is not None and report <= named.plan <= report + 1:
        review = named.plan - 1
    return Clock(report, review, review + 1)


def _own_year(text: str, front: Front) -> int | None:
    if front.years:
        return max(front.years)
    if front.delivered:
        return front.delivered[0] - (front.genre == "communique")
    return _latest_year(text)


def _published(text: str, front: Front) -> int | None:
    """Return the year of a decision or an opinion, which plans from then on."""
    if front.delivered:
        return front.delivered[0]
    if front.years:
        return min(front.years)
    session = SESSION.search(text[:600])
    return _session_year(session) if session else _latest_year(text)


def _session_year(session: re.Match[str]) -> int:
    congress, sitting = session.groups()
    return SESSION_BASE + 5 * read_number(congress) + (read_number(sitting) - 1 if sitting else 0)


def _report_year(text: str, front: Front, named: Named) -> int | None:
    if front.delivered:
        return front.delivered[0]
    if named.plan and named.review and named.plan - named.review == 1:
        return named.plan
    if front.years:
        return max(front.years)
    if named.review or named.plan:
        return named.plan or (named.review or 0) + 1
    session = SESSION.search(text[:600])
    return _session_year(session) if session else _text_year(text)


def _named_years(headings: Sequence[str]) -> Named:
    """Return the first year that the headings review and the first that they plan."""
    found = list(_tensed_years(headings))
    review = next((year for tense, year in found if tense == PAST), None)
    return Named(review, next((year for tense, year in found if tense == PLAN), None))


def _tensed_years(headings: Sequence[str]) -> Iterator[tuple[str, int]]:
    for heading in headings:
        tense = heading_tense(heading) or _part_tense(heading)
        for when in find_whens(heading) if tense else ():
            over = when.kind in ("span", "plan") and tense == PAST
            if over or (when.kind == "year" and not is_aim(heading, when)):
                yield tense, when.last


def _part_tense(heading: str) -> str:
    """Part 一 of a report reviews (一、2015年主要工作), the others plan."""
    if FIRST_PART.match(heading):
        return PAST
    return PLAN if LATER_PART.match(heading) else ""


def _text_year(text: str) -> int | None:
    passed = PASSED.search(text) or OPENING.search(text)
    if passed:
        return int(passed.group(1)) + 1
    opening = text[:SAMPLE]
    latest = _latest_year(opening)
    if latest is None:
        return None
    return latest + (body_tense(opening, 0, SAMPLE) == PAST)


def _latest_year(text: str) -> int | None:
    """Return the latest year named, but for years to be reached (到2035年, 2060年前)."""
    aims = {hit.start(2) for hit in TARGET.finditer(text) if hit.group(1) or hit.group(3)}
    years = [read_year(hit.group()) for hit in YEAR.finditer(text) if hit.start() not in aims]
    years += [int(hit.group(1)) + 1 for hit in REVISED.finditer(text)]
    return max(years, default=None)


def _planned_span(text: str) -> tuple[int, int] | None:
    """Guess the span of a plan that lost its title from the years that it aims at."""
    whens = [when for when in find_whens(text) if when.kind == "plan" and when.first != when.last]
    if whens:
        return max((when.first, when.last) for when in whens)
    last = min((year for year in _plan_ends(text) if year % PLAN_YEARS == 0), default=None)
    return (last - PLAN_YEARS + 1, last) if last else None


def _plan_ends(text: str) -> Iterator[int]:
    """Yield the last years of the plan that the text points to: 到2025年, 比2020年, 2030年前."""
    for hit in TARGET.finditer(text):
        if hit.group(1) or hit.group(3):
            yield read_year(hit.group(2)) - (0 if hit.group(1) else PLAN_YEARS)
    for hit in BASE.finditer(text):
        yield int(hit.group(1)) + PLAN_YEARS
