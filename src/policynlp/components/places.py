"""Places by their names: countries, divisions of China, sets of them, and 全市 or 我国."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from policynlp.lexicons import iter_forms, row_forms
from policynlp.lexicons.divisions import Place, load_countries, load_divisions
from policynlp.lexicons.scanner import Scanner
from policynlp.schema import Mention

LABEL = "REGION"
_GUARD = "guard"
_NO_ID = "-"
_RANK = {"country": 0, "province": 1, "city": 2, "county": 3}
# the digits of a code that all places inside it share
_CODE_LENGTH = {"province": 2, "city": 4}
_LINKS = "、和与及至到—-–~～·"
_BASIN, _LISTED, _RIVERS = "流域", ("、", "和", "与"), "江河湖淮海"
_BASIN_VALUE = {"id": None, "level": "area"}
_HAS_PARTS = frozenset(("province", "city", "county", "area"))

_NAMED = frozenset(("province", "city", "county", "area"))
_PRODUCT = "地区生产总值"


class Found(NamedTuple):
    """A place in the text, with all the places that bear the name; ``needs`` says what proves it."""

    start: int
    end: int
    places: tuple[Place, ...]
    needs: str = ""


def find_places(text: str) -> list[Mention]:
    """Mark each place once, a chain such as 甘肃临夏州积石山县 as one.

    >>> find_places("我市粮食产量居全省首位")[0]
    Mention(start=0, end=2, label='REGION', value={'id': 'THIS-CITY', 'level': 'deixis'})
    """
    found = _prove(text, list(_join(_scan(text))))
    return _share_basin(text, [_mention(text, each) for each in found])


def place_value(name: str) -> dict[str, str | None]:
    """Give the code and level of a name that is known to be a place; an area without code if new."""
    whole = [place for place in find_places(name) if place[:2] == (0, len(name))]
    value: dict[str, str | None] = dict(whole[0].value if whole else _BASIN_VALUE)
    return value


def _share_basin(text: str, places: list[Mention]) -> list[Mention]:
    """辽河、海河流域 are one: the rivers share the word that makes each a basin."""
    shared: list[Mention] = []
    for place in places:
        start = place.start
        while shared and _is_listed_river(text, shared[-1], place, start):
            start = shared.pop().start
        basins = start < place.start
        shared.append(Mention(start, place.end, LABEL, dict(_BASIN_VALUE)) if basins else place)
    return shared


def _is_listed_river(text: str, river: Mention, basin: Mention, start: int) -> bool:
    return (
        text.endswith(_BASIN, basin.start, basin.end)
        and text[river.end : start] in _LISTED
        and text[river.end - 1] in _RIVERS
    )


def _scan(text: str) -> Iterator[Found]:
    for _, end, (places, needs) in _gazetteer().scan(text):
        street = text.startswith(row_forms("name_shapes", "street"), end)
        if needs != _GUARD and not street and not _is_split(text, end - 1):
            yield Found(end - len(places[0].name), end, places, needs)


def _is_split(text: str, last: int) -> bool:
    """城市+区域, but not 大同市+政府, 全市+民营经济."""
    words, whole = row_forms("name_shapes", "split"), row_forms("name_shapes", "whole")
    return text.startswith(words, last) and not text.startswith(whole, last)


def _join(scanned: Iterator[Found]) -> Iterator[Found]:
    """Put a place and the place inside it that follows at once together."""
    held: Found | None = None
    for found in scanned:
        if held is not None:
            inner = _inside(held.places, found.places) if held.end == found.start else ()
            if inner:
                held = Found(held.start, found.end, inner)
                continue
            if _is_compound(held, found):
                held = Found(held.start, found.end, (Place("", _NO_ID, "area", short=False),))
                continue
            yield held
        held = found
    if held is not None:
        yield held


def _is_compound(first: Found, second: Found) -> bool:
    """Whether two places written together are one: 宁波舟山, 长江三峡."""
    levels = {first.places[0].level, second.places[0].level}
    return first.end == second.start and levels <= _NAMED and not (first.needs or second.needs)


def _inside(outer: Sequence[Place], inner: Sequence[Place]) -> tuple[Place, ...]:
    """Keep the places of ``inner`` that lie in one of ``outer``: 吉林 + 朝阳区."""
    prefixes = tuple(
        place.id[: _CODE_LENGTH[place.level]] for place in outer if place.level in _CODE_LENGTH
    )
    return tuple(
        place
        for place in inner
        if place.id.startswith(prefixes) and place not in outer and place.level in _RANK
    )


def _prove(text: str, found: list[Found]) -> Iterator[Found]:
    """Drop the doubtful names (资源, 合作, 范县) that nothing beside them proves."""
    proved = [not each.needs or _at_edge(text, each) for each in found]
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        step = order.step
        for here in order:
            if not proved[here] and proved[here - step]:
                first, second = sorted((found[here - step], found[here]))
                proved[here] = _linked(text, first, second)
    return (each for each, good in zip(found, proved, strict=True) if good)


def _at_edge(text: str, found: Found) -> bool:
    before = text[found.start - 1] if found.start else "\n"
    return found.needs == "edge" and not before.isalnum()


def _linked(text: str, first: Found, second: Found) -> bool:
    """True for two divisions of one province in a list: 大田、永安 or 吐鲁番—库尔勒."""
    gap = text[first.end : second.start]
    if len(gap) != 1 or gap not in _LINKS:
        return False
    provinces = {place.id[:2] for place in first.places if place.id.isdigit()}
    return any(place.id[:2] in provinces for place in second.places)


def _mention(text: str, found: Found) -> Mention:
    """Give the code of the place, or none where two bear the name or a town follows."""
    level, short = found.places[0].level, found.places[0].short
    tail = _find_tail(text, found)
    if tail and (tail["part"] or (tail["town"] and level != "area") or short):
        return Mention(found.start, tail.end(), LABEL, {"id": None, "level": "area"})
    ids = {place.id for place in found.places if place.level == level} - {_NO_ID}
    value = {"id": ids.pop() if len(ids) == 1 else None, "level": level}
    return Mention(found.start, found.end, LABEL, value)


def _find_tail(text: str, found: Found) -> re.Match[str] | None:
    """What follows a place as a part of it; 台州|地区生产总值 holds none, 长江流域地区 may."""
    level = found.places[0].level
    if level not in _HAS_PARTS or (level in _RANK and text.startswith(_PRODUCT, found.end)):
        return None
    return _tail().match(text, found.end)


@cache
def _tail() -> re.Pattern[str]:
    """内蒙古东部 and 秦岭北麓 are parts, 南明河 is no 南明, 荥经县龙苍沟镇 lies in 荥经县."""
    part = "|".join(row_forms("name_shapes", "part"))
    return re.compile(
        rf"(?P<part>{part}|港(?=货物|集装箱|吞吐|[、，。；和等西])|湾(?![区仔])|(?<=[江河])口(?![岸子])|段(?=[、，。；出水]))(?!新区|地区)|[河江湖](?![东西南北中苏湾])|山(?![东西南北区])"
        r"|(?P<town>[一-龥]{2,3}镇(?![域区级企村海江静]))"
    )


@cache
def _gazetteer() -> Scanner[tuple[tuple[Place, ...], str]]:
    """Map every name to the places that bear it, the highest level first."""
    names: dict[str, list[Place]] = {}
    for place in (*load_divisions(), *load_countries()):
        names.setdefault(place.name, []).append(place)
    needs = {form: row["needs"] for form, row in iter_forms("region_stops")}
    for form, row in iter_forms("regions"):
        names[form], needs[form] = [Place(form, row["id"], row["level"])], row["needs"]
    for form, row in iter_forms("region_guards"):
        names[form], needs[form] = [Place(form, row["id"], _GUARD)], _GUARD
    for places in names.values():
        places.sort(key=lambda place: _RANK.get(place.level, 4))
    return Scanner({name: (tuple(places), needs.get(name, "")) for name, places in names.items()})
