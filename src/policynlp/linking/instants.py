"""Times that are no time of a claim: prices of a year, what was set at the year's start, records."""

import re
from collections.abc import Sequence
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.schema import Mention

SINCE = "以来"
START = "年初"


def times_of_claims(text: str, times: Sequence[Mention]) -> list[Mention]:
    """Leave out the times that only narrow a noun: 按1990年|不变价格, 年初|确定的12件实事."""
    return [mention for mention in times if not _narrows(text, mention)]


def _narrows(text: str, time: Mention) -> bool:
    end = time.end
    if text.startswith(row_forms("time_marks", "PRICED"), end):
        return True
    if text.endswith(START, time.start, end):
        return text.startswith(row_forms("time_marks", "SET"), end)
    return text.endswith(SINCE, time.start, end) and _record().match(text, end) is not None


@cache
def _record() -> re.Pattern[str]:
    """Match what makes a record of what stands behind: 建国以来|全省|最大的工程."""
    records = "|".join(row_forms("time_marks", "RECORD"))
    return re.compile(rf"[^，。；、\d]{{0,6}}?(?:{records})")
