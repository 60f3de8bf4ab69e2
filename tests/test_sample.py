"""The sample report, from the file to its claims."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from policynlp.engines import Options, extract_files, gather
from policynlp.json_schema import json_schema
from policynlp.schema import Document

SAMPLE = Path(__file__).parent.parent / "examples" / "plan_report_2031.txt"
PARTS = (
    "indicator",
    "trigger",
    "quantity",
    "from_quantity",
    "share_of",
    "period",
    "baseline",
    "region",
    "sentence",
)


@pytest.fixture(scope="module")
def document():
    (found,) = gather(extract_files([SAMPLE]))
    return found


def test_the_text_is_the_file_as_it_is(document):
    assert document["text"] == SAMPLE.read_text("utf-8")
    assert document["doc_id"] == "plan_report_2031"


def test_there_are_claims_of_every_kind_and_modality(document):
    assert {claim["kind"] for claim in document["claims"]} == {"level", "change", "trend"}
    assert {claim["modality"] for claim in document["claims"]} == {
        "actual",
        "target",
        "forecast",
        "action",
    }
    assert len(document["claims"]) > 40


def test_the_document_has_the_shape_of_its_schema(document):
    Draft202012Validator(json_schema()).validate(json.loads(json.dumps(document)))


def test_every_part_stands_where_it_says(document):
    places = [
        (name, part["text"], "".join(document["text"][part["start"] : part["end"]].split()))
        for claim in document["claims"]
        for name in PARTS
        if (part := claim[name])
        and part["start"] is not None
        and not (name == "indicator" and part["inherited"])
    ]

    assert [place for place in places if place[0] != "indicator" and place[1] != place[2]] == []
    # 分别 composes its indicators: 养老、失业保险参保人数 → 失业保险参保人数
    assert sum(place[1] == place[2] for place in places) > 0.95 * len(places)


def test_every_entity_stands_where_it_says(document):
    text = document["text"]

    assert [
        e for e in document["ents"] if e["text"] != "".join(text[e["start"] : e["end"]].split())
    ] == []


def test_ids_are_unique_and_in_order(document):
    ids = [claim["id"] for claim in document["claims"]]

    assert ids == sorted(set(ids))
    assert {claim_id.split(":")[0] for claim_id in ids} == {"plan_report_2031"}


def test_several_processes_give_the_same_in_the_same_order(document):
    again = Document("again", document["text"])

    results = list(extract_files([SAMPLE, again, SAMPLE], Options(), jobs=2))

    first, second, third = gather(results)
    assert first == third == document
    assert second["ents"] == document["ents"]
    assert [c["indicator"] for c in second["claims"]] == [
        c["indicator"] for c in document["claims"]
    ]


def test_a_kind_that_is_asked_for_keeps_its_ids(document):
    options = Options(kinds=frozenset({"trend"}))

    (found,) = gather(extract_files([SAMPLE], options))

    assert found["claims"] == [claim for claim in document["claims"] if claim["kind"] == "trend"]
