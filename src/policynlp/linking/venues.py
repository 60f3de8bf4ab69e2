"""Numbers of the places where something is done: 在27个县|开展了|新型保险试点."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.reader import Reader
from policynlp.linking.subjects import parse_after
from policynlp.linking.uncounted import frames
from policynlp.linking.words import alternation, triggers
from policynlp.schema import Mention

PAIR = 2
AT = re.compile(r"在(?:全[国省市区县]|我[省市区县])?$")
REACH = 3


@cache
def _held() -> re.Pattern[str]:
    deeds = "|".join(row_forms("venues", "HELD"))
    places = "|".join(row_forms("venues", "PLACE"))
    return re.compile(
        rf"[^，。；：、的\d]{{0,8}}?(?:{places})(?P<deed>{deeds})了?(?=[^，。；：、\d了])"
    )


@cache
def _done() -> re.Pattern[str]:
    deeds = alternation(
        form for form, verb in triggers().items() if verb.kind == "do" and len(form) > 1
    )
    places = "|".join(row_forms("venues", "PLACE"))
    return re.compile(
        rf"[^，。；：、的\d]{{0,8}}?(?:{places})(?=(?:{deeds.pattern})了?[^，。；：\d]*$)"
    )


def _is_venue(text: str, quantity: Mention) -> bool:
    if quantity.value["dimension"] != "count":
        return False
    return AT.search(text, max(0, quantity.start - REACH), quantity.start) is not None


def frame_end(text: str, quantities: list[Mention]) -> int:
    """Give where the words begin that the first number only frames; 0 where it frames none.

    在6个县|实施退耕还林12万亩: the deed counts, not where it is done.
    """
    if frames(text, *quantities[:PAIR]):
        return quantities[0].end
    if len(quantities) < PAIR or not _is_venue(text, quantities[0]):
        return 0
    start = quantities[0].end
    match = _done().match(text[start : quantities[1].start])
    return start + match.end() if match else 0


def held_draft(reader: Reader, quantity: Mention) -> Draft | None:
    """Make the claim of what is held in so many places; None where nothing is."""
    scope = reader.scope
    if not _is_venue(scope.text, quantity):
        return None
    match = _held().match(scope.text, quantity.end, scope.end)
    theme = parse_after(scope, match.end()) if match else None
    if match is None or theme is None:
        return None
    return Draft("level", None, Subject(*theme), match.span("deed"), quantity, "counted")
