"""Places that are no place of a claim: stops of a line, halves of a name, what is compared with."""

import re
from collections.abc import Sequence

from policynlp.lexicons import row_forms
from policynlp.schema import Mention

DASHES = "—–－-"
TO = f"至到{DASHES}"
HAN = re.compile(r"[\u4e00-\u9fff]")
LINE = re.compile(
    r"[^，。；、\d]{0,16}?(?:等?\d{1,2}条|铁路|高铁|高速|公路|航线|班列|管道|专线|同城化|一体化)"
)
WITH = ("与", "和", "同", "较", "比", "于")
COMPARED = ("平均", "水平")


def places_of_claims(text: str, regions: Sequence[Mention]) -> list[Mention]:
    """Leave out the places that only name something: 会泽至|巧家|等5条公路, |大庆|油田产量."""
    starts, ends = {m.start for m in regions}, {m.end for m in regions}
    return [m for m in regions if not (_names(text, m) or _is_stop(text, m, starts, ends))]


def _names(text: str, place: Mention) -> bool:
    """大庆|油田, 与|全省|平均差距."""
    if text.startswith(row_forms("phrase_marks", "NAMED_BY_PLACE"), place.end):
        return True
    compared = text.startswith(COMPARED, place.end)
    return compared and text[place.start - 1 : place.start] in WITH


def _is_stop(text: str, place: Mention, starts: set[int], ends: set[int]) -> bool:
    before, after = text[place.start - 2 : place.start], text[place.end : place.end + 2]
    if before[1:] in TO and before[1:] and HAN.match(before):
        return place.start - 1 in ends or LINE.match(text, place.end) is not None
    if after[:1] in TO and after[:1] and HAN.match(after, 1):
        return place.end + 1 in starts or LINE.match(text, place.end + 1) is not None
    return False
