"""The two READMEs say the same: sections, code, figures."""

import re

from doc_blocks import ROOT, read_blocks

ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh.md"


def shape(page):
    return re.findall(r"^#+(?= )", page.read_text("utf-8"), re.M)


def code(page):
    """The blocks, their comments left out."""
    blocks = [(b.language, b.not_run, b.is_output, b.text) for b in read_blocks(page)]
    return [(*rest, re.sub(r"  # .*", "", text)) for *rest, text in blocks]


def rows(page):
    """Of each row of a table, what needs no translation: code and figures."""
    lines = [line for line in page.read_text("utf-8").splitlines() if line.startswith("|")]
    return [re.findall(r"^\| (`[^|]*`) \||(?<= )(\d+(?:\.\d+)?)(?= )", line) for line in lines]


def figures(page):
    """What stands under Speed, in numbers."""
    text = re.split(r"^## (?:Speed|速度)\n", page.read_text("utf-8"), flags=re.M)[1]
    return sorted(re.findall(r"\d[\d,.]*\d", text))


def test_same_sections_and_code():
    assert shape(ENGLISH) == shape(CHINESE)
    assert code(ENGLISH) == code(CHINESE)


def test_same_rows_and_figures():
    assert rows(ENGLISH) == rows(CHINESE)
    assert figures(ENGLISH) == figures(CHINESE)


def test_short_enough_to_read():
    assert len(ENGLISH.read_text("utf-8").splitlines()) <= 150
    assert "](README.zh.md)" in ENGLISH.read_text("utf-8")
    assert "](README.md)" in CHINESE.read_text("utf-8")
