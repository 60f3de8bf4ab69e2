"""The grammar of a written quantity as one pattern: number, surplus, unit, hedge after it.

A form is looked up by a pattern nested letter by letter, so that 700 units cost no more than a few.
"""

import re
from collections.abc import Iterable
from functools import cache

from policynlp.lexicons import load_forms, load_rows
from policynlp.normalize.units import load_units

HEDGES = {form: row["relation"] for form, row in load_forms("hedges").items()}
TRIGGERS = frozenset(
    form
    for row in load_rows("hedges")
    if row["id"] in ("EXCEED", "PASS")
    for form in row["forms"].split("|")
)

# no quantity begins with another sign: one look spares the search most places
_STARTS = r"[-\d零〇一二两三四五六七八九十百千万亿几数半]"
_SIGNS = "零〇一二两三四五六七八九十百千万亿"
# 一千瓦 is 1 千瓦: these units begin with a sign of scale
_KILO = "千(?![瓦克伏帕卡焦赫乏牛])"
_SCALE = rf"(?:[十百千]?[万亿]+|[十百]|{_KILO}(?!米))"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_CHINESE = (
    rf"(?:[零〇一二两三四五六七八九十百万亿几数]|{_KILO})+(?:点[零一二三四五六七八九]+[百千万亿]*)?"
)


def nest(forms: Iterable[str]) -> str:
    """Pattern that matches the longest of the forms: 个, 个月, 个百分点 -> 个(?:月|百分点)?."""
    tree: dict[str, list[str]] = {}
    for form in forms:
        tree.setdefault(form[:1], []).append(form[1:])
    end = "" in tree
    tree.pop("", None)
    branches = [re.escape(sign) + nest(rests) for sign, rests in sorted(tree.items())]
    if not branches:
        return ""
    pattern = branches[0] if len(branches) == 1 and not end else f"(?:{'|'.join(branches)})"
    return pattern + ("?" if end else "")


def _unit_pattern() -> str:
    """A unit, alone or above a stroke, or two counters: 公斤, 部/百人, 头（只）; a guard matches where it is longer."""
    units = [form for form in load_units() if "/" not in form]
    latin = [form for form in units if form[-1].isascii() and form[-1].isalpha()]
    simple = f"(?:{nest([*units, *load_forms('unit_guards')])})"
    bare = f"(?:{nest(load_units())}|年(?!轻)|月|日|区|市|校|厂)"
    below = rf"[/／][每十百千万亿]*{bare}(?:[·/]{bare})?"
    # the units stand in it once: 700 forms take a while to compile
    either = rf"(?:（(?:{bare}(?:、|(?=）)))+(?<!、)）次?)?"
    closed = rf"(?:(?<![{_ends(latin)}])|(?![A-Za-z]))"
    rate = r"[/／](?:10|十)万(?![^\W\d_])"  # 死亡率15.7/10万
    return rf"(?:{rate}|{simple}(?:{below})?{either}{closed})"


def _ends(forms: Iterable[str]) -> str:
    return "".join(sorted({re.escape(form[-1]) for form in forms}))


def _alternatives(place: str) -> str:
    return nest(form for form, row in load_forms("hedges").items() if row["place"] == place)


@cache
def compile_finder() -> re.Pattern[str]:
    """The pattern of one number with all that follows it."""
    digits = rf"-?{_ARABIC}(?:{_SCALE}(?:零?\d+(?:\.\d+)?{_SCALE}?)*)?"
    return re.compile(
        rf"""(?={_STARTS})(?:(?<![A-Za-z\d.·])(?:(?<![%‰万亿])(?=-\d)|(?=\d))(?:
            (?P<ratio>\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?)+(?![\d:：年月]))
            |(?P<fraction>[1-9]\d?/[1-9]\d?(?![\d/年月万]))
            |(?P<digits>{digits}))
          |(?<![第{_SIGNS}])(?=[{_SIGNS}几数半])(?:
            (?P<share>[十百千万]+分之(?:{_ARABIC}|[{_SIGNS}]+(?:点[{_SIGNS}]+)?))
            |(?P<part>[{_SIGNS}]+分之[{_SIGNS}]+)
            |(?P<tenths>[一二三四五六七八九](?:点[一二三四五六七八九])?成[一二三四五六七八九半](?![十百千万亿个项家年月]))
            |(?P<half>一半|半数)(?!以?[天年月径])
            |(?P<figures>[两三]位数(?!字))
            |(?P<chinese>{_CHINESE}(?=[多余来]?{_first()}|[多余]|(?<=[万亿])|[至到—](?=[{_SIGNS}])))
          ))(?:(?P<more>[多余几]|来(?![自源看说到]))(?![元种样次年月日]?[化元样])(?P<scale>[万亿]+)?)?
          (?P<unit>{_unit_pattern()})?
          (?P<more2>多(?=[，。；、的）以]|$))?
          (?P<after>{_alternatives("after")})?
        """,
        re.VERBOSE,
    )


def _first() -> str:
    """First letters of units as a class: rules most of the 一 of a text out at once."""
    return f"[{''.join(sorted({re.escape(form[0]) for form in load_units()}))}]"


@cache
def compile_guards() -> re.Pattern[str]:
    """Words that begin with a numeral and are no quantity."""
    return re.compile(nest(load_forms("numeral_guards")))


@cache
def compile_hedges() -> re.Pattern[str]:
    """A hedge at the end of the text before a number; longest first by the search from the left."""
    return re.compile(f"(?:{_alternatives('before')})$")


@cache
def compile_verbs() -> re.Pattern[str]:
    """A verb that says of the number after it what a hedge would: 跨越3万亿元台阶."""
    return re.compile(f"(?:{_alternatives('verb')})$")
