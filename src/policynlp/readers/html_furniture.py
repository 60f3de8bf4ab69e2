"""Lines of a web page that are the site's and not the report's: crumbs, tools, the foot."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policynlp.lexicons import load_rows

_REPORTS = ("INDEX", "PUBLISHED", "SOURCE")  # who wrote the report, and when, stays
_TOOLS = re.compile(
    r"\s*[【\[（(]?(?:字[体号]|浏览次数|浏览量|点击数|点击次数|阅读次数)[：:].*$|^(?:阅读原文|欢迎(?:访问|光临)|共\s*\d+\s*页).*$"
)
_PARTS = re.compile(r"[\s|｜>＞\[\]【】]+")
_FOOT = re.compile(
    r"版权|ICP备|公网安备|网站标识码|备案(?:号|序号)|技术支持|(?:主办|承办)(?:单位)?[：:]|(?:主办|承办)(?:$|\s)|友情链接"
)
# these end a report as well, as the address to ask at: they go only with the foot
_BESIDE = re.compile(
    r"(?:地址|电话|邮编|邮箱|传真)[：:]|^(?:#+ )?(?:相关|热[点门]|推荐)\w{2,4}[：:]?$|^您对.*评价|分辨率"
)
_SENTENCE = re.compile("[，。]")
_LONGEST = 80
_FOOT_LINES = 8


def drop_furniture(lines: Sequence[str]) -> list[str]:
    """Give the lines without those of the site; a sentence, or a row of a table, is never one."""
    lines = [_TOOLS.sub("", line) if _may_be(line) else line for line in lines]
    return [line for line in lines[: _foot(lines)] if line.strip() and not _is_tool(line)]


def is_foot(text: str) -> bool:
    """True for the words under a page: who keeps the site, its numbers."""
    return _may_be(text) and bool(_FOOT.search(text))


def _may_be(line: str) -> bool:
    return len(line) <= _LONGEST and not line.startswith("|") and not _SENTENCE.search(line)


def _is_tool(line: str) -> bool:
    whole, prefixes = _forms()
    if not _may_be(line):
        return False
    return line.startswith(prefixes) or all(part in whole for part in _PARTS.split(line))


def _foot(lines: Sequence[str]) -> int:
    """Where the foot begins: at the first line of it from which on there is nothing else."""
    begin = len(lines)
    for place in range(len(lines) - 1, max(len(lines) - _FOOT_LINES, 0), -1):
        if is_foot(lines[place]):
            begin = place
        elif not (_is_tool(lines[place]) or _is_beside(lines[place])):
            break
        elif begin < len(lines):
            begin = place
    return begin


def _is_beside(line: str) -> bool:
    return _may_be(line) and bool(_BESIDE.search(line))


@cache
def _forms() -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset({"", *_of("line")}), tuple(_of("prefix"))


def _of(where: str) -> Iterator[str]:
    for row in load_rows("furniture"):
        if row["where"] == where and row["id"] not in _REPORTS:
            yield from row["forms"].split("|")
