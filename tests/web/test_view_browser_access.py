"""The page in a real browser: by keyboard, in two languages, on a phone, on paper, to axe."""

import pytest
from playwright.sync_api import expect

from policynlp.web.view import render
from web.conftest import NARROW, WIDE
from web.looking import CHOSEN, ROWS, texts, violations
from web.sample import sample


def test_the_keyboard_alone_reads_judges_and_returns(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first link skips to the table
    for key in ("ArrowDown", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    assert texts(page, CHOSEN) == ["3"]
    page.keyboard.press("Enter")
    focus = "document.activeElement.dataset.claim ?? document.activeElement.id"
    assert page.evaluate(focus) == "2"
    page.keyboard.press("ArrowRight")
    assert (page.evaluate(focus), texts(page, CHOSEN)) == ("3", ["4"])
    page.keyboard.press("Escape")
    assert page.evaluate(focus) == "rows"
    page.keyboard.press("a")
    page.keyboard.press("End")
    page.keyboard.press("r")
    assert texts(page, f"{ROWS} td.state") == ["", "", "", "✓", "", "", "✕"]
    page.keyboard.press("u")
    page.keyboard.press("Home")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "indicator"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.act") == "correct"
    page.keyboard.press("Escape")
    assert (page.evaluate(focus), texts(page, f"{ROWS} td.state")[6]) == ("rows", "")


def test_focus_is_seen(page):
    page.focus("#language")
    page.keyboard.press("Tab")

    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_the_language_changes_and_the_text_does_not(page):
    before = page.inner_text("#text")
    page.click("#language")

    assert page.get_attribute("html", "lang") == "en"
    heads = ["No.", "Indicator", "Value", "Period", "Region", "Modality", "Review"]
    assert texts(page, "#rows th") == heads
    assert texts(page, f"{ROWS} td.modality")[0] == "actual"
    assert page.inner_text("#text") == before


@pytest.mark.parametrize(
    ("lang", "locale", "shown"),
    [
        (None, "zh-CN", "zh-CN"),
        (None, "fr-FR", "en"),
        ("en", "zh-CN", "en"),
        ("zh", "en-GB", "zh-CN"),
    ],
)
def test_the_first_language(visit, lang, locale, shown):
    page = visit(render([sample()], lang=lang), locale=locale)

    assert page.get_attribute("html", "lang") == shown


def test_a_narrow_screen_shows_one_pane(visit):
    page = visit(render([sample()]), viewport=NARROW, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    shown = [page.locator(f"#pane-{name}").is_visible() for name in ("text", "claims", "charts")]
    assert shown == [True, False, False]
    page.tap("#tab-claims")
    page.tap(f"{ROWS} >> nth=4")

    expect(page.locator("#pane-text")).to_be_visible()
    expect(page.locator("#details")).to_be_visible()
    assert page.locator(".mark.on").evaluate(
        "n => n.getBoundingClientRect().bottom < document.querySelector('#details').getBoundingClientRect().top"
    )
    page.tap("[data-act=close]")
    expect(page.locator("#pane-claims")).to_be_visible()


def test_print_holds_text_table_and_charts(page):
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    shown = {
        name: page.locator(name).is_visible()
        for name in ("#text", "#rows", "#charts", "#filters", "#details", ".actions")
    }
    assert shown == {
        "#text": True,
        "#rows": True,
        "#charts": True,
        "#filters": False,
        "#details": False,
        ".actions": False,
    }
    assert len(page.pdf()) > 10_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_serious(visit, size, scheme):
    page = visit(
        render([sample(), sample("other")]), viewport=size, color_scheme=scheme, bypass_csp=True
    )
    found = violations(page)
    page.click(".mark >> nth=2")
    page.click(".span-chip >> nth=0")
    found += violations(page)
    page.click("[data-act=accept]")
    page.click("[data-act=correct]")
    found += violations(page)
    page.keyboard.press("Escape")
    page.click("#tab-claims")
    found += violations(page)
    page.click("#tab-charts")

    assert found + violations(page) == []
