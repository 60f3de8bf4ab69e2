"""Find what a number measures when it does not stand before it."""

import re
from functools import cache
from typing import NamedTuple

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Span
from policynlp.linking.parses import Parse
from policynlp.linking.phrases import parse_theme
from policynlp.linking.predicates import (
    before_adverbs,
    complement,
    deed,
    first_predicate,
    past_relative,
    predicate,
)
from policynlp.linking.scope import Scope
from policynlp.linking.words import (
    JOINTS,
    NEW,
    ends_with_head,
    ends_with_scale,
    guards,
    trigger_table,
    triggers,
)

NOT_NOUN = frozenset("，、。；：,;:（）()！？ \t/—-”》和或及与至到为是了并且")
SIZED = ("规模以上", "规模化", "水平较", "目标任务")
LISTED = ("等各", "等一", "等重点", "等任务", "等目标")
# 改造15处积水点（市水务局负责）
REMARK = re.compile(r"[（(][^（）()]{4,}[)）]?$")
FRAMES = "中内上里间"


@cache
def actor() -> re.Pattern[str]:
    """Match who is counted where what they do follows: 65家|企业|化解债务风险."""
    names = "|".join(row_forms("phrase_marks", "ACTOR"))
    places = "|".join(row_forms("deed_marks", "PLACE"))
    return re.compile(rf"[^的，、]{{0,8}}?(?:{names}|(?P<place>{places}))(?=[^，、的])")


class Attached(NamedTuple):
    """The phrase behind a number and the verb that follows it (9个化工园区|通过).

    ``whole`` goes on to the end, for a number whose verb stands before it (完成2万人|脱贫任务);
    ``given`` says that the deed is done for those that are counted (为9万名残疾人|提供服务).
    """

    phrase: Span
    verb: Span | None
    whole: Span
    given: bool = False


def attached(scope: Scope, start: int, end: int) -> Attached | None:
    """Read the noun phrase that follows a number directly: 45个|老年儿童微游乐园.

    ``start`` is where the number ends, ``end`` where the stretch behind it does. None if no noun
    follows.
    """
    text = scope.text
    remark = REMARK.search(text, start, end)
    end = remark.start() if remark else end
    while start < end and text[start] in " ":
        start += 1
    if text.startswith("的", start):
        start += 1
    if (
        start >= end
        or text[start] in NOT_NOUN
        or text.startswith(LISTED, start)
        or _is_tail(text, start)
    ):
        return None
    if start in scope.by_start and scope.by_start[start].label == "DIRECTION":
        return None
    verb = trigger_table().prefix(text, start, end)
    if verb and _begins_clause(text, start, end, verb.form):
        return None
    return _split_predicate(scope, start, end)


def _begins_clause(text: str, start: int, end: int, verb: str) -> bool:
    """Whether the verb behind a number begins a clause, not a noun: 两个|集聚区, 5条|新建道路."""
    if len(verb) == 1 or not triggers()[verb].strong or guards("HEAD").prefix(text, start, end):
        return False
    after = start + len(verb)
    anew = verb[0] == "新" and verb != NEW
    return not anew and past_relative(text, after, end) == after  # 8家|通过认定的|企业


def _is_tail(text: str, start: int) -> bool:
    """6万亿元|规模, but 96家|规模以上工业企业."""
    tails = row_forms("phrase_marks", "TAIL")
    return text.startswith(tails, start) and not text.startswith(SIZED, start)


def _split_predicate(scope: Scope, start: int, end: int) -> Attached | None:
    text = scope.text
    while end > start and text[end - 1] in (*JOINTS, " "):
        end -= 1
    match = first_predicate(text, start, end)
    if match and match.start() == start:
        return None
    stop = before_adverbs(text, start, match.start()) if match else end
    stop = complement(text, start, stop, told=match is not None)
    end = end if match else stop  # 4万名大学生|在本地创业
    phrase = parse_theme(scope, start, stop)
    if phrase.empty or _is_frame(text, phrase):
        return None
    span = (phrase.start, phrase.end)
    act = actor().match(text, phrase.start, end)
    if act and act[0].count("“") > act[0].count("”"):
        act = None  # “新时代城市|建设者之家”
    noun = stop if act and act.end() < stop else end
    strong = act and deed(text, act.end(), noun, strong=True)
    if act and (strong or not (act["place"] or _goes_on(text, act.end(), noun, end))):
        who = (phrase.start, act.end())
        does = strong or predicate(scope, act.end(), end) or deed(text, act.end(), end)
        return Attached(who, does, who)
    verb = predicate(scope, match.start(), end) if match else None
    rest = parse_theme(scope, phrase.start, end)
    return Attached(span, verb, span if rest.empty else (rest.start, rest.end))


def _goes_on(text: str, start: int, noun: int, end: int) -> bool:
    """Whether who is counted only begins the noun: 20家企业|研发中心|通过认定, 3家企业|研发中心."""
    if ends_with_head(text[start:end]):
        return True
    return ends_with_head(text[start:noun]) and not ends_with_scale(text[start:noun])


def _is_frame(text: str, phrase: Parse) -> bool:
    """Whether the phrase only says where: 8个城市|中, not 8个|车间."""
    named = text.endswith(row_forms("place_marks", "NO_FRAME"), phrase.start, phrase.end)
    return text[phrase.end - 1] in FRAMES and not named


def parse_after(scope: Scope, start: int) -> Span | None:
    """Read the noun phrase from ``start`` to the end of its clause."""
    end = start
    while end < scope.end and scope.text[end] not in "，；。：！？":
        end += 1
    found = parse_theme(scope, start, end)
    return None if found.empty else (found.start, found.end)
