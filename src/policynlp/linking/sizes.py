"""Numbers that are part of a name: 500千伏线路, 10万吨级航道, 40万吨炼油装置, 30户以上自然村."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.words import trigger_table
from policynlp.schema import Mention

CAPACITY_REACH = 4
PLANT = re.compile(r"[^，。；、]{1,16}?(?:项目|工程|生产线|基地|装置|工厂)")
NOUN = re.compile(r"[\u4e00-\u9fff]{2}")
TITLED = re.compile(r"[^《》，。；\n]*》")
TITLE_REACH = 40
TIMES = ("×", "*")
SUM = re.compile("[超过]+[十百千]?[万亿]")
STRETCH = re.compile(r"[\u4e00-\u9fff“”]{2,24}")
GRADES = frozenset(("voltage",))
MASSES = frozenset(("mass",))


def is_size(text: str, quantity: Mention, following: Mention | None) -> bool:
    """Whether the number only says which things are meant.

    Args:
        text: the clean text.
        quantity: the number in question.
        following: the next number of the clause, if there is one.
    """
    if _is_titled(text, quantity) or _is_scale(text, quantity) or _is_sum(text, quantity):
        return True
    if _is_capacity(text, quantity) or _is_grade(text, quantity):
        return True
    if _makes(text, quantity) or _is_limit(text, quantity):
        return True
    return following is not None and _bounds_noun(text, quantity, following)


def _is_scale(text: str, quantity: Mention) -> bool:
    """500人|规模以上村: how many live there; 63家|规模以上企业 are counted."""
    scale = text.startswith(row_forms("size_marks", "SCALE"), quantity.end)
    return scale and quantity.value["dimension"] == "person"


def _is_titled(text: str, quantity: Mention) -> bool:
    """《关于…的十五条措施》, 2×60万千瓦|机组: numbers of a title, and of machines of one size."""
    start = quantity.start
    if text.endswith(TIMES, 0, start):
        return True
    opened = text.rfind("《", max(0, start - TITLE_REACH), start)
    inside = opened >= 0 and text.find("》", opened, start) < 0
    return inside and TITLED.match(text, quantity.end) is not None


def _is_capacity(text: str, quantity: Mention) -> bool:
    """年产1800万吨扩能改造项目: what a plant is to make a year is part of its name."""
    before = text[max(0, quantity.start - CAPACITY_REACH) : quantity.start]
    return before.endswith(row_forms("phrase_marks", "CAPACITY")) and bool(
        PLANT.match(text, quantity.end)
    )


def _is_grade(text: str, quantity: Mention) -> bool:
    """500千伏|输变电工程, 10万吨级|航道: volts and the size of ships count nothing."""
    graded = quantity.value["dimension"] in GRADES or quantity.value["unit"] in row_forms(
        "size_marks", "GRADE"
    )
    return graded and NOUN.match(text, quantity.end) is not None


def _is_sum(text: str, quantity: Mention) -> bool:
    """产值增量超千万|企业达到26户: a round sum without its 元 is part of the name."""
    if SUM.fullmatch(text, quantity.start, quantity.end) is None:
        return False
    names = row_forms("phrase_marks", "ACTOR") + row_forms("closed_sets", "PASSER")
    return text.startswith(names, quantity.end)


@cache
def _works() -> re.Pattern[str]:
    works = "|".join(row_forms("size_marks", "WORKS"))
    listed = r"[\u4e00-\u9fff][^，。；：的]{0,48}?等"  # 60万吨|甲醇、15万吨醋酸等|项目
    return re.compile(rf"(?:{listed})?[^，。；、的\d]{{0,12}}?(?:{works})")


def _makes(text: str, quantity: Mention) -> bool:
    """40万吨|炼油装置, 30万辆|轿车生产线: tons and cars are what the works make."""
    made = quantity.value["dimension"] in MASSES or text.endswith(
        row_forms("size_marks", "VEHICLE"), quantity.start, quantity.end
    )
    return made and _works().match(text, quantity.end) is not None


@cache
def _limited() -> re.Pattern[str]:
    things = "|".join(row_forms("inner_marks", "LIMITED"))
    return re.compile(rf"[^，。；、的\d]{{0,6}}?(?:{things})")


def _is_limit(text: str, quantity: Mention) -> bool:
    """10万元以下|低效企业, 40兆瓦|发电项目并网: money and power say which, behind no verb."""
    value, start = quantity.value, quantity.start
    bound = value["relation"] in ("ge", "le") and value["dimension"] == "money"
    if not (bound or value["dimension"] == "power") or _limited().match(text, quantity.end) is None:
        return False
    return trigger_table().suffix(text, max(0, start - CAPACITY_REACH), start) is None


def _bounds_noun(text: str, quantity: Mention, following: Mention) -> bool:
    """30户以上|自然村覆盖率|90%: a bound right before the noun that the next number measures."""
    value = quantity.value
    counted = value["dimension"] == "money" and following.value["dimension"] == "count"
    bounds = ("ge", "le", "gt") if counted else ("ge", "le")  # 超亿元|技改项目|650个
    if value["relation"] not in bounds or value["dimension"] == "ratio":
        return False
    if STRETCH.fullmatch(text, quantity.end, following.start) is None:
        return False
    return trigger_table().prefix(text, quantity.end, following.start) is None
