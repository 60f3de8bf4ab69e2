"""What stands in the text but is no text: invisible characters, mark-up, footnote and page marks.

Finders give the spans to leave out. ``unescape`` fills with NUL what it leaves out, so that
the length stays; ``find_invisible`` finds the NULs.
"""

import html
import re

from policynlp.layout.offsets import Span

_NO_TEXT = r"\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ue000-\uf8ff"
_INVISIBLE = re.compile(rf"[\r{_NO_TEXT}](?:(?<!\r)[{_NO_TEXT}]*|(?=\n))")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,4});")
_TAG = re.compile(
    r"</?(?:br|p|div|sup|sub|b|i|u|em|strong|span|font|a|center|h[1-6]|ul|ol|li|img|hr)(?:[\s/][^<>]{0,300})?>",
    re.I,
)
_BLOCK_TAG = re.compile(r"</?(?:br|p|div|li|h[1-6]|hr)\b", re.I)

_VERSION = r"[\s第]*[A-Za-z]?[\s\d一二三四五六七八九十]+版"
_TURN = (
    rf"[（【\[〔]\s*(?:[下紧]\s*转|[上紧]\s*接){_VERSION}[^（）\n]{{0,8}}[）】\]〕]"
    rf"|(?:下转|上接|紧转|紧接){_VERSION}"
)
_TURN_CUE = re.compile(r"[下紧上]\s*[转接]")
# text that a turn of the page cuts: its line end goes too, unless a sentence ended
_PAGE_TURN = re.compile(rf"\s*(?:{_TURN})(?:\s*(?:{_TURN}))*")
_PAGE_OF = re.compile(r"第\s*\d{1,4}\s*页\s*[，,/]?\s*共\s*\d{1,4}\s*页")
_PAGE = re.compile(r"—[ \u3000]*\d{1,3}[ \u3000]*—|- \d{1,3} -")
_GLUED_PAGE = re.compile(
    r"(?<=[一-鿿，、])[ \u3000]*(?:—[ \u3000]*\d{1,3}[ \u3000]*—|- \d{1,3} -)[ \u3000]*(?=[一-鿿])"
)
_BLANK = re.compile(r"\s*")
_BLANKS = frozenset(" \u3000")
_STOPS = frozenset("。！？；：”…")

_FOOTNOTE = re.compile(r"\[[注^]?\d{1,3}\]|〔\d{1,3}〕")
_RINGED, _SUPER = "①-⑳㉑-㉟", "⁰¹²³⁴-⁹"
# one class before both: re passes over other signs at once, and tries two branches at each
_RAISED = re.compile(
    rf"[{_RINGED}{_SUPER}](?:(?<=[一-鿿”）%][{_RINGED}])(?=\S)|(?<=[一-鿿”》）][{_SUPER}])[{_SUPER}]*)"
)
_MARKDOWN = re.compile(
    r"\*\*|__(?=[^_\n])|\\(?=[*_\[\]（）#>|~.+-])"
    r"|!\[(?=[^\]\n]{1,80}\]（http)|\[(?=[^\]\n]{1,80}\]（http)|\](?<=[^\n]\])（https?:[^（）\s]*）"
)
_BULLET = re.compile(r"^[ \t]*(?:> ?|[-*+] (?=\S))+", re.M)
_BULLETS = (">", "- ", "* ", "+ ")


def unescape(text: str) -> str:
    """Put HTML's names of characters and its tags in plain text: &mdash;, <br>."""
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    return _TAG.sub(_blank, text) if "<" in text else text


def _character(match: re.Match[str]) -> str:
    char = html.unescape(match[0])
    return char.rjust(len(match[0]), "\0") if len(char) == 1 else match[0]


def _blank(match: re.Match[str]) -> str:
    last = "\n" if _BLOCK_TAG.match(match[0]) else "\0"
    return last.rjust(len(match[0]), "\0")


def find_invisible(text: str) -> list[Span]:
    """Characters without width, controls, private use, and the first half of CR LF."""
    return [match.span() for match in _INVISIBLE.finditer(text)]


def find_page_marks(text: str) -> list[Span]:
    """Marks that turn the page inside a text: （下转第六版）, —12—, 第3页 共20页."""
    cuts = [match.span() for match in _GLUED_PAGE.finditer(text)] if _PAGE.search(text) else []
    cuts += [match.span() for match in _PAGE_OF.finditer(text)] if "页" in text else []
    if "版" in text and _TURN_CUE.search(text):
        cuts += [_turn(text, match) for match in _PAGE_TURN.finditer(text)]
    return cuts


def _turn(text: str, match: re.Match[str]) -> Span:
    before, end = match.start(), match.end()
    if text[before - 1 : before] in _STOPS:
        return end - len(match[0].lstrip()), end
    after = _BLANK.match(text, end)
    return before, after.end() if after else end


def find_footnotes(text: str) -> list[Span]:
    """Marks of notes after a word: 全员劳动生产率[7]; the note itself keeps its number."""
    cuts = [match.span() for match in _RAISED.finditer(text)]
    for match in _FOOTNOTE.finditer(text):
        start, end = match.span()
        while start and text[start - 1] in _BLANKS:
            start -= 1
        if start and not text[start - 1].isspace() and text[start - 1] != "[":
            cuts.append((start, end))
    return cuts


def find_markdown(text: str) -> list[Span]:
    """Marks of Markdown; the # of headings stay."""
    cuts = [match.span() for match in _MARKDOWN.finditer(text)]
    if any(bullet in text for bullet in _BULLETS):
        cuts += [match.span() for match in _BULLET.finditer(text)]
    return cuts
