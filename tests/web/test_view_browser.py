"""The page in a real browser: text, table, filters and charts."""

import pytest
from playwright.sync_api import expect

from policynlp.web.view import render
from web.conftest import visiting
from web.looking import CHOSEN, ROWS, numbers, texts
from web.sample import sample


@pytest.fixture
def page(visit):
    return visit(render([sample()]))


@pytest.fixture(scope="module")
def kept_page(profile, tmp_path_factory):
    """One page for the tests that leave it as they found it."""
    with visiting(profile, tmp_path_factory.mktemp("kept")) as guest:
        yield guest(render([sample()]))


def test_the_text_stands_in_its_own_blocks_with_spans_and_marks(kept_page):
    blocks = kept_page.locator("#text > *")

    assert blocks.evaluate_all("nodes => nodes.map(n => [n.localName, n.className])") == [
        ["p", "title"], ["p", "front"], ["p", "p"], ["h2", "h"], ["h3", "h"], ["p", "p"],
        ["p", "p"], ["h2", "h"], ["p", "p"], ["p", "p"],
    ]  # fmt: skip
    spans = kept_page.locator("#text .e:not(.g)")
    assert spans.evaluate_all(
        "nodes => nodes.slice(0, 6).map(n => n.dataset.l + ' ' + [...n.childNodes]"
        ".filter(c => !c.dataset.claim).map(c => c.textContent).join(''))"
    ) == [
        "TIME 2030年",
        "REGION 𬭎水县",
        "INDICATOR 公路里程",
        "QUANTITY 9万公里",
        "TIME 上年",
        "DIRECTION 增长",
    ]
    assert texts(kept_page, ".mark") == list("1234567")


def test_rows_give_each_claim(kept_page):
    rows = [[cell.strip() for cell in row.split("\t")] for row in texts(kept_page, ROWS)]

    assert rows == [
        ["1", "公路里程", "9万 公里", "2030", "𬭎水县", "事实", ""],
        ["2", "公路里程", "↑3.2 %", "2030", "𬭎水县", "事实", ""],
        ["3", "城镇调查失业率", "↓5.4 % → 5.1 %", "2030", "", "事实", ""],
        ["4", "进出口总额", "↑6–8 %", "2031", "", "目标", ""],
        ["5", "单位能耗", "↓≥ 2.5 %", "2031", "", "目标", ""],
        ["6", "居民消费价格", "↑≈ 2 %", "2031", "", "目标", ""],
        ["7", "居民收入水平", "↑提高", "2031", "", "目标", ""],
    ]


@pytest.mark.parametrize(
    ("facet", "value", "kept"),
    [
        ("kind", "=trend", "7"),
        ("direction", "=decrease", "35"),
        ("direction", "=", "1"),
        ("modality", "=actual", "123"),
        ("indicator", "=公路里程", "12"),
        ("region", "=𬭎水县", "12"),
        ("period", "=2031", "4567"),
        ("state", "=open", "1234567"),
    ],
)
def test_facets_keep_claims(kept_page, facet, value, kept):
    kept_page.select_option(f"#facet-{facet}", value)

    assert numbers(kept_page) == list(kept)
    expect(kept_page.locator("#found")).to_have_text(f"{len(kept)} / 7 条论断")
    kept_page.click("button[type=reset]")
    assert numbers(kept_page) == list("1234567")


@pytest.mark.parametrize(
    ("query", "kept"),
    [("公路", "12"), ("目标 增长", "456"), ("下降到", "3"), ("百分比", "")],
)
def test_search_reads_fields_and_sentences(kept_page, query, kept):
    kept_page.fill("#search", query)

    expect(kept_page.locator("#found")).to_have_text(f"{len(kept)} / 7 条论断")
    assert numbers(kept_page) == list(kept)
    kept_page.fill("#search", "")
    expect(kept_page.locator("#found")).to_have_text("7 / 7 条论断")


@pytest.mark.parametrize(
    ("column", "order"),
    [
        ("value", "7652341"),
        ("period", "1234567"),
        ("indicator", "3512476"),
        ("modality", "4567123"),
    ],
)
def test_columns_sort_both_ways(kept_page, column, order):
    kept_page.click(f"[data-sort={column}]")
    up = numbers(kept_page)
    assert kept_page.locator(f"th.{column}").get_attribute("aria-sort") == "ascending"
    kept_page.click(f"[data-sort={column}]")

    assert kept_page.locator(f"th.{column}").get_attribute("aria-sort") == "descending"
    assert sorted(up) == sorted(numbers(kept_page)) == list("1234567")
    assert up == list(order)


def test_a_row_goes_to_its_sentence_and_a_mark_back_to_its_row(page):
    page.click(f"{ROWS} >> nth=2")

    assert texts(page, ".s.on") == ["城镇调查失业率由5.4%下降到5.1%3。"]
    assert page.locator(".s.on .on").evaluate_all("nodes => nodes.map(n => n.dataset.role || n.className)") == [
        "indicator", "from_quantity", "from_quantity", "trigger", "quantity", "quantity", "mark open on",
    ]  # fmt: skip
    assert "起点值" in page.inner_text("#details")
    page.click(".mark >> nth=4")
    assert texts(page, CHOSEN) == ["5"]
    page.click("text=居民收入水平 >> nth=0")
    assert texts(page, CHOSEN) == ["7"]


def test_hovering_tells_of_the_claim(page):
    page.hover(".mark >> nth=1")

    assert texts(page, "#tip") == ["2 公路里程 · ↑3.2 % · 2030 · 𬭎水县 · 事实"]
    page.keyboard.press("Escape")
    expect(page.locator("#tip")).to_be_hidden()


def test_the_legend_hides_a_label(page):
    seen = "n => getComputedStyle(n).backgroundColor"
    span = page.locator(".e[data-l=ORG]")
    before = span.evaluate(seen)
    page.click("#legend [data-l=ORG]")

    assert page.get_attribute("#legend [data-l=ORG]", "aria-pressed") == "false"
    assert (before, span.evaluate(seen)) == ("rgb(226, 230, 234)", "rgba(0, 0, 0, 0)")


def test_charts_draw_hedges_and_moves(page):
    page.click("#tab-charts")
    drawn = "nodes => nodes.map(n => n.getAttribute('aria-label'))"

    assert page.locator("#charts .line").evaluate_all(drawn) == [
        "进出口总额 2031 ↑6–8", "公路里程 2030 ↑3.2", "居民消费价格 2031 ↑≈ 2", "单位能耗 2031 ↓≥ 2.5",
        "城镇调查失业率 2030 5.4 → 5.1",
    ]  # fmt: skip
    counts = {
        name: page.locator(f"#charts {name}").count()
        for name in (".range", ".approx", ".open", ".move")
    }
    assert counts == {".range": 1, ".approx": 1, ".open": 1, ".move": 1}
    ends = page.locator(".range").evaluate(
        "n => [n.x.baseVal.value, n.x.baseVal.value + n.width.baseVal.value]"
    )
    dot = page.locator("[aria-label^=公路里程] .dot").evaluate("n => n.cx.baseVal.value")
    zero = page.locator(".axis .zero").first.evaluate("n => n.x1.baseVal.value")
    scale = (dot - zero) / 3.2
    assert [round((end - zero) / scale, 3) for end in ends] == [6, 8]
    page.click("[aria-label^=城镇调查失业率]")
    assert texts(page, ".s.on") == ["城镇调查失业率由5.4%下降到5.1%3。"]


def test_charts_follow_the_filters(page):
    page.select_option("#facet-modality", "=actual")
    page.click("#tab-charts")

    assert page.locator("#charts .line").count() == 2
