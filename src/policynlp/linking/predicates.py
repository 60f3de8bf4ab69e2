"""The verb behind a counted noun, and the adverbs before it: 6个县|全部|脱贫."""

import re

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
    while word := _adverb(scope.text, start, end):
        start += len(word)
    match = predicate_start().match(scope.text, start, end)
    while match and match[0] in row_forms("predicate_starts", "ADVERB"):
        start = match.end()
        match = predicate_start().match(scope.text, start, end)
    if match is None and start > begin:
        return _done(scope, start, end)
    return (start, match.end()) if match else None


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
        if text[match.end() : end] not in nouns:
            return match
    return None


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
    return start + len(guarded.form) if guarded else start
