"""Clean the edges of a phrase: signs, and brackets whose partner lies outside."""

import re

from policynlp.lexicons import row_forms
from policynlp.linking.parses import Parse
from policynlp.linking.right import LEFT_NOISE, RIGHT_NOISE
from policynlp.linking.scope import Scope
from policynlp.linking.words import triggers

YEARS = re.compile(r"[一二两三四五六七八九十\d]{1,3}年(?:来|间|多来)?")
LEAST = 2  # letters of what is measured
GRADE = re.compile(r"\d+(?:\.\d+)?级以上(?=.)")
OPENING, CLOSING = "（“《(‘", "）”》)’"
ANY = re.compile(f"[{OPENING}{CLOSING}]")
LEFT_EDGE, RIGHT_EDGE = LEFT_NOISE + "了的", RIGHT_NOISE + "的了等。—"


def tidy(scope: Scope, found: Parse) -> None:
    """Drop edge noise and a bracket whose partner lies outside."""
    text = scope.text
    changed = True
    while changed and found.start < found.end:
        before = (found.start, found.end)
        _drop_edges(text, found)
        _drop_half_brackets(text, found)
        changed = before != (found.start, found.end)


def drop_grade(text: str, found: Parse) -> None:
    """Drop how strong a thing is, in place: 5级以上|地震."""
    match = GRADE.match(text, found.start, found.end)
    if match:
        found.start = match.end()


def drop_hollow(text: str, found: Parse) -> None:
    """Empty a phrase that names nothing: 五年|提升, 超过|计划增长."""
    phrase = text[found.start : found.end]
    verb = triggers().get(phrase)
    if YEARS.fullmatch(phrase) or (verb is not None and verb.kind == "reach"):
        found.start = found.end


def _drop_edges(text: str, found: Parse) -> None:
    while found.start < found.end and text[found.start] in LEFT_EDGE:
        found.start += 1
    while found.start < found.end and text[found.end - 1] in RIGHT_EDGE:
        found.end -= 1
    aims = row_forms("phrase_marks", "AIM")
    if text.endswith(aims, found.start + LEAST, found.end):  # 3个示范镇|为重点
        found.end -= next(len(aim) for aim in aims if text.endswith(aim, found.start, found.end))


def _drop_half_brackets(text: str, found: Parse) -> None:
    if ANY.search(text, found.start, found.end) is None:
        return
    phrase = text[found.start : found.end]
    for opening, closing in zip(OPENING, CLOSING, strict=True):
        opened, closed = phrase.count(opening), phrase.count(closing)
        if closed > opened:
            found.start += phrase.index(closing) + 1 if phrase[0] != opening else 0
            found.end -= 1 if phrase[-1] == closing and phrase[0] == opening else 0
            return
        if opened > closed:
            at = phrase.rindex(opening)
            found.start, found.end = (
                (found.start + 1, found.end) if at == 0 else (found.start, found.start + at)
            )
            return
