"""The served page in a real browser: it complains of nothing and asks nobody but its server."""

import json

import openpyxl
import pytest
from playwright.sync_api import expect

from web.conftest import NARROW, PATIENCE, WIDE, open_page
from web.looking import violations
from web.server.conftest import SAMPLE
from web.server.library import claims_of

PASTE = SAMPLE.read_text("utf-8")[:400]
PNG = {"name": "photo.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n0000"}
REPORT = {"name": "报告.txt", "mimeType": "text/plain", "buffer": SAMPLE.read_bytes()}


class Visits:
    def __init__(self, profile, home):
        self.profile, self.home = profile, home
        self.troubles, self.open = [], []

    def __call__(self, **options):
        page = open_page(self.profile, **options)
        page.set_default_timeout(PATIENCE)
        self.open.append(page)
        page.on("request", self.see)
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("console", lambda said: self.troubles.append(f"console: {said.text}"))
        page.goto(self.home)
        page.wait_for_selector("html[data-ready]")
        return page

    def see(self, request):
        if not request.url.startswith((f"{self.home}/", f"blob:{self.home}/", "data:")):
            self.troubles.append(f"request: {request.url}")


@pytest.fixture
def visits(profile, server):
    guest = Visits(profile, server)
    yield guest
    for page in guest.open:
        page.close()
    assert guest.troubles == []


def rows(page):
    frame = page.frame_locator("#report")
    frame.locator("html[data-ready]").wait_for()
    return frame.locator("#found").inner_text()


def done(page, words="完成"):
    expect(page.locator("#status")).to_contain_text(words, timeout=PATIENCE)


def test_a_paste_becomes_the_view(visits):
    page = visits()
    page.fill("#text", PASTE)
    page.click("#read")
    done(page)

    count = len(claims_of(PASTE))
    assert count > 2
    assert rows(page) == f"{count} / {count} 条论断"
    frame = page.frame_locator("#report")
    frame.locator(".mark").first.click()
    assert frame.locator("#body tr[aria-selected=true] td.number").inner_text() == "1"


def test_an_upload_and_its_tables(visits, tmp_path):
    page = visits()
    page.set_input_files("#file", REPORT)
    page.click("#read")
    done(page)
    saved = {}
    for form in ("xlsx", "csv", "json", "html"):
        with page.expect_download(timeout=PATIENCE) as started:
            page.click(f"[data-save={form}]")
        saved[form] = tmp_path / started.value.suggested_filename
        started.value.save_as(saved[form])

    expected = claims_of(SAMPLE.read_text("utf-8"), "报告")
    assert json.loads(saved["json"].read_text("utf-8"))["claims"] == expected
    assert len(openpyxl.load_workbook(saved["xlsx"]).worksheets[0]["A"]) == len(expected) + 1
    assert saved["csv"].read_text("utf-8-sig").startswith("论断编号,")
    assert saved["html"].name == "report.html"
    assert rows(page) == f"{len(expected)} / {len(expected)} 条论断"
    page.click("#clear")
    assert page.input_value("#file") == ""


def test_the_sample_by_keyboard_alone(visits):
    page = visits()
    for key in ("Tab", "Tab", "Tab", "Tab", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.id") == "year"
    page.keyboard.type("2031")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "sample"
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    done(page)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#result")).to_be_focused(timeout=PATIENCE)
    assert rows(page).endswith("条论断")
    page.keyboard.press("Tab")
    with page.expect_download(timeout=PATIENCE) as started:
        page.keyboard.press("Enter")
    assert started.value.suggested_filename == "claims.xlsx"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "这个文件无法读取。（photo.png: PNG is not read"),
        ("en", "photo.png: PNG is not read"),
    ],
)
def test_what_cannot_be_read_is_told(profile, server, lang, words):
    visits = Visits(profile, server)
    page = visits(locale="zh-CN" if lang == "zh" else "en-GB")
    page.set_input_files("#file", PNG)
    page.click("#read")

    expect(page.locator("#problem")).to_contain_text(words, timeout=PATIENCE)
    expect(page.locator("#result")).to_be_hidden()
    # the browser itself notes an answer of 422
    assert [trouble for trouble in visits.troubles if "422" not in trouble] == []
    page.close()


def test_nothing_to_read_is_told(visits):
    page = visits()
    page.click("#read")

    expect(page.locator("#problem")).to_have_text("请先粘贴文字或选择文件。")
    expect(page.locator("#text")).to_be_focused()


def test_the_language_changes_and_the_text_stays(visits):
    page = visits()
    page.fill("#text", PASTE)
    page.click("#language")

    assert page.get_attribute("html", "lang") == "en"
    expect(page.locator("#read")).to_have_text("Read")
    assert page.input_value("#text") == PASTE
    page.click("#read")
    done(page, "claims found")
    assert "claims" in rows(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_serious_and_nothing_overflows(visits, size, scheme):
    page = visits(viewport=size, color_scheme=scheme, bypass_csp=True)
    found = violations(page)
    page.click("#sample")
    done(page)
    rows(page)
    found += violations(page)

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
