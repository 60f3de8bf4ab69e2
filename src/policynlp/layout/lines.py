"""Which line ends are layout, and which end a paragraph."""

import re
from collections import Counter

from policynlp.layout.offsets import Span
from policynlp.layout.rows import is_row

Line = re.Match[str]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_EMPTY = re.compile(r"\A\n+|\n+(?=\n|\Z)")
_INDENT = re.compile(r"(?<=\S)[ \u3000]*\u3000\u3000[ \u3000]*(?=\S)")
_INDENT_AFTER_STOP = re.compile(r"[ \u3000](?<=[。！？；：”）…].)[ \u3000]+(?=\S)")
_INDENTED = re.compile(r"\u3000\u3000| {2,}|\t")
# a text with fewer line ends than this has lost them
_LOST = 400

_STOPS = ("。", "！", "？", "。”", "！”", "？”", "。）")
_ENDS = (*_STOPS, "：", "；", "…", "”")
_OPENS = tuple("，、（《“‘")
_CLOSES = tuple("，。、；：）》”’！？%‰")
_HEADING = re.compile(
    r"[ \t\u3000]*(?:#|第[一二三四五六七八九十百零〇\d]+[编篇章节条]"
    r"|[一二三四五六七八九十]+[、是](?![一二三四五六七八九十])"
    r"|（[一二三四五六七八九十\d]+）|\d{1,2}[.、](?!\d)|——|[-*+>] |\|"
    r"|附件[：\d]|目[ \u3000]*录[ \u3000]*$|各位代表[：:！])"
)
_MID_STOP = re.compile(r"[，。；]")
_PAUSE = re.compile(r"[，。；、]")
# ——2031年1月26日在某省第十四届 / 人民代表大会第五次会议上
_MEETING = re.compile(r"会议?上）?$")
_CARRIED = re.compile(r"[与和及的、]")
NARROW, WIDE, SLACK, NEAR = 11, 60, 3.0, 12


def indents_to_breaks(text: str) -> str:
    """Make line feeds of the indents of paragraphs that stand in one line."""
    if "\u3000\u3000" not in text and text.count("\n") * _LOST > len(text):
        return text
    lost = text.count("\n") * _LOST < len(text)
    indent = _INDENT if lost and "\u3000\u3000" in text else _INDENT_AFTER_STOP
    return indent.sub(lambda match: "\n".ljust(len(match[0])), text)


def find_breaks(text: str) -> list[Span]:
    """Line ends to leave out: of one between paragraphs, its first line feed stays."""
    lines = list(_LINE.finditer(text))
    if not lines:
        return [(0, len(text))]
    page = Page(lines, suspect=len(lines) > 1 and len(text) < WIDE * len(lines))
    cuts = [(0, lines[0].start()), (lines[-1].end(), len(text))]
    for index in range(len(lines) - 1):
        end, start = lines[index].end(), lines[index + 1].start()
        cuts.append((end if page.joins(index) else end + 1, start))
    return cuts


def find_empty_lines(text: str) -> list[Span]:
    """Line ends that have nothing before them, or nothing after."""
    if "\n\n" not in text and not text.startswith("\n") and not text.endswith("\n"):
        return []
    return [match.span() for match in _EMPTY.finditer(text)]


def width(line: str) -> float:
    """Columns that a line takes, a Chinese character being one."""
    line = line.strip()
    return len(line) - 0.5 * sum(map(line.count, "0123456789.% "))


class Page:
    """The lines of a text, and the width of the column that each of them stands in."""

    def __init__(self, lines: list[Line], *, suspect: bool) -> None:
        self.lines = lines
        self.rows = _find_rows([line[0] for line in lines])
        self.columns = _find_columns([line[0] for line in lines], self.rows) if suspect else {}
        self.spacing = self._spacing() if self.columns else 1
        indented = sum(bool(_INDENTED.match(line[0])) for line in lines) if self.columns else 0
        self.has_indents = 0 < indented < 0.5 * len(lines)

    def _spacing(self) -> int:
        """Line feeds between two lines of a paragraph: 2 with a blank line between all lines."""
        open_lines = [
            place for place in self.columns if not self.lines[place][0].rstrip().endswith(_ENDS)
        ]
        gaps = Counter(self._feeds(place) for place in open_lines if place + 1 < len(self.lines))
        return gaps.most_common(1)[0][0] if gaps else 1

    def _feeds(self, index: int) -> int:
        return self.lines[index].string.count(
            "\n", self.lines[index].end(), self.lines[index + 1].start()
        )

    def joins(self, index: int) -> bool:
        """True where the line end after line ``index`` is layout."""
        line, after = self.lines[index][0].rstrip(), self.lines[index + 1][0]
        if index in self.rows or index + 1 in self.rows:
            return False
        if after.lstrip().startswith(_CLOSES) or line.endswith(_OPENS):
            return True
        if _HEADING.match(after) or line.endswith("会议上"):
            return False
        if _HEADING.match(line) and _goes_on(line.lstrip(), after.strip(), self.columns.get(index)):
            return True
        return index in self.columns and self._goes_on(index)

    def _goes_on(self, index: int) -> bool:
        """True where a line takes its whole column, or breaks off inside a sentence."""
        line, after = self.lines[index][0].rstrip(), self.lines[index + 1][0]
        if self.has_indents and _INDENTED.match(after):
            return False
        missing = self.columns[index] - width(line)
        if line.endswith(_STOPS):
            return missing <= SLACK and self._feeds(index) <= self.spacing
        if missing <= SLACK:
            return True
        if _HEADING.match(line):
            # ——国内生产总值增长 5%左右。主要考: the first line of a paragraph lacks its indent
            return missing <= SLACK + 2 and bool(_MID_STOP.search(line))
        return not line.endswith(_ENDS) and bool(_MID_STOP.search(line))


def _goes_on(heading: str, after: str, column: float | None) -> bool:
    """True where a heading takes two lines: 二、2031年经济社会发展总体 / 要求和主要目标."""
    if (
        heading.endswith(_ENDS)
        or _MID_STOP.search(heading + after)
        or len(heading) + len(after) > 60
    ):
        return False
    if heading.count("（") > heading.count("）") or heading.count("“") > heading.count("”"):
        return True
    if column and max(width(heading), width(after)) < column - SLACK + 1:
        return len(after) > 1 and not after.endswith(_ENDS)
    return bool(_CARRIED.match(after) or _MEETING.search(after)) or heading.endswith(
        tuple("和与及的")
    )


def _find_rows(lines: list[str]) -> set[int]:
    """Rows of tables: 新增专项债券 3.9 万亿元 规模比 2023 is none where no row stands beside it."""
    alike = {place for place, line in enumerate(lines) if is_row(line)}
    return {place for place in alike if "|" in lines[place] or alike & {place - 1, place + 1}}


def _find_columns(lines: list[str], rows: set[int]) -> dict[int, float]:
    """Of every line that stands among lines of one width, that width."""
    sizes = [0.0 if place in rows else width(line) for place, line in enumerate(lines)]
    found: dict[int, float] = {}
    for index, size in enumerate(sizes):
        near = [
            place
            for place in range(max(index - NEAR, 0), min(index + NEAR + 1, len(sizes)))
            if sizes[place]
        ]
        full = sorted(sizes[place] for place in near)[int((len(near) - 1) * 0.8)] if size else 0
        band = [lines[place].rstrip() for place in near if abs(sizes[place] - full) <= SLACK]
        if NARROW <= full <= WIDE and len(band) >= max(2, 0.4 * len(near)) and _is_running(band):
            found[index] = full
    return found


def _is_running(lines: list[str]) -> bool:
    """True for lines of running text: most break off in a sentence, many hold a stop."""
    open_ends = sum(not line.endswith(_ENDS) for line in lines)
    stops = sum(bool(_PAUSE.search(line)) for line in lines)
    return open_ends >= 0.5 * len(lines) and stops >= 0.3 * len(lines)
