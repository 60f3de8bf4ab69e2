import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from policynlp.json_schema import json_schema
from policynlp.schema import (
    BaseValue,
    Claim,
    Document,
    Entity,
    Indicator,
    Part,
    Period,
    Quantity,
    Region,
)

WHERE = st.none() | st.integers(0, 10**7)
WORDS = st.text(max_size=8)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
PARTS = st.builds(Part, WORDS, WHERE, WHERE)
PERIODS = st.builds(Period, st.none() | WORDS, WHERE, WHERE, st.none() | WORDS)
QUANTITIES = st.builds(
    Quantity,
    text=WORDS,
    start=WHERE,
    end=WHERE,
    value=NUMBERS,
    high=st.none() | NUMBERS,
    unit=WORDS,
    relation=st.sampled_from(["eq", "approx", "gt", "ge", "lt", "le", "range"]),
    dimension=st.none() | WORDS,
    base=st.none() | st.builds(BaseValue, NUMBERS, WORDS),
)
CLAIMS = st.builds(
    Claim,
    id=WORDS, doc_id=WORDS,
    kind=st.sampled_from(["level", "change", "trend"]),
    direction=st.sampled_from([None, "increase", "decrease", "stable"]),
    modality=st.sampled_from(["actual", "target", "forecast", "action"]),
    negated=st.booleans(),
    indicator=st.builds(Indicator, WORDS, WHERE, WHERE, st.booleans(), st.none() | WORDS),
    trigger=st.none() | PARTS, quantity=st.none() | QUANTITIES, from_quantity=st.none() | QUANTITIES,
    share_of=st.none() | PARTS, period=st.none() | PERIODS, baseline=st.none() | PERIODS,
    region=st.none() | st.builds(Region, WORDS, WHERE, WHERE, st.none() | WORDS),
    sentence=st.none() | PARTS, section=st.lists(WORDS, max_size=3),
    confidence=st.floats(0, 1), source=WORDS,
)  # fmt: skip


@pytest.fixture(scope="module")
def validator():
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@given(CLAIMS)
def test_claim_comes_back_from_its_json(claim):
    assert Claim.from_dict(claim.to_dict()) == claim


@given(CLAIMS)
def test_claim_is_hashable(claim):
    assert {claim: 1}[Claim.from_dict(claim.to_dict())] == 1


@given(claim=CLAIMS)
def test_claim_has_the_shape_of_its_schema(validator, claim):
    validator.validate(claim.to_dict())


def test_claim_has_the_fields_of_the_interface():
    claim = Claim.from_dict(
        {"id": "a:00001", "doc_id": "a", "kind": "level", "direction": None, "modality": "actual",
         "negated": False, "indicator": {"text": "水库座数"}}
    )  # fmt: skip

    assert list(claim.to_dict()) == [
        "id", "doc_id", "kind", "direction", "modality", "negated", "indicator", "trigger",
        "quantity", "from_quantity", "share_of", "period", "baseline", "region", "sentence",
        "section", "confidence", "source",
    ]  # fmt: skip
    assert claim.to_dict()["indicator"] == {
        "text": "水库座数", "start": None, "end": None, "inherited": False, "id": None,
    }  # fmt: skip


def test_unknown_fields_are_left_out():
    assert Part.from_dict({"text": "增长", "start": 0, "end": 2, "s": 7}) == Part("增长", 0, 2)


def test_document_of_the_interface_is_valid(validator):
    claim = Claim(id="a:00001", doc_id="a", kind="trend", direction="increase", modality="action",
                  negated=False, indicator=Indicator("居民收入", 2, 6), trigger=Part("增加", 0, 2))  # fmt: skip
    document = Document(
        "a", "增加居民收入", {"title": None, "report_year": 2031, "pages": [0]}
    ).to_dict()
    document["ents"] = [Entity(2, 6, "INDICATOR", "居民收入").to_dict()]
    document["claims"] = [claim.to_dict()]

    validator.validate(document)


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "sum"), ("direction", "up"), ("modality", None), ("negated", "no"), ("section", "一"),
     ("indicator", "居民收入"), ("quantity", {}), ("confidence", "high"), ("more", 1)],
)  # fmt: skip
def test_schema_refuses_what_is_no_claim(validator, name, value):
    claim = Claim(id="a:00001", doc_id="a", kind="trend", direction=None, modality="action",
                  negated=False, indicator=Indicator("居民收入")).to_dict()  # fmt: skip
    validator.validate(claim)

    assert not validator.is_valid(claim | {name: value})


def test_schema_refuses_a_claim_that_lacks_a_field(validator):
    claim = Claim(id="a:00001", doc_id="a", kind="trend", direction=None, modality="action",
                  negated=False, indicator=Indicator("居民收入")).to_dict()  # fmt: skip
    del claim["baseline"]

    assert not validator.is_valid(claim)
