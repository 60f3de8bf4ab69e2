"""Who is served or asked, uncounted, before what is done: 为企业|减负3亿元, 提请人大审议|法规5件."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.parses import Parse
from policynlp.linking.words import trigger_table


@cache
def _served() -> re.Pattern[str]:
    names = "|".join(row_forms("served", "SERVED"))
    return re.compile(rf"[^，。；、的\d]{{0,8}}?(?:{names})")


def pass_served(text: str, found: Parse) -> bool:
    """Pass by who is served, in place, if a deed follows; give whether it did."""
    start = found.start
    serving, other = row_forms("served", "SERVING"), row_forms("served", "AS")
    if not text.endswith(serving, 0, start) or text.endswith(other, 0, start):
        return False
    match = _served().match(text, start, found.end)
    if match is None or found.direction is not None or match.end() == found.end:
        return False
    favours = text.startswith(row_forms("served", "FAVOUR"), match.end(), found.end)
    if not favours and trigger_table().prefix(text, match.end(), found.end) is None:
        return False
    if found.trigger is not None and found.trigger[1] == start:
        found.trigger, found.kind = None, ""  # 帮助|农户|新增贷款
    found.start = match.end()
    return True


def pass_asked(text: str, found: Parse) -> bool:
    """提请|人大常委会审议|法规: pass by who is asked, in place."""
    if not found.trigger or text[slice(*found.trigger)] not in row_forms(
        "deed_marks", "SUBMITTING"
    ):
        return False
    forms = row_forms("deed_marks", "HEARING")
    ends = [at + len(f) for f in forms if (at := text.find(f, found.start, found.end)) >= 0]
    if not ends or max(ends) >= found.end:
        return False
    found.start = max(ends)
    return True
