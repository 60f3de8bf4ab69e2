"""The page in a real browser: claims and spans are judged, and come back as a corpus."""

from playwright.sync_api import expect

from claims_notation import annotate
from policynlp.web.view import render
from web.looking import ROWS, saved, texts
from web.sample import sample


def test_spans_are_judged_too(page, tmp_path):
    page.click(".e[data-l=ORG]")
    page.select_option("#span-label", "GROUP")
    page.click("[data-move=start_right]")
    page.click(".e[data-l=TIME] >> nth=0")
    page.click("[data-span-act=accept]")
    page.click(".e[data-l=QUANTITY] >> nth=5")
    page.click("[data-span-act=reject]")
    (document,), verdict = saved(page, tmp_path)

    assert document["meta"]["review"]["spans"] == {
        "accepted": 1,
        "corrected": 1,
        "rejected": 1,
        "open": 28,
    }
    given = [(ent["label"], ent["text"]) for ent in sample()["ents"]]
    gone = {("ORG", "市政府"), ("QUANTITY", "2.5%以上")}
    kept = [(ent["label"], ent["text"]) for ent in document["ents"]]
    assert [span for span in kept if span[0] != "UNIT"] == [
        ("GROUP", "政府") if span == ("ORG", "市政府") else span
        for span in given
        if span[0] != "UNIT" and span not in gone - {("ORG", "市政府")}
    ]
    assert kept.count(("UNIT", "%")) == given.count(("UNIT", "%")) - 1
    # the claim that still names the number is what the check finds
    assert (verdict[0], verdict[1].split(",")[0]) == (1, "1 errors")


def test_corrections_outlive_the_page(page):
    page.click(f"{ROWS} >> nth=0")
    page.click("[data-act=accept]")
    expect(page.locator("#progress")).to_have_text("已审 1 / 7")
    page.reload()

    expect(page.locator("#progress")).to_have_text("已审 1 / 7")
    page.click(f"{ROWS} >> nth=0")
    page.click("[data-act=undo]")
    expect(page.locator("#progress")).to_have_text("已审 0 / 7")
    assert page.is_disabled("#download")


def test_a_browser_that_keeps_nothing_says_so_and_goes_on(page, tmp_path):
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no'); }")
    page.reload()
    page.click(f"{ROWS} >> nth=1")
    page.click("[data-act=accept]")

    assert "请及时下载" in page.inner_text("#warning")
    assert saved(page, tmp_path)[1][0] == 0


def test_only_documents_that_were_judged_are_written(visit, tmp_path):
    page = visit(render([sample("first"), sample("second"), sample("third")]), apart=True)
    page.select_option("#documents", index=1)
    page.click(f"{ROWS} >> nth=1")
    page.click("[data-act=accept]")
    documents, verdict = saved(page, tmp_path)

    assert [document["doc_id"] for document in documents] == ["second"]
    assert len(documents[0]["claims"]) == 7
    assert verdict[0] == 0


def test_what_was_not_corrected_comes_back_as_it_was(visit, nlp, tmp_path):
    text = f"{sample()['text']}\n表1 产量\n品名 单位 产量 增长%\n原煤 万吨 310 2.5\n粗钢 万吨 95 -3.1\n"
    ents, claims = annotate(nlp, text)
    meta = {"title": "题", "pages": [0, text.index("二、")]}
    given = {
        "doc_id": "report",
        "text": text,
        "meta": meta,
        "ents": ents,
        "claims": [c.to_dict() for c in claims],
    }
    page = visit(render([given]), apart=True)
    page.click(f"{ROWS} >> nth=0")
    page.click("[data-act=accept]")
    (document,), verdict = saved(page, tmp_path)

    assert len(claims) > 8
    review = document["meta"].pop("review")
    assert review["claims"] == {
        "accepted": 1,
        "corrected": 0,
        "rejected": 0,
        "open": len(claims) - 1,
    }
    assert document == given
    assert verdict[0] == 0


def test_a_claim_tells_its_page(visit):
    report = sample()
    page = visit(render([report | {"meta": {"pages": [0, report["text"].index("二、")]}}]))
    for row, number in ((0, "1"), (2, "1"), (3, "2"), (6, "2")):
        page.click(f"{ROWS} >> nth={row}")

        assert texts(page, "[data-field=page] dd") == [number]
