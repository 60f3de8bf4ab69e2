"""Lines of pages to paragraphs, and where in the text each page begins."""

import re

from policynlp.readers.grid import join_lines
from policynlp.readers.pdf_marks import Line

_FULL = 1.6  # ems that a full line may lack of its column
_INDENT = 1.0  # ems from which a line is indented
_LOOSE = 1.45  # times the usual pitch: a blank line between
_SIZES = 0.15  # share by which the sizes of one paragraph differ
_LEAD = re.compile(
    r"第[一二三四五六七八九十百]{1,4}[篇编章节条]|[一二三四五六七八九十]{1,3}[、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[、．.](?!\d)|——|[-•●■◆·▪] ?|附?表\s*\d"
)
# 增长 / 7.4%，: the number and its stop go to the next line together
_WHOLE = re.compile(r"[“（《]*[\dA-Za-z.,%‰/-]+[，。；：、）”》%]*")
_OPEN = ("，", "、", "（", "“", "《")
_NARROW = 0.6  # ems of a digit
_HANGING = re.compile(r"\d{1,2}[、．.](?!\d)|——|[-•●■◆·▪]")


class Flow:
    """Takes the lines of page after page, and writes the text."""

    def __init__(self) -> None:
        self.pages: list[int] = []
        self._pieces: list[str] = []
        self._size = 0
        self._last: Line | None = None
        self._hangs = False
        self._waiting = 0  # pages whose first line has not come

    def turn_page(self) -> None:
        """Begin a page."""
        self._waiting += 1

    def add(self, line: Line) -> None:
        """Write a line, into the paragraph before it or under it."""
        joins = self._last is not None and self._goes_on(self._last, line)
        mark = "" if self._last is None else _space(self._last, line) if joins else "\n"
        self._write(mark)
        self.pages += [self._size] * self._waiting
        self._waiting = 0
        self._write(line.text.strip())
        self._hangs = bool(_HANGING.match(line.text)) or (joins and self._hangs)
        self._last = line

    def text(self) -> str:
        """The whole text; pages without a line begin where it ends."""
        self.pages += [self._size] * self._waiting
        self._waiting = 0
        return "".join(self._pieces)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._size += len(text)

    def _goes_on(self, last: Line, line: Line) -> bool:
        """True where a line goes on with the paragraph of the one before it."""
        if last.is_table or line.is_table or "  " in last.text + line.text:
            return False
        if abs(last.size - line.size) > _SIZES * max(last.size, line.size):
            return False
        if _LEAD.match(line.text) or not _is_full(last, line):
            return False
        same_column = last.left == line.left and line.top > last.top
        if same_column and last.pitch and line.top - last.top > _LOOSE * last.pitch:
            return False
        indented = line.x0 - line.left > _INDENT * line.size
        return self._hangs if indented else not last.text.endswith("：")


def _is_full(last: Line, line: Line) -> bool:
    """True where no more went into a line: what the next begins with cannot be broken up."""
    match = _WHOLE.match(line.text)
    first = match[0] if match else ""
    needed = sum(_NARROW if char.isascii() else 1 for char in first)
    return last.text.endswith(_OPEN) or last.right - last.x1 <= (_FULL + needed) * last.size


def _space(last: Line, line: Line) -> str:
    if last.text[-1:] in "0123456789.," and line.text[:1].isdigit():
        return ""  # 9. / 1%: broken where the line was full
    return join_lines([last.text[-1:], line.text[:1]])[1:-1]
