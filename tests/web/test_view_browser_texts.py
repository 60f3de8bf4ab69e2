"""The page in a real browser: long, hostile, empty and several texts."""

from functools import partial

import pytest
from playwright.sync_api import expect

from policynlp.web.view import render
from web.chromium import HOW, find_chromium
from web.looking import CHOSEN, ROWS, numbers, texts
from web.sample import sample


def test_several_documents_stand_in_a_list(visit):
    second = sample("second")
    second["claims"] = second["claims"][:1]
    page = visit(render([sample("first"), second], title="两份报告"))
    assert page.inner_text("h1") == "两份报告"
    page.select_option("#documents", index=1)

    assert numbers(page) == ["1"]
    page.click(ROWS)
    page.click("[data-act=accept]")
    page.select_option("#documents", index=0)
    expect(page.locator("#progress")).to_have_text("已审 0 / 7")
    assert page.is_enabled("#download")


HOSTILE = "</script><script>alert(1)</script><!-- \u2028 <img src=x onerror=alert(2)> & “全市”"


def test_what_a_text_says_is_never_run(visit):
    markup = f"{HOSTILE}公路里程9万公里。"
    start = len(HOSTILE)
    indicator = {"text": "公路里程", "start": start, "end": start + 4}
    claim = {
        "kind": "trend",
        "direction": None,
        "modality": "actual",
        "indicator": indicator | {"text": "<b>公路</b>"},
    }
    ents = [{"start": start, "end": start + 4, "label": "INDICATOR", "text": "公路里程"}]
    page = visit(
        render(
            [{"doc_id": "<i>x</i>", "text": markup, "ents": ents, "claims": [claim]}],
            title="<s>题</s>",
        )
    )

    assert page.inner_text("h1") == "<s>题</s>"
    assert "</script><script>alert(1)</script><!--" in page.inner_text("#text")
    assert texts(page, f"{ROWS} td.indicator") == ["<b>公路</b>"]
    assert page.locator("#text img, #body b").count() == 0


@pytest.mark.parametrize(
    "document",
    [
        {"doc_id": "none", "text": ""},
        {"doc_id": "blank", "text": " \n\u3000\n"},
        {"doc_id": "plain", "text": "没有数字。", "ents": [], "claims": []},
        {"doc_id": "lone", "text": "孤\ud800字"},
    ],
)
def test_a_document_without_claims_opens(visit, document):
    page = visit(render([document]))

    expect(page.locator("#found")).to_have_text("0 / 0 条论断")


def long_report():
    """A hundred thousand characters: the sample again and again."""
    one = sample()
    size, count = len(one["text"]), 100_000 // len(one["text"]) + 1
    moved = partial(_moved, size=size)
    return {
        "doc_id": "long",
        "text": one["text"] * count,
        "ents": [moved(ent, at) for at in range(count) for ent in one["ents"]],
        "claims": [
            {
                name: moved(part, at) if isinstance(part, dict) else part
                for name, part in claim.items()
            }
            for at in range(count)
            for claim in one["claims"]
        ],
    }


def _moved(part, at, size):
    if part.get("start") is None:
        return part
    return part | {"start": part["start"] + at * size, "end": part["end"] + at * size}


def test_a_long_report_opens_with_few_rows_and_reaches_its_end(visit, record_property):
    report = long_report()
    page = visit(render([report]))
    timing = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    record_property("interactive_ms", round(timing))

    assert page.locator(ROWS).count() < 100
    total = len(report["claims"])
    assert page.get_attribute("#rows", "aria-rowcount") == str(total + 1)
    page.focus("#rows")
    page.keyboard.press("End")
    assert texts(page, CHOSEN) == [str(total)]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == str(total)
    expect(page.locator(".s.on")).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    assert texts(page, CHOSEN) == ["1"]


def test_without_a_browser_the_way_to_get_one_is_said(no_browser_on_path):
    with pytest.raises(pytest.fail.Exception, match=HOW):
        find_chromium("/nowhere/chrome")
