"""The site is built with nothing to warn of, in two languages, and its pages fetch nothing."""

import re
import subprocess
import sys

import pytest

from doc_blocks import ROOT

LOADED = re.compile(
    r"<(?:script|img|iframe|source)[^>]+src=\"?(https?:)?//|<link[^>]+(?:stylesheet|preconnect|icon)[^>]+https?://"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(folder),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_both_languages_have_the_same_pages(site):
    chinese = {path.relative_to(site / "zh").as_posix() for path in (site / "zh").rglob("*.html")}
    english = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}

    assert {"index.html", "record.html", "commands.html", "project/CONTRIBUTING.html"} <= chinese
    assert {path for path in english if not path.startswith("zh/")} - {"404.html"} == chinese


@pytest.mark.parametrize("page", ["index.html", "zh/index.html", "zh/how_it_works.html"])
def test_pages_fetch_nothing_from_elsewhere(site, page):
    text = (site / page).read_text("utf-8")

    assert "<main" in text
    assert not LOADED.search(text)
    assert "fonts.g" not in text


def test_figures_come_from_the_readme(site):
    row = re.search(
        r"^\| claims, strict \| ([\d.]+) \|", (ROOT / "README.md").read_text("utf-8"), re.M
    )

    assert row
    for page in ("accuracy.html", "zh/accuracy.html"):
        assert f"<td>{row[1]}</td>" in (site / page).read_text("utf-8")


def test_a_page_without_chinese_says_so(site):
    assert "本页暂无中文版" in (site / "zh" / "how_it_works.html").read_text("utf-8")
    assert "本页暂无中文版" not in (site / "zh" / "record.html").read_text("utf-8")
