"""The page in a real browser: a claim is corrected in a form."""

from web.looking import ROWS, saved
from web.sample import sample


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
