"""Phrase of an indicator → its id in ``indicators.tsv``."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from policynlp.lexicons import load_forms, load_rows

NOISE = re.compile(r"\s+|\[\d+\]|[“”\"]")
BRACKETS = re.compile(r"（[^（）]*）")
NAMED_REGION = re.compile(r"[一-鿿]{2,8}?(?:自治[区州县]|[省市区县州盟旗])")
_NARROW = str.maketrans("()", "（）")


@lru_cache(maxsize=2**14)  # a report, and reports of a kind, speak of the same things
def link_indicator(text: str) -> str | None:
    """Give the id of an indicator phrase, None when the lexicon does not know it.

    What narrows it in place or time is left aside, what makes it another indicator is not:

    >>> link_indicator("全省规模以上工业增加值"), link_indicator("居民消费价格（CPI）")
    ('INDUSTRIAL_VALUE_ADDED_SCALE', 'CPI')
    >>> link_indicator("农副产品增加值") is None
    True
    """
    plain = NOISE.sub("", text).translate(_NARROW)
    for variant in dict.fromkeys((plain, BRACKETS.sub("", plain))):
        for candidate in _candidates(variant):
            if found := _exact(candidate):
                return found
    return None


@cache
def _forms() -> dict[str, str]:
    """Forms without quotation marks, as phrases are compared."""
    return {NOISE.sub("", form): row["id"] for form, row in load_forms("indicators").items()}


@cache
def _affixes(side: str) -> tuple[str, ...]:
    rows = (row for row in load_rows("indicator_affixes") if row["side"] == side)
    forms = (form for row in rows for form in row["forms"].split("|"))
    return tuple(sorted(forms, key=len, reverse=True))


def _exact(phrase: str) -> str | None:
    return _forms().get(phrase)


def _candidates(phrase: str) -> Iterator[str]:
    """The phrase, then with its prefixes off one by one, then with its counting noun off."""
    shorter = list(_without_prefixes(phrase))
    yield from shorter
    for stem in shorter:
        if not stem.endswith(_affixes("suffix")):
            continue
        for suffix in _affixes("suffix"):
            if stem.endswith(suffix) and len(stem) > len(suffix) + 1:
                yield stem.removesuffix(suffix)


def _without_prefixes(phrase: str) -> Iterator[str]:
    while phrase:
        yield phrase
        prefix = _prefix().match(phrase) or NAMED_REGION.match(phrase)
        if prefix is None:
            return
        phrase = phrase[prefix.end() :]


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _affixes("prefix"))))
