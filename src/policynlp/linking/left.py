"""Trim a stretch from the left: links, times, places, adverbs, verbs → the phrase."""

import re

from policynlp.lexicons import row_forms
from policynlp.linking.governing import (
    begins_noun,
    governs,
    is_time,
    join_verb,
    stands_alone,
    with_second,
)
from policynlp.linking.leading import left_word, qualifies
from policynlp.linking.lookup import Word
from policynlp.linking.parses import Parse
from policynlp.linking.right import LEFT_NOISE
from policynlp.linking.scope import Scope
from policynlp.linking.stops import joined_place
from policynlp.linking.words import (
    guards,
    left_heads,
    left_words,
    trigger_table,
)
from policynlp.schema import Mention

ITEM = re.compile(r"(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,3}[.．、]|[①-⑳])")


def drop_item(text: str, found: Parse) -> None:
    """Drop the number of a list item: 54.新增粮食储备3万吨."""
    match = ITEM.match(text, found.start, found.end)
    if match and not text[found.start - 1 : found.start].isdigit():
        found.start = match.end()


def trim_left(scope: Scope, found: Parse, *, verbs: bool = True) -> None:
    """Cut off what may stand before an indicator, in place; ``verbs`` if verbs may."""
    text = scope.text
    while found.start < found.end:
        if text[found.start] in LEFT_NOISE:
            found.start += 1
        elif not (
            _drop_mention_left(scope, found)
            or (
                text[found.start] in left_heads()
                and (
                    _drop_verb_left(text, found, verbs=verbs)
                    or _drop_word_left(text, found, verbs=verbs)
                )
            )
        ):
            return


def _drop_mention_left(scope: Scope, found: Parse) -> bool:
    mention = scope.by_start.get(found.start)
    if mention is None or mention.end > found.end:
        return False
    if mention.label == "DIRECTION":
        return _take_governor(scope, found, mention)
    if mention.label == "REGION":
        if mention.end < found.end and scope.text[mention.end] in "”》":
            return False
        if scope.text.startswith(row_forms("phrase_marks", "OF_PLACE"), mention.end, found.end):
            return False
        found.region = joined_place(scope.text, found.region, mention)
    elif mention.label == "BASELINE":
        found.baseline = found.baseline or mention
    elif found.period is None:
        found.period = mention
    found.start = mention.end
    return True


def _take_governor(scope: Scope, found: Parse, mention: Mention) -> bool:
    """压减一般性支出10%: the verb before the phrase moves it."""
    theme = scope.text[mention.end : found.end].strip(LEFT_NOISE)
    if mention.value["kind"] == "noun" or not theme or found.direction or found.trigger:
        return False
    found.direction, found.trigger = mention, (mention.start, mention.end)
    found.kind, found.governs = "direction", True
    found.start = mention.end
    return True


def _drop_verb_left(text: str, found: Parse, *, verbs: bool) -> bool:
    verb = trigger_table().prefix(text, found.start, found.end) if verbs else None
    if verb is None or verb.role in ("reach", "share"):
        return False
    noun = guards("HEAD").prefix(text, found.start, found.end)
    if noun and not text.startswith("域", found.start + len(noun.form)):  # 建成|区域性中心
        return False
    if _narrows(text, found, verb):
        return False
    stop = with_second(text, found.start + len(verb.form), found.end)
    if is_time(text, stop, found.end):
        found.start = stop + 1
        return True
    if begins_noun(text, found) or (stop >= found.end and not stands_alone(found, verb.form)):
        return False
    word = left_words().prefix(text, found.start, found.end)
    if (word and len(word.form) > len(verb.form)) or not governs(text, stop, found, verb.form):
        return False
    join_verb(text, found, stop, verb.role)
    return True


def _narrows(text: str, found: Parse, verb: Word) -> bool:
    """具有资质的企业|实现利润, 推行新制度的县|达到: what they have or do only narrows them."""
    predicated = verb.role == "have" or found.kind in ("reach", "direction")
    return predicated and "的" in text[found.start + len(verb.form) + 1 : found.end]


def _is_towards(text: str, found: Parse) -> bool:
    """Whether the phrase ends in a head that 对 belongs to."""
    return text.endswith(row_forms("phrase_marks", "TOWARDS"), found.start, found.end)


def _drop_word_left(text: str, found: Parse, *, verbs: bool) -> bool:
    word = left_word(text, found.start, found.end)
    if word is None or qualifies(text, found, word.form, verbs=verbs):
        return False
    guarded = guards("HEAD").prefix(text, found.start, found.end)
    if guarded and len(guarded.form) > len(word.form):
        return False
    if word.form == "对" and _is_towards(text, found):
        return False  # 对经济增长的贡献率 is one phrase
    found.roles.add(word.role)
    if word.role == "prep" and word.form in "由从":
        found.source = found.start
    found.start += len(word.form)
    return True
