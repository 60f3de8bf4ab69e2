r"""Repair of layout: raw text as a file holds it → clean text with a map back to raw offsets.

What the finders may rely on in clean text:

- one paragraph, heading or table row a line, ``\n`` between them, no empty line, no edge spaces;
- ASCII digits, letters, ``%``, ``.``; Chinese ，。；：、？！（）“”; ``,`` only as in 12,480; ``:``
  between numbers as in 22.8:38.8;
- ``—`` between the ends of a range (5%—6%, 20万—30万套, 2019—2035年), ``-`` for a minus (-0.3%),
  and in dates as 2026-01-22;
- no space but between two words or numbers in ASCII, after a # and after a heading's number,
  and between the cells of a table row.
"""

from policynlp.layout.furniture import find_furniture
from policynlp.layout.gaps import find_gaps
from policynlp.layout.lines import find_breaks, find_empty_lines, indents_to_breaks
from policynlp.layout.marks import (
    find_footnotes,
    find_invisible,
    find_markdown,
    find_page_marks,
    unescape,
)
from policynlp.layout.offsets import Layout
from policynlp.layout.script import simplify
from policynlp.layout.signs import group, narrow, settle

__all__ = ["Layout", "repair"]

# in this order: what is no text goes before lines are joined, gaps close in whole lines
_REWRITES = (unescape, narrow, simplify, group, indents_to_breaks)
_CUTS = (
    find_invisible,
    find_furniture,
    find_page_marks,
    find_breaks,
    find_markdown,
    find_footnotes,
    find_gaps,
    find_empty_lines,
)


def repair(raw: str) -> Layout:
    r"""Join wrapped lines, close up spaces, drop what is no text, bring signs to one form.

    >>> repair("粮食生产，单产提高对增产的贡献\n\n率达到 ５８．４％，其中大豆油料扩\n\n种成效明显。").text
    '粮食生产，单产提高对增产的贡献率达到58.4%，其中大豆油料扩种成效明显。'
    """
    text = raw
    for rewrite in _REWRITES:
        text = rewrite(text)
    layout = Layout.of(text)
    for find in _CUTS:
        layout = layout.cut(find(layout.text))
    return layout.rewrite(settle(layout.text))
