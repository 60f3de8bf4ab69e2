"""Counted people who do what no known verb tells: 4000名|毕业生|回乡就业."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.linking.parses import Parse
from policynlp.linking.scope import Scope
from policynlp.linking.words import JOINTS, predicate_start
from policynlp.schema import Mention

CLOSE = "，、。；：！ \n"
PLACED = tuple("在每")
LEAST = 1000  # a number without a counter may be one of anything


def crowd_draft(scope: Scope, quantity: Mention, found: Parse) -> Draft | None:
    """Make the claim of people at the head of their clause who do something; None else."""
    bare = not quantity.value["unit"] and quantity.value["value"] >= LEAST
    if not (bare or quantity.value["dimension"] == "person") or not found.empty:
        return None
    placed = scope.text[quantity.start - 1 : quantity.start] in PLACED
    if found.trigger or placed:
        return None
    who = _who(scope, quantity.end) or _doing(scope, quantity.end)
    return Draft("level", None, Subject(*who), None, quantity, "counted") if who else None


def _who(scope: Scope, start: int) -> Span | None:
    """Give who stands behind the number, if a predicate follows them or the last of their list."""
    text = scope.text
    match = _people().match(text, start, scope.end)
    if match is None:
        return None
    follower = scope.number_from(match.end())
    if follower is not None and text[match.end() : follower.start] in JOINTS:
        acts = _who(scope, follower.end) or _acts(scope, follower.end)
        return match.span() if acts else None
    does = _does().match(text, match.end(), scope.end)
    return match.span() if does else None


def _doing(scope: Scope, start: int) -> Span | None:
    """26万人|受灾: what is counted is what they do."""
    if not scope.text.endswith("人", 0, start):
        return None
    form = next((f for f in row_forms("crowds", "DOING") if scope.text.startswith(f, start)), "")
    end = start + len(form)
    return (start, end) if form and (end >= scope.end or scope.text[end] in CLOSE) else None


def _acts(scope: Scope, start: int) -> bool:
    """Whether what is listed with them does something: 37名个人、12个集体|荣获表彰."""
    end = scope.clause_end(start)
    return predicate_start().search(scope.text, start, end) is not None


@cache
def _people() -> re.Pattern[str]:
    names = "|".join(row_forms("crowds", "PEOPLE"))
    return re.compile(rf"[^，。；、的和及与\d]{{0,12}}?(?:{names})+")


@cache
def _does() -> re.Pattern[str]:
    """Match what they do, no tail of their name: 老人|安装假肢, not 教师|队伍, 职工|的工资."""
    tails = "|".join(row_forms("crowds", "TAIL"))
    return re.compile(rf"(?!{tails})[^，。；、的和及与\d]{{2}}")
