"""The page in a real browser: claims and spans are judged, and come back as a corpus."""

import json

from click.testing import CliRunner
from playwright.sync_api import expect

from policynlp.cli import main
from policynlp.web.view import render
from web.looking import ROWS
from web.sample import sample


def saved(page, tmp_path):
    """Download the corrections; give them, and what the corpus check says of them."""
    with page.expect_download() as started:
        page.click("#download")
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)
    checked = CliRunner().invoke(main, ["corpus", "check", "--errors-only", str(path)])
    documents = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return documents, (checked.exit_code, checked.output.split(": ")[-1].strip())


def test_corrections_come_back_as_a_corpus(page, tmp_path):
    page.click(f"{ROWS} >> nth=3")
    page.click("[data-act=correct]")
    page.select_option("[name=modality]", "forecast")
    page.fill("[name=period_iso]", "next year")
    page.click("#correct [type=submit]")
    assert "2030-Q1" in page.inner_text(".error")
    page.fill("[name=period_iso]", "2031")
    page.select_option("[name=region]", label="（无）")
    page.click("#correct [type=submit]")
    page.click(f"{ROWS} >> nth=0")
    page.click("[data-act=accept]")
    page.click(f"{ROWS} >> nth=6")
    page.click("[data-act=reject]")
    (document,), verdict = saved(page, tmp_path)

    assert verdict == (0, "0 errors, 2 warnings")
    given = sample()
    assert document["meta"]["review"] == {
        "claims": {"accepted": 1, "corrected": 1, "rejected": 1, "open": 4},
        "spans": {"accepted": 0, "corrected": 0, "rejected": 0, "open": 31},
    }
    assert (document["doc_id"], document["text"], document["ents"]) == (
        "sample",
        given["text"],
        given["ents"],
    )
    assert [claim["modality"] for claim in document["claims"]] == [
        "actual", "actual", "actual", "forecast", "target", "target",
    ]  # fmt: skip
    assert document["claims"][3]["quantity"] == given["claims"][3]["quantity"] | {
        "dimension": None,
        "base": None,
    }
    assert document["claims"][3]["sentence"]["text"].startswith("市政府提出：进出口总额")


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


def test_the_form_takes_parts_of_the_sentence_and_refuses_nonsense(page, tmp_path):
    page.click(f"{ROWS} >> nth=3")
    page.click("[data-act=correct]")
    page.select_option("[name=quantity]", label="2.5%以上")
    filled = {
        name: page.input_value(f"[name={name}]") for name in ("value", "high", "unit", "relation")
    }
    assert filled == {"value": "2.5", "high": "", "unit": "%", "relation": "ge"}
    page.fill("[name=value]", "two")
    page.click("#correct [type=submit]")
    assert page.inner_text(".error") == "请填写数字"
    assert page.evaluate("[document.activeElement.name, document.activeElement.ariaInvalid]") == [
        "value",
        "true",
    ]
    page.fill("[name=value]", "2,500")
    page.select_option("[name=indicator]", label="单位能耗")
    page.click("#correct [type=submit]")
    page.click(f"{ROWS} >> nth=2")
    page.click("[data-act=correct]")
    page.select_option("[name=kind]", "trend")
    page.check("[name=negated]")
    page.click("#correct [type=submit]")
    (document,), _ = saved(page, tmp_path)

    given = sample()["claims"]
    changed = document["claims"][3]
    assert changed["indicator"] == given[4]["indicator"] | {"id": None}
    assert changed["quantity"] == given[4]["quantity"] | {
        "value": 2500,
        "dimension": None,
        "base": None,
    }
    assert (changed["source"], changed["confidence"]) == ("review", 1)
    trend = document["claims"][2]
    assert (trend["kind"], trend["quantity"], trend["from_quantity"], trend["negated"]) == (
        "trend",
        None,
        None,
        True,
    )


def test_only_documents_that_were_judged_are_written(visit, tmp_path):
    page = visit(render([sample("first"), sample("second"), sample("third")]))
    page.select_option("#documents", index=1)
    page.click(f"{ROWS} >> nth=1")
    page.click("[data-act=accept]")
    documents, verdict = saved(page, tmp_path)

    assert [document["doc_id"] for document in documents] == ["second"]
    assert len(documents[0]["claims"]) == 7
    assert verdict[0] == 0
