from io import StringIO

import pytest

from policynlp.schema import (
    BaseValue,
    Claim,
    Document,
    Indicator,
    Part,
    Period,
    Quantity,
    Region,
)
from policynlp.sinks import dump_claims
from policynlp.sinks.content import Content, Loose

COUNTRY = Region("全国", 0, 2, "CN")
CITY = Region("全市", 0, 2, "THIS-CITY")


def claim(number, value=None, unit="公里", **rest):
    """A level of 公路里程 in 2030, of the whole country, unless told otherwise."""
    basic = {
        "id": f"a:{number}", "doc_id": "a", "kind": "level", "direction": None, "modality": "actual", "negated": False,
        "indicator": Indicator("公路里程", 0, 4, id="ROADS"), "period": Period("全年", 0, 2, "2030"), "region": COUNTRY,
    }  # fmt: skip
    quantity = None if value is None else Quantity("x", 0, 1, value, None, unit)
    return Claim(**{**basic, "quantity": quantity, **rest})


def change(number, value, unit="%", direction="increase", **rest):
    return claim(number, value, unit, kind="change", direction=direction, **rest)


def cells(claims, issuers=None):
    pieces = [
        Loose("s", [one], Document(one.doc_id, "", {"issuer": (issuers or {}).get(one.doc_id)}))
        for one in claims
    ]
    return list(Content(pieces, panel=True).table().records())


def told(cell):
    return {name: value for name, value in cell.items() if value is not None}


def test_a_cell_holds_level_share_and_change_side_by_side():
    claims = [
        claim(1, 9e4, direction="increase"),
        claim(2, 60.0, "%", share_of=Part("道路里程", 0, 4)),
        change(3, 3.2, baseline=Period("比上年", 0, 3, "2029")),
    ]

    (cell,) = cells(claims)

    assert told(cell) == {
        "region": "全国", "region_id": "CN", "period": "2030", "indicator": "公路里程", "indicator_id": "ROADS",
        "modality": "actual", "level": 9e4, "level_relation": "eq", "level_unit": "公里", "level_claims": 1,
        "share": 60.0, "share_relation": "eq", "share_unit": "%", "share_claims": 1, "share_of": "道路里程",
        "change": 3.2, "change_relation": "eq", "change_unit": "%", "change_claims": 1, "baseline": "2029",
        "direction": "increase", "conflict": False, "claims": 3, "documents": 1, "claim_ids": "a:1 a:2 a:3",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(1, 9e4), claim(2, 9e4, doc_id="b")),
        (claim(1, 9e4), claim(2, 90000)),
        (claim(1, 0.1 + 0.2), claim(2, 0.3)),
        (
            claim(1, quantity=Quantity("9万公里", 0, 1, 9e4, None, "公里", base=BaseValue(9e7, "m"))),
            claim(2, quantity=Quantity("9千万米", 0, 1, 9e7, None, "米", base=BaseValue(9e7, "m"))),
        ),
        (
            claim(1, quantity=Quantity("5公斤", 0, 1, 5, None, "公斤", base=BaseValue(5, "kg"))),
            claim(2, quantity=Quantity("10斤", 0, 1, 10, None, "斤", base=BaseValue(5.0, "kg"))),
        ),
        (claim(1, 9e4), claim(2, quantity=Quantity("约9万", 0, 1, 9e4, None, "公里", "approx"))),
        (change(1, 5.6), change(2, 5.6, baseline=Period("比上年", 0, 3, "2029"))),
        (change(1, 5.6, baseline=Period("比上年", 0, 3, "2029")), change(2, 5.6)),
        (claim(1, kind="trend", direction="increase"), claim(2, kind="trend", direction="increase")),
        (change(1, -0.3, direction="decrease"), change(2, 0.3, direction="decrease")),
    ],
)  # fmt: skip
def test_claims_that_agree_are_one_value_and_counted(one, other):
    (cell,) = cells([one, other])

    counts = [cell[f"{name}_claims"] for name in ("level", "share", "change")]
    assert (cell["conflict"], cell["conflicts"], cell["others"], cell["claims"]) == (False, None, None, 2)  # fmt: skip
    assert 2 in counts or one.kind == "trend"


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        (claim(1, 9e4), claim(2, 8e4), "90,000 公里 [a:1] ≠ 80,000 公里 [a:2]"),
        (change(1, 5.6), change(2, 5.8), "5.6 % [a:1] ≠ 5.8 % [a:2]"),
        (change(1, 5.6), change(2, 5.6, direction="decrease"), "5.6 % [a:1] ≠ -5.6 % [a:2]"),
        (
            claim(1, quantity=Quantity("超9万", 0, 1, 9e4, None, "公里", "gt")),
            claim(2, quantity=Quantity("不到9万", 0, 1, 9e4, None, "公里", "lt")),
            "> 90,000 公里 [a:1] ≠ < 90,000 公里 [a:2]",
        ),
        (
            claim(1, quantity=Quantity("5至6", 0, 1, 5, 6, "%", "range")),
            claim(2, quantity=Quantity("5至7", 0, 1, 5, 7, "%", "range")),
            "5–6 % [a:1] ≠ 5–7 % [a:2]",
        ),
        (
            claim(1, kind="trend", direction="increase"),
            claim(2, kind="trend", direction="decrease"),
            "increase [a:1] ≠ decrease [a:2]",
        ),
        (
            claim(1, 60, "%", share_of=Part("装机", 0, 2)),
            claim(2, 61, "%", share_of=Part("装机", 0, 2)),
            "60 % [a:1] ≠ 61 % [a:2]",
        ),
    ],
)
def test_values_that_differ_are_a_conflict_and_both_are_kept(one, other, conflicts):
    (cell,) = cells([one, other])

    assert (cell["conflict"], cell["conflicts"], cell["others"]) == (True, conflicts, None)


def test_what_most_claims_say_is_the_value_of_a_conflict():
    (cell,) = cells([claim(1, 9e4), claim(2, 8e4), claim(3, 8e4)])

    assert (cell["level"], cell["level_claims"]) == (8e4, 2)
    assert cell["conflicts"] == "90,000 公里 [a:1] ≠ 80,000 公里 [a:2 a:3]"


@pytest.mark.parametrize(
    ("one", "other", "main", "others"),
    [
        (change(1, 4.7), change(2, 1e10, "元"), 4.7, "100亿 元"),
        (
            change(1, 5.6, baseline=Period("同比", 0, 2, "2029")),
            change(2, 1.2, baseline=Period("比2025年", 0, 6, "2025")),
            5.6,
            "1.2 % (2025)",
        ),
        (change(1, 5.6), change(2, 0.3, "百分点", "decrease"), 5.6, "-0.3 百分点"),
        (change(1, 5.6), change(2, 5.8, negated=True), 5.6, "not 5.8 %"),
        (change(1, 5.8, negated=True), change(2, 5.6), 5.6, "not 5.8 %"),
        (change(1, 5.8, negated=True), change(2, 5.8, negated=True), None, "not 5.8 %"),
    ],
)
def test_another_unit_another_baseline_and_what_is_denied_are_no_conflict(one, other, main, others):
    (cell,) = cells([one, other])

    assert (cell["change"], cell["others"], cell["conflict"]) == (main, others, False)


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [
        (Quantity("5%", 0, 1, 5, None, "%"), (-5, None, "eq")),
        (Quantity("超5%", 0, 1, 5, None, "%", "gt"), (-5, None, "lt")),
        (Quantity("不低于5%", 0, 1, 5, None, "%", "ge"), (-5, None, "le")),
        (Quantity("5%—6%", 0, 1, 5, 6, "%", "range"), (-6, -5, "range")),
    ],
)
def test_a_fall_is_negative(quantity, shown):
    (cell,) = cells([change(1, 0, direction="decrease", quantity=quantity)])

    assert (cell["change"], cell["change_high"], cell["change_relation"]) == shown


@pytest.mark.parametrize(
    "other",
    [
        claim(2, 8e4, period=Period("上年", 0, 2, "2029")),
        claim(2, 8e4, modality="target"),
        claim(2, 8e4, indicator=Indicator("铁路里程", 0, 4)),
        claim(2, 8e4, indicator=Indicator("新增公路里程", 0, 6, id="ROADS")),
        claim(2, 8e4, region=Region("甘肃", 0, 2, "620000")),
        claim(2, 8e4, region=None),
        claim(2, 8e4, region=CITY),
    ],
)
def test_another_region_period_indicator_or_modality_is_another_cell(other):
    assert [cell["conflict"] for cell in cells([claim(1, 9e4), other])] == [False, False]


def test_one_indicator_by_two_names_is_one_cell():
    other = claim(2, 8e4, indicator=Indicator("公路总里程", 0, 5, id="ROADS"))

    (cell,) = cells([claim(1, 9e4), other])

    assert (cell["indicator"], cell["conflict"]) == ("公路里程", True)


@pytest.mark.parametrize(
    "region", [None, CITY, Region("各地", 0, 2, "-"), Region("城北片区", 0, 4)]
)
@pytest.mark.parametrize(
    ("issuers", "scopes"),
    [
        ({}, ["a", "b"]),
        ({"a": "甲市人民政府", "b": "甲市人民政府"}, ["甲市人民政府"]),
        ({"a": "甲市人民政府", "b": "乙市人民政府"}, ["甲市人民政府", "乙市人民政府"]),
    ],
)
def test_the_whole_city_of_two_reports_is_one_place_if_one_issuer_speaks(region, issuers, scopes):
    claims = [claim(1, 9e4, region=region), claim(2, 8e4, doc_id="b", region=region)]

    found = cells(claims, issuers)

    assert [cell["scope"] for cell in found] == scopes
    assert [cell["conflict"] for cell in found] == [len(scopes) == 1] * len(scopes)


def test_the_whole_country_is_one_place_in_all_reports():
    (cell,) = cells([claim(1, 9e4), claim(2, 8e4, doc_id="b")])

    assert (cell["scope"], cell["documents"], cell["conflict"]) == (None, 2, True)


def test_a_time_that_is_not_known_is_the_same_in_its_document_only():
    unknown = Period("近期", 0, 2, None)
    claims = [claim(1, 9e4, period=unknown), claim(2, 8e4, period=unknown, doc_id="b"), claim(3, 7e4, period=None)]  # fmt: skip

    assert [(cell["period"], cell["conflict"]) for cell in cells(claims)] == [("近期", False), ("近期", False), (None, False)]  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_panel_goes_to_a_stream(form):
    stream = StringIO()

    assert dump_claims([claim(1, 9e4), claim(2, 8e4)], stream, form, panel=True) == 1
    assert "90,000 公里 [a:1] ≠ 80,000 公里 [a:2]" in stream.getvalue()


def test_a_panel_is_a_table_to_read():
    stream = StringIO()
    moved = change(3, 5.0, direction="decrease", period=Period("上年", 0, 2, "2029"))

    assert dump_claims([claim(1, 9e4), claim(2, 9e4), moved], stream, "table", panel=True) == 2
    assert [line.split() for line in stream.getvalue().splitlines() if "公路" in line] == [
        ["公路里程", "全国", "2030", "actual", "90,000", "公里", "2"],
        ["公路里程", "全国", "2029", "actual", "↓", "-5", "%", "1"],
    ]
    assert stream.getvalue().endswith("2 cells, 0 of them with a conflict\n")
