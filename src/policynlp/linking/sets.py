"""Closed sets, whose number is part of what they are called: 三条红线, 四个强省, 五项原则."""

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Span
from policynlp.schema import Mention

ALWAYS = ("LINE", "FRAME", "PRINCIPLE")
SMALL = "一二两三四五六七八九十"
SHORT = 3  # letters of a small number with its counter


def is_closed_set(text: str, quantity: Mention, noun: Span, deed: str) -> bool:
    """Whether the number only names a set, or the parts that the document goes on to list.

    Args:
        text: the clean text.
        quantity: the number.
        noun: what stands behind it, to the end of the clause.
        deed: the verb before it, empty if there is none.
    """
    start, end = noun
    if any(_ends(text, noun, row) for row in ALWAYS):
        return True
    if text.startswith(row_forms("closed_sets", "FRAME"), start):
        return True  # 八个|方面良好风气
    if text.startswith("：", end) and _ends(text, noun, "LISTED"):
        return True
    if not _is_small(text, quantity):
        return False
    if _ends(text, noun, "SLOGAN") or text.endswith(row_forms("size_marks", "TASK"), start, end):
        return True
    made = deed in row_forms("size_marks", "MAKING")
    return not made and _ends(text, noun, "THING") and end - start <= SHORT


def _ends(text: str, noun: Span, row: str) -> bool:
    """Whether the noun ends so, or does before 的: 五项原则|的立场."""
    (start, end), forms = noun, row_forms("closed_sets", row)
    owner = text.find("的", start, end)
    return text.endswith(forms, start, end) or text.endswith(forms, start, max(start, owner))


def _is_small(text: str, quantity: Mention) -> bool:
    """两个, 五项: written in characters, of things that slogans count."""
    short = quantity.end - quantity.start <= SHORT
    counted = quantity.value["unit"] in row_forms("size_marks", "COUNTER")
    return short and counted and text[quantity.start] in SMALL
