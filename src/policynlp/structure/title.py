"""The front of a document: its title, who issues it, its genre and the day it was delivered."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policynlp.lexicons import iter_forms, load_forms
from policynlp.structure.anchors import heading_tense
from policynlp.structure.headings import KINDS, RANKS, Heading
from policynlp.structure.years import HAN_YEAR, PLAN_PERIOD, SPAN, YEAR, find_whens, find_years, plan_span, read_number, read_year

FRONT_CHARS = 1500
MARKED = re.compile("(?:%s)" % "|".join(form for name, form in KINDS if name not in ("dash", "arabic")))
DATE = re.compile(rf"((?:19|20)\d\d|{HAN_YEAR})\s?年\s?(\d{{1,2}}|十?[一二三四五六七八九十])\s?月(?:\s?\d{{1,2}}\s?日)?")
LINE_DATE = re.compile(r"((?:19|20)\d\d)\s?[-./]\s?(\d{1,2})\s?[-./]\s?\d{1,2}")
DELIVERED = re.compile(r"会议上?|大会上|^\s*[—–―-]|^\s*[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[）)]?\s*$|报告[》]?\s*[（(]")
GREETING = re.compile(r"各位(?:代表|委员)|同志们|现在，?\s?我|我代表|我受")
OFFICE = re.compile("省长|市长|州长|县长|区长|主席|总理|盟长|主任|部长")
FURNITURE = re.compile(r"^(?:\[!|目录|下载|来源|时间|发布|发表|字体|打印|当前位置|首页|阅读|浏览|【|>|新华社|分享|索引号)")
PLACE = r"[\u4e00-\u9fff]{2,10}?(?:省|自治区|自治州|地区|盟|市|县|区)"
CONGRESS = re.compile(rf"(?:日在?|在)({PLACE})第?[一二三四五六七八九十]+届人(?:民代表)?大")
NATIONAL = re.compile(r"全国人民代表大会|国务院总理|代表国务院|我国")
STANDS_FOR = re.compile(rf"代表(?:第?.{{1,3}}届)?({PLACE}人民政府)")
COUNTRY = "中华人民共和国"


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
    title, genre = _title(lines)
    years = tuple(find_years(_undated(title))) if title else ()
    return Front(
        end=end,
        title=title,
        genre=genre,
        issuer=_issuer(text[:FRONT_CHARS], title or "", genre),
        delivered=_delivered(lines, text[end : end + 60]),
        years=years,
        span=_plan_of(title or "") if genre == "plan" else None,
    )


def _front_lines(text: str) -> tuple[list[str], int]:
    lines: list[str] = []
    position = 0
    for raw in text[:FRONT_CHARS].splitlines(keepends=True):
        line = raw.strip("#*> \u3000\n")
        if lines and (MARKED.match(line) or "。" in line or GREETING.search(line)):
            break
        if not lines and (len(line) > 80 or "。" in line or MARKED.match(line)):
            break
        if _is_heading(line):
            break
        lines.append(line)
        position += len(raw)
    return lines, position


def _is_heading(line: str) -> bool:
    """True for 2013年工作回顾 right under the title."""
    return bool(
        len(line) < 40 and heading_tense(line) and find_whens(line) and not _genre(line) and not DELIVERED.search(line)
    )


def _title(lines: list[str]) -> tuple[str | None, str]:
    """Return the line that names the document, and its genre; a bare first line will do."""
    plain = [line for line in lines if line and not FURNITURE.match(line)]
    for line in plain:
        genre = _genre(line) if len(line) <= 90 else ""
        if genre:
            return line, genre
    for line in plain:
        if len(line) > 3 and not (DELIVERED.search(line) or OFFICE.search(line) or line.endswith(("：", ":"))):
            return line, "communique" if _is_stub(line) else ""
    return None, ""


def _genre(line: str) -> str:
    """Return the genre of a title by its last word: …五年规划纲要 a plan, …规划实施意见 an opinion."""
    last, genre = (0, 0), ""
    for form, row in iter_forms("genres"):
        at = line.rfind(form)
        if at >= 0 and (at + len(form), len(form)) > last:
            last, genre = (at + len(form), len(form)), row["id"]
    return genre


def guess_genre(front: Front, text: str, headings: Sequence[Heading]) -> str:
    """Tell the genre of a document that lost its title."""
    tops = {re.sub(r"^[^、]*、|\s", "", heading.text) for heading in headings if heading.rank == RANKS["han"]}
    if tops & load_forms("genre_headings").keys():
        return "communique"
    if any(heading.rank <= RANKS["chapter"] for heading in headings):
        return "plan"
    return "work_report" if CONGRESS.search(text, 0, front.end) or GREETING.search(text, 0, FRONT_CHARS) else ""


def _is_stub(line: str) -> bool:
    """True for what is left of a communiqué's title: 1985年, or the country's name alone."""
    return line == COUNTRY or re.fullmatch(r"(?:19|20)\d\d年", line) is not None


def _undated(title: str) -> str:
    return DATE.sub("", title)


def _delivered(lines: list[str], after: str) -> tuple[int, int] | None:
    """Return year and month of the meeting, or else of the publication."""
    for line in lines:
        match = DATE.search(line)
        if match and len(line) < 120 and DELIVERED.search(line):
            return _month_of(match)
    for line in [*lines, after]:
        match = LINE_DATE.search(line) or (DATE.search(line) if len(line) < 40 else None)
        if match:
            return _month_of(match)
    return None


def _month_of(match: re.Match[str]) -> tuple[int, int]:
    return read_year(match.group(1)), read_number(match.group(2))


def _plan_of(title: str) -> tuple[int, int] | None:
    if years := SPAN.search(title):
        return int(years.group(1)), int(years.group(2))
    match = PLAN_PERIOD.search(title)
    return plan_span(match.group(1) or match.group(2)) if match else None


def _issuer(front: str, title: str, genre: str) -> str | None:
    for form, row in iter_forms("issuers"):
        if form in front[:400]:
            return row["id"] if row["name"] == "" else row["name"]
    stands = STANDS_FOR.search(front)
    if stands and len(stands.group(1)) > len("自治区人民政府"):
        return stands.group(1)
    congress = CONGRESS.search(front)
    if congress:
        return f"{congress.group(1)}人民政府"
    place = re.match(rf"(?:{YEAR.pattern}年?)?({PLACE})", title)
    if place and genre == "work_report":
        return f"{place.group(place.lastindex or 0)}人民政府"
    if genre == "communique" and title.startswith(COUNTRY):
        return "国家统计局"
    return "国务院" if NATIONAL.search(front[:400]) and genre == "work_report" else None
