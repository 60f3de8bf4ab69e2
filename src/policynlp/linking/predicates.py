"""The verb behind a counted noun, and the adverbs before it: 6个县|全部|脱贫."""

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Span
from policynlp.linking.scope import Scope
from policynlp.linking.words import (
    guards,
    left_words,
    predicate_start,
    right_words,
    trigger_table,
    triggers,
)
from policynlp.schema import Mention


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
    while word := _adverb(scope.text, start, end):
        start += len(word)
    match = predicate_start().match(scope.text, start, end)
    while match and match[0] in row_forms("predicate_starts", "ADVERB"):
        after = predicate_start().match(scope.text, match.end(), end)
        start, match = (match.end(), after) if after else (start, None)
    return (start, match.end()) if match else None


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
