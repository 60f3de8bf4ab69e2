"""The subject that a clause without one takes from before it, or from behind its number."""

import re
from dataclasses import replace

from policynlp.lexicons import row_forms
from policynlp.linking.coordination import PLACE, modifier
from policynlp.linking.drafts import Subject
from policynlp.linking.parses import Parse
from policynlp.linking.reader import Reader, class_of
from policynlp.linking.scope import Scope
from policynlp.linking.subjects import parse_after
from policynlp.linking.words import NEW, ends_with_scale
from policynlp.schema import Mention

WEIGHT = re.compile(r"(?<=..)占[^，；]*(?:比重|比例|份额|比率)$")
REACH = 5
PER_HEAD = "人均"


def own_subject(reader: Reader, found: Parse) -> Subject:
    """Give the subject that the words before a number name, with what they leave to the one before."""
    text, before = reader.scope.text, reader.subject
    subject = Subject(found.start, found.end)
    own, words = subject.words(text), before.words(text) if before else ""
    rest = _counterpart(own, words)
    if text.startswith("的", found.end) and "的" in words:
        rest = words[words.rfind("的") :]  # 污染较重|的占5%: the head is that of the subject before
    return replace(subject, text=own + rest, inherited=True) if rest else subject


def _counterpart(place: str, words: str) -> str:
    """城镇每百户拥有汽车46辆，农村|20辆: the other place goes on with the words of the first."""
    first = modifier(words, PLACE)
    other = place != first and place in row_forms("modifiers", PLACE)
    return words[len(first) :] if first and other else ""


def taken_over(reader: Reader, quantity: Mention, found: Parse) -> Subject | None:
    """Give the subject of before, as far as the number can belong to it."""
    subject, text = reader.subject, reader.scope.text
    if subject is None:
        return _behind(reader, quantity, found)
    words = subject.words(text)
    summed = "累计" in text[max(0, quantity.start - REACH) : quantity.start]
    if (
        (summed or _reached(reader, quantity, found))
        and words[len(NEW) :]
        and words.startswith(NEW)
    ):
        return _part(subject, words, len(NEW), len(words))  # 新增座位3万个、累计达9万个
    if _is_per_head(reader.scope.text, quantity, words):
        return replace(subject, text=PER_HEAD + words)  # 生产总值达到5万亿元，人均|达到2万元
    weight = WEIGHT.search(words)
    grows = found.direction is not None and quantity.value["unit"] == "%"
    if weight and grows and not (found.direction and found.direction.value["to"]):
        return _part(subject, words, 0, weight.start())  # 增加值占全市比重8%，年均|增长10%
    return subject


def _is_per_head(text: str, quantity: Mention, words: str) -> bool:
    """Whether the number is the share of a head in the product that the words name."""
    own = text[max(0, quantity.start - REACH) : quantity.start].rpartition("，")[2]
    product = words.endswith(row_forms("phrase_marks", "PRODUCT")) and PER_HEAD not in words
    return product and own.startswith(PER_HEAD) and quantity.value["dimension"] == "money"


def _reached(reader: Reader, quantity: Mention, found: Parse) -> bool:
    """新增企业96家，|达到815家: a sum above what was added."""
    last = reader.drafts[-1].quantity if reader.drafts else None
    if last is None or found.kind != "reach" or class_of(last) != class_of(quantity):
        return False
    return bool(quantity.value["value"] > last.value["value"])


def _part(subject: Subject, words: str, start: int, end: int) -> Subject:
    if subject.text is None:
        return replace(subject, start=subject.start + start, end=subject.start + end)
    return replace(subject, text=words[start:end])


def _behind(reader: Reader, quantity: Mention, found: Parse) -> Subject | None:
    """保持每年递增5%的|经济增长速度: the only noun stands behind the number."""
    text = reader.scope.text
    if found.direction is None or not text.startswith("的", quantity.end):
        return None
    theme = parse_after(reader.scope, quantity.end + 1)
    return Subject(*theme) if theme and ends_with_scale(text[slice(*theme)]) else None


def names_anew(reader: Reader, quantity: Mention, found: Parse, subject: Subject | None) -> bool:
    """Whether what follows the verb is counted: 731万人|纳入…, not 其中|2万名享受补助."""
    before = reader.drafts[-1].quantity if reader.drafts else None
    if before is not None and "among" in found.roles and class_of(before) == class_of(quantity):
        return subject is None
    return subject is None or quantity.value["dimension"] == "person"


def last_in_row(scope: Scope, quantity: Mention) -> Mention:
    """Give the number that the verb stands behind: 620户|2100人|纳入帮扶."""
    follower = scope.number_at(quantity.end)
    return follower or quantity
