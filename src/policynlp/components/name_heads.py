"""Names by their last word: 国家节水行动, 中国人民银行, 成都高新区."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from policynlp.components.name_candidates import LAST, SCHOOL, Candidate, find_candidates
from policynlp.components.name_chunks import Chunks, strip_soft
from policynlp.components.name_crises import crisis_edge, label_of
from policynlp.components.name_deeds import deed_edge, generic_words
from policynlp.components.name_items import SHARED, first_item
from policynlp.lexicons import row_forms
from policynlp.schema import Mention

_OPEN = ("", "（")
_PAIRED = re.compile("[“”（）]")
_ZONE = {"id": None, "level": "area"}
# 省委省政府 are two organs, 市县人民政府 a class of them
_CLASS = re.compile("[委府]|[省市县（）地]{2}")
_LEVELS = frozenset(("省、", "市、", "县、"))
_LOOSE = re.compile("[所直]属|大区|（[市县]）|义务教育|[民公]办|普通|乡镇")
_ZONE_ENDS = frozenset("圈区群带")
_NO_ZONE = frozenset(("country", "deixis"))


def find_headed(text: str, places: Sequence[Mention], chunks: Chunks) -> Iterator[Mention]:
    """Yield names that end in a known head; they may overlap."""
    starts = [place.start for place in places]
    for candidate in find_candidates(text, chunks):
        start = _left_edge(text, candidate, places, starts)
        if start is None:
            continue
        if candidate.row["id"] in SHARED:
            start = first_item(text, (start, candidate.end), chunks)
        if start is not None and (span := _balance(text, start, candidate.end)):
            label = label_of(text, candidate)
            yield Mention(*span, label, dict(_ZONE) if label == "REGION" else None)


def _left_edge(
    text: str, found: Candidate, places: Sequence[Mention], starts: Sequence[int]
) -> int | None:
    """Find where the name begins, or None if this is no name."""
    start = deed_edge(text, found.row["id"], found.head, found.end)
    if start is not None or found.row["start"] == "paper":
        return start
    if found.row["start"] == "crisis":
        return crisis_edge(text, found, places, starts)
    if found.row["start"] in ("place", "loose"):
        start = _place_edge(text, found, places, starts)
    if start is None and found.row["start"] != "place":
        start = _strip(text, found)
        if found.row["label"] in LAST:
            start = _after_place(start, found, places, starts)
    if start is None or _joins_zones(text, found) or found.head - start < int(found.row["before"]):
        return None
    if found.row["label"] == "ORG" and _is_class(text, found, start):
        return None
    generic = generic_words(found.row["label"])
    return None if {text[start : found.head], text[start : found.end]} & generic else start


def _place_edge(
    text: str, found: Candidate, places: Sequence[Mention], starts: Sequence[int]
) -> int | None:
    """Begin at the first place of the chunk, or for a body at its 省, 市, 县."""
    label = found.row["label"]
    if label == "ORG":
        start = _strip(text, found)
        if _admin().match(text, start, found.head):
            return start
    of_place = label == "REGION" or found.row["id"] == SCHOOL
    here = bisect_left(starts, found.start)
    while here < len(places) and places[here].start < found.head:
        if not of_place or places[here].value["level"] not in _NO_ZONE:
            return _open_edge(text, found, places, here)
        here += 1
    return None


def _after_place(
    start: int, found: Candidate, places: Sequence[Mention], starts: Sequence[int]
) -> int:
    """全市高新技术企业 is 高新技术企业 in 全市; 台湾青年 and 灾区群众 keep their place."""
    here = bisect_left(starts, start)
    if here == len(places) or starts[here] != start:
        return start
    bare = found.row["label"] == "SECTOR" or places[here].value["level"] == "deixis"
    return places[here].end if bare else start


def _is_class(text: str, found: Candidate, start: int) -> bool:
    """市县人民政府 and 市、县人民政府 are many, as are 教育部直属高校."""
    several = found.head - start == 1 and text[max(start - 2, 0) : start] in _LEVELS
    state = found.row["id"] == "state" and (several or _CLASS.search(text, start, found.head))
    return bool(state or _LOOSE.search(text, start, found.head))


def _joins_zones(text: str, found: Candidate) -> bool:
    """银川都市圈|一体化 moves a region that has a name; 长三角一体化 is a programme."""
    return found.row["id"] == "union" and text[found.head - 1] in _ZONE_ENDS


def _open_edge(text: str, found: Candidate, places: Sequence[Mention], here: int) -> int:
    """Take the country along in 中国（河南）自由贸易试验区 and 中国西部（成都）科学城."""
    start = places[here].start
    while here and found.start <= places[here - 1].start:
        here -= 1
        if places[here].value["level"] == "deixis" or text[places[here].end : start] not in _OPEN:
            break
        start = places[here].start
    return start


def _balance(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Close the quotation of “百湖工程”; refuse a span that cuts one in two."""
    if not _PAIRED.search(text, start, end):
        return start, end
    for left, right in ("“”", "（）"):
        inside = text[start:end]
        opened = inside.count(left) - inside.count(right)
        if opened == 1 and text[end : end + 1] == right:
            end += 1
        elif opened:
            return None
    return start, end


def _strip(text: str, found: Candidate) -> int:
    """Drop numbers, and verbs that may also stand inside a name, where they begin the chunk."""
    number = _number().match(text, found.start, found.head)
    start = number.end() if number else found.start
    if found.row["id"] == "law":  # 优化营商环境条例 keeps its verb
        return start
    if found.row["label"] == "POLICY" and text.endswith(_launch(), 0, found.start):
        return start
    return strip_soft(text, start, found.head)


@cache
def _admin() -> re.Pattern[str]:
    """市卫健委 is an organ of the city; 区域 and 市民 begin none."""
    return re.compile(f"(?:{'|'.join(row_forms('name_shapes', 'admin'))})(?![域民])")


@cache
def _launch() -> tuple[str, ...]:
    return row_forms("name_launches", "launch")


@cache
def _number() -> re.Pattern[str]:
    counter = "|".join(row_forms("name_shapes", "counter"))
    return re.compile(
        rf"第[一二三四五六七八九十]+[章节]\s*|(?:\d[\d.]*[万亿]*(?:{counter})?)+|[一二三四五六七八九十百千两]+(?:{counter})(?!全覆盖)"
    )
