"""The numbers of a clause that have a value of their own, and the words between them."""

import re
from itertools import pairwise

from policynlp.linking.clauses import Clause
from policynlp.linking.ratios import shares_of
from policynlp.linking.reader import class_of
from policynlp.linking.scope import Scope
from policynlp.linking.sizes import is_size
from policynlp.linking.uncounted import is_uncounted
from policynlp.schema import Mention

EACH = "分别"
REACHED = ("达到", "达", "为")
LIST_GAP = re.compile(r"\s*[:：∶]\s*|\s*(?:、|和|及|与|以及)\s*(?:每[年月人亩户]|[年月]?人均)?\s*")
COORDINATION = re.compile(r"、|和|与|及")
RATIO = re.compile(r"[:：∶]")
REACHING = re.compile("至|到")
UNCOUNTED = frozenset(("岁", "周岁", "级"))  # ages and grades tell which, not how many
GRADE = "级"
FAR = 3  # a range is seldom so wide
FRAME = re.compile(
    r"[^，、；]{0,24}?(?<![高初完职附])[中内里](?:[仅只已]?有|共?(?:获得|夺得|取得|有)了?)?$|基础上|兑"
)


def values(scope: Scope, clause: Clause) -> list[Mention]:
    """Leave out numbers that only narrow a noun: 建成20个产值超100亿元的产业集群."""
    inside = scope.inside("quantities", clause.start, clause.end)
    if not inside:
        return []
    shares = [share for quantity in inside for share in shares_of(scope.text, quantity)]
    quantities = [part for quantity in shares for part in _by_and_to(scope, quantity)]
    return [
        quantity
        for number, quantity in enumerate(quantities)
        if not _narrows_noun(scope.text, quantities, number)
    ]


def _narrows_noun(text: str, quantities: list[Mention], number: int) -> bool:
    quantity, before = quantities[number], quantities[number - 1] if number else None
    near = before is not None and before.end == quantity.start
    if near and before and before.value["unit"] != GRADE and is_limit(quantity):
        return True  # 260台35蒸吨以下燃煤锅炉, not 市县两级20项以上
    after = quantities[number + 1] if number + 1 < len(quantities) else None
    graded = after is not None and quantity.value["unit"] == GRADE  # 市、县两级|工作站12家
    if graded or is_size(text, quantity, after) or is_uncounted(text, quantity):
        return True
    if not text.startswith("的", quantity.end) or quantity.value["relation"] == "eq":
        return False
    close = before is not None and "、" not in text[before.end : quantity.start]
    return close or after is not None


def _by_and_to(scope: Scope, quantity: Mention) -> list[Mention]:
    """提高20元至700元 is an amount and the level it leads to, no range."""
    mover, value = scope.by_end.get(quantity.start), quantity.value
    if mover is None or mover.label != "DIRECTION" or value["high"] is None:
        return [quantity]
    at = REACHING.search(scope.text, quantity.start, quantity.end)
    if at is None or mover.value["to"] or value["high"] < value["value"] * FAR:
        return [quantity]
    amount = {**value, "high": None, "relation": "eq"}
    level = {**amount, "value": value["high"], "base": None, "reached": mover.value["direction"]}
    return [
        quantity._replace(end=at.start(), value=amount),
        quantity._replace(start=at.end(), value=level),
    ]


def is_limit(quantity: Mention) -> bool:
    """Whether the number bounds from one side: 以上, 以内."""
    return quantity.value["relation"] in ("ge", "le")


def limit_after(scope: Scope, quantity: Mention) -> Mention | None:
    """260台|35蒸吨以下|燃煤锅炉: the second number says which are counted."""
    for follower in scope.layers["quantities"]:
        if follower.start == quantity.end and is_limit(follower):
            return follower
    return None


def list_size(text: str, quantities: list[Mention], left: int) -> int:
    """Count the values that only 、 or 和 divides; after 分别 they may be of unlike things."""
    size, unlike = 1, _are_of_each(text, quantities, left)
    for one, two in pairwise(quantities):
        alike = unlike or class_of(one) == class_of(two) or _are_people(one, two)
        listed = alike and LIST_GAP.fullmatch(text, one.end, two.start)
        if not listed and one.end != two.start:  # 惠及5.2万户15万居民
            break
        size += 1
    return size


def _are_of_each(text: str, quantities: list[Mention], left: int) -> bool:
    """煤炭、天然气产量达到|10万吨、20万立方米: as many values as there are names.

    Not 建成廉租房、公租房|2万套、15万平方米, which are measured in two ways.
    """
    names = text[left : quantities[0].start]
    joints = len(COORDINATION.findall(names)) if names.endswith(REACHED) else 0
    if EACH in names or not 0 < joints < len(quantities):
        return EACH in names
    pairs = list(pairwise(quantities[: joints + 1]))
    return all(LIST_GAP.fullmatch(text, one.end, two.start) for one, two in pairs)


def _are_people(one: Mention, two: Mention) -> bool:
    """620户、2100名|困难群众: households and who lives in them."""
    return bool(one.value["unit"] == "户" and two.value["dimension"] == "person")


def is_frame(text: str, group: list[Mention], right: int) -> bool:
    """In 160个国控断面中 the number only says where to look; 22.8:38.8:38.4 has no value."""
    if not group[0].value["unit"] and RATIO.search(text, group[0].start, group[0].end):
        return True
    return FRAME.match(text, group[-1].end, right) is not None


def sums_up(text: str, quantity: Mention, left: int) -> bool:
    """Whether the number only counts the names before it: 浦东、虹桥两个分论坛."""
    names = text[left : quantity.start]
    count = quantity.value["value"]
    lengths = (names.count("、") + 1, len(COORDINATION.findall(names)) + 1, names.count("”"))
    return count > 1 and count in lengths and names[-1:] not in ("等", "的")
