"""Shares of one whole written as a ratio: 三次产业结构为6.8:54.8:38.4 has three values."""

import re

from policynlp.linking.drafts import Subject
from policynlp.schema import Mention

SIGN = re.compile(r"[:：∶]")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SHARES = 3  # two numbers are a rate of one to the other: 收入比1.8:1
WHOLE, ERROR = 100, 1  # per cent; what rounding may leave


def shares_of(text: str, quantity: Mention) -> list[Mention]:
    """Divide a ratio whose numbers make up a whole; any other quantity stays as it is."""
    if quantity.value["unit"] or len(SIGN.findall(text, quantity.start, quantity.end)) + 1 < SHARES:
        return [quantity]
    numbers = list(NUMBER.finditer(text, quantity.start, quantity.end))
    if abs(sum(float(number[0]) for number in numbers) - WHOLE) > ERROR:
        return [quantity]
    return [_share(quantity, number) for number in numbers]


def _share(quantity: Mention, number: re.Match[str]) -> Mention:
    value = {**quantity.value, "value": float(number[0]), "unit": "%", "dimension": "ratio"}
    return quantity._replace(start=number.start(), end=number.end(), value=value)


def is_one_whole(text: str, group: list[Mention], subject: Subject) -> bool:
    """Whether the shares have one name: 三次产业结构为6:55:39, not 一、二、三产业比重为6:55:39."""
    words = subject.words(text)
    gaps = text[group[0].end : group[-1].start]
    divided = len(group) >= SHARES and SIGN.search(gaps) is not None
    return divided and ("、" not in words or words.startswith("一"))
