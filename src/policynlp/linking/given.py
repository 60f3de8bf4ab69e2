"""Counted people right behind 为, with the deed that ends their name: 为9万名|残疾人|提供服务.

Read before the clause is; what stands apart from 为, or in a list, is left to ``recipients``.
"""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Span
from policynlp.linking.scope import Scope
from policynlp.linking.subjects import Attached
from policynlp.linking.words import alternation, trigger_table
from policynlp.schema import Mention

STOPS = "，。；：、,;: \n"
LEAST = 2  # letters of those who are counted
CLOSED = "的和与及"
COUNTED = frozenset(("count", "person"))


@cache
def _giving() -> re.Pattern[str]:
    return alternation((*row_forms("given", "GIVING"), *row_forms("given", "LIGHT")))


def given_to(scope: Scope, quantity: Mention, left: int, right: int) -> Attached | None:
    """Read who is counted, and the deed behind them; None if it is not said to be for them.

    Args:
        scope: the sentence.
        quantity: the number.
        left: where the words before the number begin.
        right: where the words behind it end.
    """
    if quantity.value["dimension"] not in COUNTED or not _is_towards(scope, left, quantity.start):
        return None
    start = quantity.end
    for match in _giving().finditer(scope.text, start + LEAST, right):
        stop = _before_adverbs(scope.text, start, match.start())
        if stop - start >= LEAST and scope.text[stop - 1] not in CLOSED:
            who = (start, stop)
            return Attached(who, _deed(scope.text, match.span(), right), who, given=True)
    return None


def _deed(text: str, verb: Span, right: int) -> Span:
    """进行拆迁|改造: what is done stands at the end of the clause."""
    if text[slice(*verb)] not in row_forms("given", "LIGHT"):
        return verb
    word = trigger_table().suffix(text, verb[1], right)
    return (right - len(word.form), right) if word and len(word.form) >= LEAST else verb


def _is_towards(scope: Scope, left: int, start: int) -> bool:
    """Whether a preposition stands before the number, and no word that it ends: 成为, 面向."""
    if not scope.text.endswith(row_forms("given", "TOWARDS"), left, start):
        return False
    lead = scope.text[left : start - 1].rstrip(STOPS)
    before = scope.by_end.get(start - 1)
    timed = before is not None and before.label in ("TIME", "REGION")
    stopped = scope.text[start - 2 : start - 1] in tuple(STOPS)
    adverbs = row_forms("given", "ADVERB") + row_forms("given", "LEAD")
    return not lead or timed or stopped or lead.endswith(adverbs)


def _before_adverbs(text: str, start: int, end: int) -> int:
    forms = row_forms("given", "ADVERB")
    while form := next((f for f in forms if text.endswith(f, start, end)), ""):
        end -= len(form)
    return end
