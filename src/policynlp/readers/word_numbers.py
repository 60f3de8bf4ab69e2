"""Numbers that Word counts by itself: 一、, （二）, 3. stand in no paragraph's text."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from policynlp.readers.word_styles import Styles
from policynlp.readers.word_text import W

_PLACE = re.compile(r"%([1-9])")
_DIGITS = "零一二三四五六七八九"
_BULLET = "- "
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Level(NamedTuple):
    """One level of a list: where it starts, the form of its numbers, the text around them."""

    start: int
    form: str
    text: str


def chinese(number: int) -> str:
    """Write a number below a hundred in characters: 十二, 二十."""
    tens, ones = divmod(number, 10)
    if not 0 < tens < 10:
        return _DIGITS[ones] if not tens else str(number)
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


_FORMS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "chineseCounting": chinese,
        "chineseCountingThousand": chinese,
        "japaneseCounting": chinese,
        "ideographDigital": chinese,
        "taiwaneseCountingThousand": chinese,
        "decimalEnclosedCircle": _circled,
        "decimalEnclosedCircleChinese": _circled,
        "lowerLetter": _letter,
        "upperLetter": lambda number: _letter(number).upper(),
        "lowerRoman": _roman,
        "upperRoman": lambda number: _roman(number).upper(),
    }
)


class Numbers:
    """Counts the lists of a document while its paragraphs pass by."""

    def __init__(self, part: Any, styles: Styles) -> None:
        self.styles = styles
        self.lists: dict[str, str] = {}
        self.levels: dict[str, dict[int, Level]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        numbering = next((rel.target_part for rel in part.rels.values()
                          if rel.reltype.endswith("/numbering") and not rel.is_external), None)  # fmt: skip
        if numbering is not None:
            self._load(numbering.element)

    def _load(self, element: Any) -> None:
        for abstract in element.iterfind(W + "abstractNum"):
            levels = {_int(level, "ilvl"): _level(level) for level in abstract.iterfind(W + "lvl")}
            self.levels[abstract.get(W + "abstractNumId")] = levels
        for number in element.iterfind(W + "num"):
            name = number.get(W + "numId")
            self.lists[name] = number.find(W + "abstractNumId").get(W + "val")
            self._restarts[name] = {
                _int(override, "ilvl"): _int(override.find(W + "startOverride"), "val")
                for override in number.iterfind(W + "lvlOverride")
                if override.find(W + "startOverride") is not None
            }

    def of(self, paragraph: Any) -> str:
        """The number that stands before a paragraph, with what parts it from the text."""
        name, depth = self._place(paragraph)
        abstract = self.lists.get(name, "")
        level = self.levels.get(abstract, {}).get(depth)
        if level is None:
            return ""
        if level.form in ("bullet", "none"):
            return _BULLET if level.form == "bullet" else ""
        counts = self.counts.setdefault(abstract, {})
        self._count(counts, level, name, depth)
        text = _PLACE.sub(lambda match: self._write(abstract, int(match[1]) - 1), level.text)
        return f"{text} " if text[-1:].isascii() and text else text

    def _place(self, paragraph: Any) -> tuple[str, int]:
        for properties in self.styles.chain(paragraph):
            number = properties.find(f"{W}numPr/{W}numId")
            if number is not None:
                depth = properties.find(f"{W}numPr/{W}ilvl")
                return number.get(W + "val", ""), 0 if depth is None else _int(depth, "val")
        return "", 0

    def _count(self, counts: dict[int, int], level: Level, name: str, depth: int) -> None:
        """Go on by one; what is deeper begins anew."""
        restart = self._restarts.get(name, {}).pop(depth, None)
        if restart is not None:
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]

    def _write(self, abstract: str, depth: int) -> str:
        level = self.levels[abstract].get(depth, Level(1, "decimal", ""))
        number = self.counts[abstract].get(depth, level.start)
        return _FORMS.get(level.form, str)(number)


def _level(element: Any) -> Level:
    start, form, text = (element.find(W + name) for name in ("start", "numFmt", "lvlText"))
    return Level(
        1 if start is None else _int(start, "val"),
        "decimal" if form is None else form.get(W + "val", "decimal"),
        "" if text is None else text.get(W + "val", ""),
    )


def _int(element: Any, name: str) -> int:
    value = element.get(W + name, "0")
    return int(value) if value.isdecimal() else 0
