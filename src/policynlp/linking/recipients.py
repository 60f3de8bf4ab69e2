"""Counted people for whom something is done: 为|12万名|老人|办理养老手续."""

import re
from collections.abc import Iterator
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.linking.leading import FREE
from policynlp.linking.lookup import Table, Word
from policynlp.linking.phrases import parse, parse_theme
from policynlp.linking.reader import Reader
from policynlp.linking.scope import Scope
from policynlp.linking.subjects import parse_after
from policynlp.linking.words import JOINTS, triggers
from policynlp.schema import Mention

UNITS = frozenset(("", "人", "名", "位", "户", "家", "所", "个"))
NEAR = 12  # letters in which the preposition stands


def recipients_draft(reader: Reader, quantity: Mention, left: int) -> Draft | None:
    """Make the claim of who is counted, with the verb of what is done; None where none is."""
    scope = reader.scope
    if quantity.value["unit"] not in UNITS or not _is_served(reader, quantity, left):
        return None
    told = _told(scope, quantity.end, scope.clause_end(quantity.end))
    if told is None:
        return None
    who, verb = told
    theme = who or parse_after(scope, verb[1])
    return Draft("level", None, Subject(*theme), verb, quantity, "counted") if theme else None


def _is_served(reader: Reader, quantity: Mention, left: int) -> bool:
    """Whether 为, 对 stands before the number, or one that it goes along with, and no subject."""
    text, last = reader.scope.text, reader.drafts[-1] if reader.drafts else None
    serving = row_forms("recipients", "SERVING")
    if last is not None and last.quantity and text[last.subject.end : quantity.start] in JOINTS:
        return text.endswith(serving, 0, last.quantity.start)
    at = _preposition(text, left, quantity.start)
    if at < 0:
        return False
    before = parse(reader.scope, left, at)
    return before.empty and before.trigger is None and before.direction is None


def _preposition(text: str, left: int, end: int) -> int:
    """Give where 为 stands, before the number or what narrows it: 为|符合条件的|2万名老人; else -1."""
    match = _narrowed().search(text, max(left, end - NEAR), end)
    if match is None or any(_deeds(text, match.end(1), end)):
        return -1
    return match.start()


@cache
def _narrowed() -> re.Pattern[str]:
    serving = "|".join(row_forms("recipients", "SERVING"))
    return re.compile(rf"({serving})[一-龥]{{0,10}}$")


def _told(scope: Scope, start: int, end: int) -> tuple[Span | None, Span] | None:
    """Give who is counted and the verb behind: 学生|免收, of a list that of the last."""
    text = scope.text
    start += text.startswith("的", start)
    follower = scope.number_from(start)
    near = min(follower.start, end) if follower else end
    for at, stop in _deeds(text, start, near):
        who = parse_theme(scope, start, at)
        if at == start and text.startswith("人", start - 1):
            return None, (at, stop)  # 25万人|解决|饮水困难
        if not who.empty and text.endswith(row_forms("recipients", "PEOPLE"), start, who.end):
            free = text[at:stop] == FREE
            deed = next(_deeds(text, stop, near), (at, stop)) if free else (at, stop)
            return (who.start, who.end), deed
    if follower is None or not text.endswith(JOINTS, start, near):
        return None
    told = _told(scope, follower.end, end)
    who = parse_theme(scope, start, near - 1)
    return ((who.start, who.end), told[1]) if told and told[0] and not who.empty else None


def _deeds(text: str, start: int, end: int) -> Iterator[Span]:
    """Find what is done for people, verb by verb."""
    at = start
    while at < end:
        verb = _deed_table().prefix(text, at, end)
        if verb is not None:
            yield at, at + len(verb.form)
        at += len(verb.form) if verb else 1


@cache
def _deed_table() -> Table:
    known = {form for form, verb in triggers().items() if verb.kind == "do" and len(form) > 1}
    given = row_forms("recipients", "GIVEN")
    return Table({form: Word(form, "do") for form in (*known, *given)})
