"""The unit of a number without a counter, from what it counts."""

from policynlp.lexicons import load_rows, row_forms
from policynlp.linking.drafts import Draft
from policynlp.linking.reader import Reader
from policynlp.linking.values import RATIO
from policynlp.schema import Mention

TOO_MANY = 10**10


def quantity_with_unit(reader: Reader, draft: Draft, quantity: Mention, right: int) -> Mention:
    """Give a number without a counter the unit that the sense gives: 36万|城镇人口, 突破万亿."""
    if (
        quantity.value["unit"]
        or quantity.value["dimension"]
        or RATIO.search(reader.scope.text, quantity.start, quantity.end)
    ):
        return quantity
    text, subject = reader.scope.text, draft.subject
    words = subject.words(text) + text[quantity.end : right]
    last = reader.drafts[-1].quantity if reader.drafts and subject.inherited else None
    if last is not None and last.value["dimension"] in ("money", "person"):
        unit, dimension = last.value["unit"], last.value["dimension"]
    else:
        unit, dimension = _sense(words, quantity.value["value"])
    return quantity._replace(value={**quantity.value, "unit": unit, "dimension": dimension})


def lend_unit(first: Mention, others: list[Mention]) -> list[Mention]:
    """Give the numbers of a list that have no counter the unit of its first: 138万、|120万和|53万."""
    unit, dimension = first.value["unit"], first.value["dimension"]
    return [
        other
        if other.value["unit"] or other.value["dimension"]
        else other._replace(value={**other.value, "unit": unit, "dimension": dimension})
        for other in others
    ]


def _sense(words: str, value: float) -> tuple[str, str]:
    """Give unit and dimension by the words of what is counted; people where nothing tells.

    No people are ten thousand millions: 非公有制经济突破万亿 is money.
    """
    if words.endswith(("系数", "比值", "性别比")):
        return "倍", "ratio"
    for tail in row_forms("phrase_marks", "TAIL"):
        words = words.removesuffix(tail)  # 增加值突破千亿|大关
    for row in load_rows("unit_senses"):
        forms = tuple(row["forms"].split("|"))
        if words.endswith(forms) or (row["place"] == "in" and any(form in words for form in forms)):
            return row["unit"], row["dimension"]
    return ("元", "money") if value >= TOO_MANY else ("人", "person")
