"""The verb behind a counted noun, and the adverbs before it: 6个县|全部|脱贫."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Span
from policynlp.linking.scope import Scope
from policynlp.linking.words import (
    ends_with_head,
    guards,
    left_words,
    predicate_start,
    right_words,
    trigger_table,
    triggers,
)
from policynlp.schema import Mention

SHORT = 2  # letters of a verb that ends its clause


def deed(text: str, start: int, end: int, *, strong: bool = False) -> Span | None:
    """Read a verb of doing at ``start``: 企业|化解|债务风险, not 企业|研发|中心."""
    verb = trigger_table().prefix(text, start, end)
    if verb is None or verb.role != "do":
        return None
    stop = start + len(verb.form)
    if strong and not triggers()[verb.form].strong and not _has_object(text, stop, end):
        return None
    return start, stop


def _has_object(text: str, start: int, end: int) -> bool:
    """发展|特色产业 is a deed, 研发|中心 a noun."""
    nouns = row_forms("deed_marks", "DEEDLESS")
    return end - start > 3 and not text.endswith(nouns, start, end)


def verb_behind(scope: Scope, quantity: Mention, end: int) -> Span | None:
    """Read a verb that follows its number at once: 6个|荣获省级称号."""
    return predicate(scope, quantity.end, end)


def predicate(scope: Scope, start: int, end: int) -> Span | None:
    """Skip adverbs before the verb: 全部|脱贫."""
    begin = start
    while (word := _adverb(scope.text, start, end)) and not (
        start + len(word) == end and word in triggers()
    ):  # 试点|顺利|推进
        start += len(word)
    match = predicate_start().match(scope.text, start, end)
    last = match
    while match and match[0] in row_forms("predicate_starts", "ADVERB"):
        start, last = match.end(), match
        match = predicate_start().match(scope.text, start, end)
    if match is None and last is not None and start == end and _is_deed(last[0]):
        return last.span()  # 2所大学|获批
    if match is None and start > begin:
        return _done(scope, start, end)
    return (start, _end(scope.text, start, match.end(), end)) if match else None


def _is_deed(form: str) -> bool:
    return form in triggers() and triggers()[form].strong


def _end(text: str, start: int, stop: int, end: int) -> int:
    """Give where the longest verb ends: 启动建设, not 启动."""
    verb = trigger_table().prefix(text, start, end)
    return max(stop, start + len(verb.form)) if verb and verb.role == "do" else stop


def _done(scope: Scope, start: int, end: int) -> Span | None:
    """Read the verb behind an adverb: 全面|铺开, 全部|改造完成, not 受到|国家, 支持|项目."""
    if verb := deed(scope.text, start, end):
        return verb
    word = scope.text[start:end]
    named = start in scope.by_start or ends_with_head(word)
    return (start, end) if len(word) == SHORT and word.isalpha() and not named else None


def first_predicate(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find where a predicate begins behind a counted noun, not inside it: 12个|在建投产|项目."""
    nouns = row_forms("deed_nouns", "NAMED")
    for match in predicate_start().finditer(text, past_noun(text, start, end), end):
        quoted = text.rfind("“", start, match.start()) > text.rfind("”", start, match.start())
        named = text[match.end() : end] in nouns or _is_enclosed(text, match.start())
        if not (quoted or named):
            return match
    return None


def _is_enclosed(text: str, start: int) -> bool:
    """Whether the verb stands inside a noun: 互|联网|平台."""
    enclosing = row_forms("deed_marks", "ENCLOSING")
    return any(text.startswith(form, start - 1) for form in enclosing)


def complement(text: str, start: int, end: int, *, told: bool) -> int:
    """Give where words of place begin that end a noun, ``end`` if none do.

    大学生|在本地创业; ``told`` if the verb behind them is known: 项目|在博览会上|获奖.
    """
    match = _complement().search(text, start + SHORT, end)
    if match is None or match.end() != end or (not told and ends_with_head(match[0])):
        return end
    return match.start()


@cache
def _complement() -> re.Pattern[str]:
    inside = "|".join(row_forms("deed_marks", "INSIDE"))
    return re.compile(rf"(?:在|到|赴)(?!(?:{inside}))[^，。；、的]{{1,20}}")


def _adverb(text: str, start: int, end: int) -> str:
    word = right_words().prefix(text, start, end) or left_words().prefix(text, start, end)
    return (
        word.form
        if word and word.role in ("adverb", "each", "successive", "push", "target", "forecast")
        else ""
    )


def before_adverbs(text: str, start: int, end: int) -> int:
    """Drop the adverbs before a predicate: 5个县|高质量|完成."""
    while (word := left_words().suffix(text, start, end)) and word.role in ("push", "adverb"):
        end -= len(word.form)
    return end


def past_noun(text: str, start: int, end: int) -> int:
    """Give where a predicate may begin: not in 43个|全面小康建设示范村."""
    guarded = guards("HEAD").prefix(text, start, end)
    verb = trigger_table().prefix(text, start, end)
    noun = guarded or (verb if verb and verb.form[0] == "新" else None)  # 46个|新开工项目
    if noun:
        return start + len(noun.form)
    begins = predicate_start().match(text, start, end)
    past = past_relative(text, begins.end(), end) if begins else start
    return start if begins and past == begins.end() else past


def past_relative(text: str, start: int, end: int) -> int:
    """Give where the head of a relative clause is past: 22个|列入清单的项目|完工; else ``start``."""
    at = text.find("的", start + 1, end)
    return at + 1 + SHORT if 0 <= at < end - SHORT else start
