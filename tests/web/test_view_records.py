import pytest

from policynlp.web.view.records import SHAPES, describe
from web.sample import sample


def fit(claim, text="公路里程达到9万公里。"):
    """Give the one claim of a document as the page gets it."""
    (fitted,) = describe({"doc_id": "d", "text": text, "claims": [claim]})["claims"]
    return fitted


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("公路里程", {"text": "公路里程"}),
        ({"text": "公路里程", "start": 0, "end": 4}, {"text": "公路里程", "start": 0, "end": 4}),
        # a place outside the text is none
        ({"text": "公路里程", "start": 0, "end": 99}, {"text": "公路里程"}),
        ({"text": "公路里程", "start": 4, "end": 4}, {"text": "公路里程"}),
        ({"text": "公路里程", "start": None, "end": None}, {"text": "公路里程"}),
    ],
)
def test_parts_are_placed_in_the_text_or_nowhere(indicator, expected):
    assert fit({"kind": "trend", "indicator": indicator})["indicator"] == expected


def test_a_claim_gets_what_the_gold_leaves_out():
    quantity = {"text": "9万公里", "start": 6, "end": 10, "value": 9e4, "unit": "公里"}

    assert fit({"kind": "level", "indicator": {"text": "公路里程"}, "quantity": quantity}) == {
        "id": "d:00000",
        "kind": "level",
        "modality": "actual",
        "negated": False,
        "indicator": {"text": "公路里程"},
        "quantity": quantity,
        "sentence": {"start": 0, "end": 11},
        "section": 0,
    }


def test_what_is_given_stays():
    given = {
        "id": "x:1",
        "kind": "trend",
        "indicator": "里程",
        "modality": "target",
        "section": ["一"],
    }
    told = describe({"doc_id": "d", "text": "里程", "claims": [given]})

    assert told["claims"][0]["id"] == "x:1"
    assert told["sections"] == [["一"]]


@pytest.mark.parametrize(
    ("ents", "kept"),
    [
        ([{"start": 2, "end": 4, "label": "ORG"}, {"start": 0, "end": 2, "label": "TIME"}], [[0, 2, "TIME"], [2, 4, "ORG"]]),
        ([{"start": 3, "end": 5, "label": "ORG"}], []),
        ([{"start": 2, "end": 2, "label": "ORG"}], []),
    ],
)  # fmt: skip
def test_spans_lie_in_the_text(ents, kept):
    assert describe({"doc_id": "d", "text": "四个文字", "ents": ents})["ents"] == kept


@pytest.mark.parametrize(
    ("changed", "same"),
    [({}, True), ({"text": "别的文字"}, False), ({"claims": []}, False), ({"doc_id": "b"}, False)],
)
def test_the_key_names_the_content(changed, same):
    assert (describe(sample())["key"] == describe(sample() | changed)["key"]) is same


def test_the_title_is_the_best_that_is_known():
    text = "2031年政府工作报告\n各位代表：\n"

    assert describe({"doc_id": "d", "text": text})["title"] == "2031年政府工作报告"
    assert describe({"doc_id": "d", "text": text, "meta": {"title": "别名"}})["title"] == "别名"
    assert describe({"doc_id": "d", "text": "增长。"})["title"] == "d"


def test_tables_are_kept_for_the_way_back():
    assert describe(sample() | {"tables": [[0, 9]]})["rest"] == {"tables": [[0, 9]]}


def test_shapes_fill_what_is_left_out():
    assert SHAPES["period"] == {"text": None, "start": None, "end": None, "iso": None}
    assert SHAPES["claim"]["modality"] == "actual"
