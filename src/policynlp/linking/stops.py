"""Places that are no place of a claim: stops of a line, halves of a name, what is compared with."""

import re
from collections.abc import Sequence
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.schema import Mention

TO = tuple("至到—–－-")
JOINTS = ("、", "和", "及", "与")  # between places in a row
PARTNER = re.compile(r"[及和与]\d")
HAN = re.compile(r"[\u4e00-\u9fff]")


def places_of_claims(text: str, regions: Sequence[Mention]) -> list[Mention]:
    """Leave out the places that only name something: 会泽至|巧家|等5条公路, |大庆|油田产量."""
    return [
        m
        for m in regions
        if not (_names(text, m) or _is_example(text, m) or _is_stop(text, m, regions))
    ]


def joined_place(text: str, before: Mention | None, place: Mention) -> Mention:
    """甲县、|乙县|突破500亿元: places in a row are one place of the claim."""
    if before is None or text[before.end : place.start] not in JOINTS:
        return place
    level = (before.value or {}).get("level")
    return Mention(before.start, place.end, place.label, {"level": level, "id": None})


def _names(text: str, place: Mention) -> bool:
    """大庆|油田, 与|全省|平均差距."""
    if text.startswith(row_forms("phrase_marks", "NAMED_BY_PLACE"), place.end):
        return True
    against = row_forms("phrase_marks", "COMPARING") + row_forms("place_marks", "THAN")
    compared = text.startswith(row_forms("place_marks", "COMPARED"), place.end)
    return compared and text.endswith(against, 0, place.start)


def _is_example(text: str, place: Mention) -> bool:
    """|西岭|水电基地等10个项目, |云谷片区|及22条道路: one of the things that are counted."""
    if text.startswith(row_forms("place_marks", "OWN"), place.start):
        return False
    if PARTNER.match(text, place.end):
        return True
    return _examples().match(text, place.end) is not None


@cache
def _examples() -> re.Pattern[str]:
    """Match the rest of what is named, no place itself, and what the things are."""
    kinds = "|".join(row_forms("place_marks", "KIND"))
    return re.compile(
        rf"(?!等|、|和|及|与)[^，。；：、\d]{{2,14}}(?:、[^，。；：]{{2,14}})?等(?:\d+(?:{kinds})|世界)"
    )


@cache
def _line() -> re.Pattern[str]:
    """Match what leads from place to place behind the second: 等3条|高速."""
    lines = "|".join(row_forms("place_marks", "LINE"))
    return re.compile(rf"[^，。；、\d]{{0,16}}?(?:等?\d{{1,2}}条|{lines})")


def _is_stop(text: str, place: Mention, regions: Sequence[Mention]) -> bool:
    start, end = place.start, place.end
    if start > 1 and text.endswith(TO, 0, start) and HAN.match(text, start - 2):
        return any(m.end == start - 1 for m in regions) or _line().match(text, end) is not None
    if text.startswith(TO, end) and HAN.match(text, end + 1):
        return any(m.start == end + 1 for m in regions) or _line().match(text, end + 1) is not None
    return False
