"""What is a quantity and what only looks like one; a limit in a name is none."""

import re

from policynlp.components.quantity_digits import is_bare_quantity, is_no_measure
from policynlp.components.quantity_found import Found, dimension_of
from policynlp.components.quantity_numerals import is_counted

_LIMITED = re.compile(r"[、和]?(?:项目|企业|工业|园区|产业|输变电|输电|重大|重点|龙头|工程|连片)")
_SIZES = ("money", "area", "power", "voltage")


def is_quantity(text: str, found: Found) -> bool:
    """Whether a number is one that the text measures or counts with."""
    if _is_limit(text, found):
        return False
    if found.kind == "chinese":
        return is_counted(text, found)
    if found.kind != "digits":
        return True
    if text[max(0, found.start - 1) : found.start] == "第":
        return False
    if not found.unit:
        return is_bare_quantity(text, found)
    return not is_no_measure(text, found)


def _is_limit(text: str, found: Found) -> bool:
    """5000万元以上项目, 超十亿元工业企业, 10—50亿元项目: the limit belongs to the name."""
    limits = found.after or found.high or found.before in ("超", "超过", "上", "过")
    return bool(limits and dimension_of(found.unit) in _SIZES and _LIMITED.match(text, found.end))
