"""Words around an indicator: what may stand before it, after it, and what governs it."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from policynlp.lexicons import Row, iter_forms
from policynlp.linking.lookup import Table, Word

JOINTS = ("、", "和", "及", "与", "或")  # between the members of a list
NEW = "新增"


class Trigger(NamedTuple):
    """A verb that may govern a number: 完成, 达到, 占."""

    form: str
    kind: str
    strong: bool
    always: bool
    after: bool
    mid: bool


def _column(name: str, column: str) -> dict[str, Word]:
    return {form: Word(form, row[column]) for form, row in iter_forms(name) if row[column]}


@cache
def left_words() -> Table:
    """Words that stand before an indicator and are no part of it: 其中, 预计, 全面."""
    return Table(_column("function_words", "left"))


@cache
def right_words() -> Table:
    """Words between an indicator and its number or verb: 分别, 年均, 明显."""
    return Table(_column("function_words", "right"))


@cache
def guards(side: str) -> Table:
    """Words that begin (``HEAD``) or end (``TAIL``) like a function word and are none: 对外, 供应."""
    forms = (form for form, row in iter_forms("word_guards") if row["id"] in (side, "BOTH"))
    return Table({form: Word(form, side) for form in forms})


@cache
def left_heads() -> frozenset[str]:
    """First characters of the words and triggers that may be cut off on the left."""
    return frozenset(left_words().heads.keys() | trigger_table().heads.keys())


@cache
def right_tails() -> frozenset[str]:
    """Last characters of the words and triggers that may be cut off on the right."""
    return frozenset(right_words().tails.keys() | trigger_table().tails.keys())


def _trigger(form: str, row: Row) -> Trigger:
    return Trigger(
        form,
        row["id"],
        row["strong"] in "12",
        row["strong"] == "2",
        row["after"] == "1",
        row["mid"] == "1",
    )


@cache
def triggers() -> dict[str, Trigger]:
    """Map each trigger to its row of ``triggers.tsv``."""
    table = {form: _trigger(form, row) for form, row in iter_forms("triggers")}
    deeds = [t for t in table.values() if t.kind == "do" and len(t.form) > 1 and t.form[0] != "新"]
    anew = {f"新{t.form}": t._replace(form=f"新{t.form}", strong=True) for t in deeds}
    return {**anew, **table}


@cache
def trigger_table() -> Table:
    """Look up triggers at an edge."""
    return Table({form: Word(form, trigger.kind) for form, trigger in triggers().items()})


@cache
def mid_cut() -> re.Pattern[str]:
    """What divides a clause wherever it stands: 财政累计投入“三农”资金."""
    cuts = [form for form, row in iter_forms("function_words") if row["mid"]]
    return alternation([*cuts, *(form for form, t in triggers().items() if t.mid)])


@cache
def predicate_start() -> re.Pattern[str]:
    """Where a predicate begins behind a counted noun: 9个化工园区|通过省级认定."""
    words = [form for form, row in iter_forms("predicate_starts")]
    return alternation(words)


def alternation(words: Iterable[str]) -> re.Pattern[str]:
    """Compile words to one pattern, longest first, branched on the first character."""
    tails: dict[str, list[str]] = {}
    for form in sorted(words, key=len, reverse=True):
        tails.setdefault(form[0], []).append(re.escape(form[1:]))
    return re.compile("|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in tails.items()))


@cache
def heads() -> frozenset[str]:
    """Head nouns of indicators, scales and things counted alike."""
    return frozenset(form for form, _ in iter_forms("heads"))


@cache
def scale_heads() -> frozenset[str]:
    """Head nouns that name a scale: 率, 面积, 水平."""
    return frozenset(form for form, row in iter_forms("heads") if row["scale"] == "1")


def ends_with_scale(phrase: str) -> bool:
    """Tell whether the phrase ends in a head noun that can be more or less."""
    return not scale_heads().isdisjoint(_endings(phrase))


def ends_with_head(phrase: str) -> bool:
    """Tell whether the phrase ends in a known head noun of any kind."""
    return not heads().isdisjoint(_endings(phrase))


def _endings(phrase: str) -> tuple[str, ...]:
    """Give the last one to four characters, where a head is looked for."""
    return phrase[-1:], phrase[-2:], phrase[-3:], phrase[-4:]
