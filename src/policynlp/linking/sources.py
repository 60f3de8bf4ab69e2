"""The first value of 由A提升至B where words stand before it: 降幅|由谷底的|-14.2%收窄至-11.6%."""

import re

from policynlp.linking.parses import Parse

LEAST = 5  # letters of 降幅由谷底的
SOURCE = re.compile(r"[由从][^，、；：由从年月\d]{1,8}的$")
LEADS_TO = re.compile(r"[-－—\d.．%％万亿]+[^，。；、\d]{0,10}(?:至|到|为)")


def cut_ground(text: str, found: Parse) -> None:
    """Cut off what a motion starts from, in place: 经费|在上年预算基础上|压缩30%."""
    if not text.endswith("基础上", found.start, found.end):
        return
    at = text.rfind("在", found.start, found.end)
    if at >= 0:
        found.end, found.period = at, None


def cut_source(text: str, found: Parse) -> None:
    """Cut off the words of a first value, in place, and note where they begin."""
    if found.end - found.start < LEAST or text[found.end - 1] != "的":
        return
    match = SOURCE.search(text, found.start + 1, found.end)
    if match and LEADS_TO.match(text, found.end):
        found.source = found.end = match.start()
