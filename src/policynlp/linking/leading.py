"""The word that a stretch begins with, as far as it is no part of the phrase behind it."""

from policynlp.linking.lookup import Word
from policynlp.linking.parses import Parse
from policynlp.linking.words import guards, left_words, trigger_table

FREE = "免费"  # an adverb only before a verb
SPLITTING = 3  # letters of a word that may end in the first one of another


def left_word(text: str, start: int, end: int) -> Word | None:
    """Give the word at the edge, a shorter one where it would break another: 其中|有线电视."""
    word = left_words().prefix(text, start, end)
    if word is None or len(word.form) < SPLITTING:
        return word
    last = start + len(word.form) - 1
    broken = guards("HEAD").prefix(text, last, end)
    return left_words().prefix(text, start, last) if broken else word


def qualifies(text: str, found: Parse, form: str, *, verbs: bool) -> bool:
    """建成8座|高标准粮仓, 建设|高质量水源林: behind a number or a verb it belongs to the noun."""
    if form == FREE:
        return trigger_table().prefix(text, found.start + len(form), found.end) is None
    if not form.startswith("高"):
        return False
    behind = found.kind == "do" and found.trigger is not None and found.trigger[1] == found.start
    after = found.start + len(form)
    return not verbs or (behind and not trigger_table().prefix(text, after, found.end))
