"""Numbers of those that pass a sum: 191家|工业企业|营业收入|超百亿元 counts the firms alone."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.schema import Mention

PAIR = 2


@cache
def _passing() -> re.Pattern[str]:
    names = "|".join((*row_forms("phrase_marks", "ACTOR"), *row_forms("closed_sets", "PASSER")))
    nouns = "|".join(row_forms("closed_sets", "MEASURED"))
    kinds = r"(?:[（(][^（）()，。]{1,8}[）)])?"
    rest = rf"(?:[^，。；：、的\d]{{0,6}}(?:{nouns})[均都各]?)?$"
    return re.compile(rf"[^，。；：、的\d]{{0,8}}?(?:{names}){kinds}(?={rest})")


def drop_sum(text: str, quantities: list[Mention]) -> tuple[int, int] | None:
    """Drop the sum that those before it pass, in place.

    Gives where the noun of those ends and where the sum does; None where there is no such sum.
    """
    if len(quantities) < PAIR or quantities[0].value["dimension"] != "count":
        return None
    one, two = quantities[:PAIR]
    if two.value["relation"] != "gt" or two.value["dimension"] != "money":
        return None
    match = _passing().match(text[one.end : two.start])
    if match is None:
        return None
    del quantities[1]
    return one.end + match.end(), two.end
