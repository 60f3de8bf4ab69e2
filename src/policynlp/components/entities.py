"""Named things by rule: ``find_names`` reads regions, bodies, policies, events, sectors, groups."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import itemgetter

from policynlp.components.name_chunks import find_chunks
from policynlp.components.name_heads import find_headed
from policynlp.components.name_lists import find_listed
from policynlp.components.name_quotes import find_quoted
from policynlp.components.places import LABEL as REGION
from policynlp.components.places import find_places
from policynlp.components.stretches import search_near
from policynlp.lexicons import row_forms
from policynlp.schema import Mention

BLOCK = "-"  # no name, but none may stand over it
# of two names of one length: 国务院 is no region, 乡村振兴 no sector
_RANK = {"EVENT": 0, "ORG": 1, "POLICY": 2, BLOCK: 3, REGION: 4, "GROUP": 5, "SECTOR": 6}
_ORDINAL = "[一二三四五六七八九十]+"
_SESSION = re.compile(
    rf"(?:[省市县区州]|自治[区州县])?第?{_ORDINAL}届[一-龥]{{0,8}}?(?:第?{_ORDINAL}次|历次)(?:全体)?(?:会议|全会)"
    rf"|本届大会第{_ORDINAL}次会议"
    rf"|党的(?:十[一二三四五六七八九]|二十)(?:大|届{_ORDINAL}中全会)"
    rf"|(?:二?十[一二三四五六七八九]?)届{_ORDINAL}中(?:、{_ORDINAL}中)*全会"
    rf"|[省市县区州]第{_ORDINAL}次党代会"
)
# what every session holds
_SESSION_CUE = re.compile("[届党](?:(?<=届)|的|代会)")
_COUNT = re.compile(r"\d[\d.,]*[万亿千百]*(?!年)[^\W\d_]")
_COUNTER = re.compile(r"[\d万亿千百](?:个|项|座|家|条|户|公里)\Z")
_VIRTUE = len("平安")
_BUILDING = "建设"
_BRAND_LENGTH = 8
_BREAK = re.compile(r"[”，。；、\n]")
_BRAND = re.compile(r"[^“”，。；、\n]{0,6}”")


def find_entities(text: str) -> list[Mention]:
    """Mark ORG, POLICY, EVENT, SECTOR and GROUP."""
    return [name for name in find_names(text) if name.label != REGION]


def find_names(text: str) -> list[Mention]:
    """Mark all six kinds of names, none over another; the longest wins.

    >>> [text[m.start : m.end] for text in ["北京市人民政府"] for m in find_names(text)]
    ['北京市人民政府']
    """
    return list(_names(text))


# regions and entities come from one reading: the two components ask one after the other
@lru_cache(maxsize=1)
def _names(text: str) -> tuple[Mention, ...]:
    places = find_places(text)
    chunks = find_chunks(text, [place[:2] for place in places])
    named = [*find_headed(text, places, chunks), *find_listed(text), *find_quoted(text, chunks)]
    found = [
        *places,
        *(name for name in named if not _is_counted(text, name)),
        *_shaped(text, places),
    ]
    return tuple(name for name in _longest(found) if name.label != BLOCK)


def _is_counted(text: str, name: Mention) -> bool:
    """老旧小区改造50个 and 12项民生工程 count things and name no policy."""
    if name.label != "POLICY":
        return False
    return bool(
        _COUNT.match(text, name.end) or _COUNTER.search(text, max(name.start - 6, 0), name.start)
    )


def _shaped(text: str, places: Iterable[Mention]) -> Iterator[Mention]:
    for match in _title().finditer(text):
        yield Mention(*match.span(), "POLICY")
    yield from _campaigns(text, places)
    yield from _brands(text, places)
    ends = {place.end: place.start for place in places}
    for match in search_near(_SESSION, _SESSION_CUE, text):
        yield Mention(ends.get(match.start(), match.start()), match.end(), "EVENT")


def _campaigns(text: str, places: Iterable[Mention]) -> Iterator[Mention]:
    """Yield 平安宁波建设: a virtue, a place, and 建设."""
    virtues = row_forms("name_shapes", "virtue")
    for place in places:
        start = place.start - _VIRTUE
        if text.startswith(_BUILDING, place.end) and text[max(start, 0) : place.start] in virtues:
            yield Mention(start, place.end + len(_BUILDING), "POLICY")


def _brands(text: str, places: Iterable[Mention]) -> Iterator[Mention]:
    """Block what is quoted with a place in it: “攀枝花芒果” names goods and no region."""
    for place in places:
        closing = _BRAND.match(text, place.end)
        opening = text.rfind("“", max(place.start - _BRAND_LENGTH, 0), place.start + 1)
        if closing and opening >= 0 and not _BREAK.search(text, opening + 1, place.start):
            yield Mention(opening, closing.end(), BLOCK)


@cache
def _title() -> re.Pattern[str]:
    """《…的意见》 is a policy, marks and all; 《大河安澜》 a film."""
    tail = "|".join(row_forms("name_shapes", "title"))
    return re.compile(rf"《[^《》\n。；！？]{{1,60}}?(?:{tail})(?:（[^《》（）\n]{{1,5}}）)?》")


def _longest(found: Iterable[Mention]) -> Iterator[Mention]:
    rivals: list[Mention] = []
    reach = 0
    for name in sorted(found, key=itemgetter(0)):
        if name.start >= reach:
            yield from rivals if len(rivals) < 2 else _winners(rivals)
            rivals = []
        rivals.append(name)
        reach = max(reach, name.end)
    yield from _winners(rivals)


def _winners(rivals: list[Mention]) -> list[Mention]:
    """Keep the longest, and of the others what it leaves room for."""
    kept: list[Mention] = []
    for name in sorted(rivals, key=lambda m: (m.start - m.end, _RANK[m.label], m.start)):
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return sorted(kept, key=itemgetter(0))
