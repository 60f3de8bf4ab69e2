import json

import pytest

from policynlp.errors import GoldError
from policynlp.evaluation import Tally, evaluate, match
from policynlp.evaluation.fields import plain, read_field
from policynlp.evaluation.matching import overlap
from policynlp.gold import read_gold, read_predictions


def part(text, start, **more):
    return {"text": text, "start": start, "end": start + len(text), **more}


def number(text, start, value, unit, **more):
    return part(text, start, value=value, high=None, unit=unit, relation="eq") | more


def level(indicator="公路里程", quantity=None, **more):
    quantity = quantity or number("9万公里", 10, 90000, "公里")
    return {"kind": "level", "direction": None, "indicator": part(indicator, 0), "quantity": quantity,
            "trigger": None, "modality": "actual"} | more  # fmt: skip


def trend(indicator="居民收入", direction="increase", start=4):
    return {"kind": "trend", "direction": direction, "indicator": part(indicator, 0),
            "trigger": part("增加", start), "quantity": None, "modality": "action"}  # fmt: skip


def document(claims=(), ents=(), **more):
    return {"doc_id": "a", "text": "", "claims": list(claims), "ents": list(ents)} | more


def score(gold, pred, name):
    tally = evaluate([document(gold)], [document(pred)]).tallies[name]
    return tally.hits, tally.gold, tally.pred


SAME = [
    pytest.param(level(), id="itself"),
    pytest.param(
        level(quantity=number("9万公里", 13, 90000.001, "公里")), id="touching place, close value"
    ),
    pytest.param(
        level(quantity=number("9万公里", 10, 90000, "公里", relation=None)), id="no relation is eq"
    ),
    pytest.param(level(indicator="“公路” 里程"), id="quotation marks and spaces"),
    pytest.param(level() | {"indicator": "公路里程"}, id="bare words"),
]
OTHER = [
    pytest.param(level(kind="change"), id="kind"),
    pytest.param(level(direction="increase"), id="direction"),
    pytest.param(level(indicator="铁路营业长度"), id="indicator"),
    pytest.param(level(quantity=number("9万公里", 14, 90000, "公里")), id="place"),
    pytest.param(level(quantity=number("9万公里", 10, 90001, "公里")), id="value"),
    pytest.param(level(quantity=number("9万公里", 10, 90000, "公里", high=95000)), id="high"),
    pytest.param(level(quantity=number("9万公里", 10, 90000, "里")), id="unit"),
    pytest.param(
        level(quantity=number("9万公里", 10, 90000, "公里", relation="gt")), id="relation"
    ),
    pytest.param(level() | {"quantity": None}, id="no quantity"),
    pytest.param(level(quantity={"text": "9万公里", "value": 90000, "unit": "公里"}), id="nowhere"),
]


@pytest.mark.parametrize("claim", SAME)
def test_same_claim(claim):
    assert score([level()], [claim], "claims strict") == (1, 1, 1)


@pytest.mark.parametrize("claim", OTHER)
def test_other_claim(claim):
    assert score([level()], [claim], "claims relaxed")[0] == 0


def test_half_the_characters_are_enough_for_relaxed_and_not_for_strict():
    pred = [level(indicator="公路建成")]

    assert score([level()], pred, "claims relaxed") == (1, 1, 1)
    assert score([level()], pred, "claims strict") == (0, 1, 1)


def test_a_number_is_right_whatever_is_said_of_it():
    assert score([level()], [level(indicator="游客", kind="change")], "quantities") == (1, 1, 1)


def test_each_predicted_claim_is_found_once():
    assert score([level(), level()], [level()], "claims strict") == (1, 2, 1)
    assert score([level()], [level(), level()], "claims strict") == (1, 1, 2)


def test_matching_takes_the_first_that_fits_and_keeps_the_order():
    def near(a, b):
        return abs(a["at"] - b["at"]) <= 1

    one, two, three = ({"at": at} for at in (1, 2, 3))

    assert match([two, one, three], [one, two, three], near) == [
        (two, one),
        (one, two),
        (three, three),
    ]


@pytest.mark.parametrize(
    ("pred", "hits"),
    [(trend(), 1), (trend("城镇居民收入"), 1), (trend(direction="stable"), 0), (trend(start=6), 0),
     (trend("粮食价格"), 0), (level(), 0)],
)  # fmt: skip
def test_trends(pred, hits):
    assert score([trend()], [pred], "trends")[0] == hits


def test_entities_exact_and_overlapping():
    gold = [
        part("全市", 0, label="REGION"),
        part("粮食产量", 2, label="INDICATOR"),
        part("全年", 8, label="TIME"),
    ]
    pred = [
        part("全市", 0, label="REGION"),
        part("食产量", 3, label="INDICATOR"),
        part("全年", 8, label="REGION"),
    ]

    tallies = evaluate([document(ents=gold)], [document(ents=pred)]).tallies

    assert {name: (t.hits, t.gold, t.pred) for name, t in tallies.items()} == {
        "entities exact": (1, 3, 3),
        "  INDICATOR exact": (0, 1, 1),
        "  INDICATOR overlap": (1, 1, 1),
        "  REGION exact": (1, 1, 2),
        "  REGION overlap": (1, 1, 2),
        "  TIME exact": (0, 1, 0),
        "  TIME overlap": (0, 1, 0),
        "quantities": (0, 0, 0),
        "claims strict": (0, 0, 0),
        "claims relaxed": (0, 0, 0),
        "trends": (0, 0, 0),
    }


def test_entities_are_not_scored_where_gold_has_none():
    assert (
        "entities exact"
        not in evaluate([document()], [document(ents=[part("全市", 0, label="REGION")])]).tallies
    )


def test_claims_in_tables_are_scored_apart_and_entities_there_not_at_all():
    inside, outside = level(), level(quantity=number("8公里", 40, 8, "公里"))
    ents = [part("公路里程", 0, label="INDICATOR"), part("全市", 30, label="REGION")]
    gold = document([inside, outside, trend(start=12)], ents, tables=[[0, 20]])

    tallies = evaluate([gold], [document([inside, outside], ents)]).tallies

    assert {name: (t.hits, t.gold, t.pred) for name, t in tallies.items()} == {
        "entities exact": (1, 1, 1),
        "  REGION exact": (1, 1, 1),
        "  REGION overlap": (1, 1, 1),
        "table claims relaxed": (1, 1, 1),
        "quantities": (1, 1, 1),
        "claims strict": (1, 1, 1),
        "claims relaxed": (1, 1, 1),
        "trends": (0, 0, 0),
    }


def test_a_document_that_nobody_predicted_is_missed():
    evaluation = evaluate([document([level()])], [])

    assert [str(mistake) for mistake in evaluation.mistakes] == [
        "missed   a: level/None | 公路里程 |  | 9万公里 = eq 90000 公里"
    ]


def test_mistakes_come_missed_first_and_numbers_before_trends():
    evaluation = evaluate([document([trend(), level()])], [document([level(kind="change")])])

    assert [(mistake.kind, mistake.claim["kind"]) for mistake in evaluation.mistakes] == [
        ("missed", "level"), ("missed", "trend"), ("spurious", "change"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "gold", "pred", "right"),
    [
        ("period", {"text": "全年", "iso": "2030"}, {"text": None, "iso": "2030"}, 1),
        ("period", {"text": "全 年", "iso": None}, {"text": "全年"}, 1),
        ("period", None, {"text": None, "iso": None}, 1),
        ("period", {"iso": "2030"}, None, 0),
        ("baseline", {"text": "比上年", "iso": "2029"}, {"text": "同比", "iso": "2029"}, 1),
        ("region", part("全市", 0), part("全市", 7), 1),
        ("region", part("全市", 0), None, 0),
        ("region", "全市", part("“全市”", 7), 1),
        ("modality", "actual", "target", 0),
        ("from_quantity", number("3%", 0, 3, "%"), number("3％", 0, 3, "％"), 1),
        ("from_quantity", number("3%", 0, 3, "%"), number("3%", 0, 4, "%"), 0),
        ("from_quantity", None, None, 1),
        ("share_of", part("总装机", 0), "总装机", 1),
    ],
)
def test_fields_of_found_claims(name, gold, pred, right):
    evaluation = evaluate([document([level(**{name: gold})])], [document([level(**{name: pred})])])

    assert evaluation.to_dict()["fields"][name] == {"acc": float(right), "n": 1}


def test_read_field_of_a_claim_that_lacks_it():
    assert read_field({}, "region") is None
    assert read_field({}, "period") == ""


@pytest.mark.parametrize(
    ("tally", "scores"),
    [(Tally(2, 3, 4), {"p": 0.5, "r": 0.6667, "f1": 0.5714, "tp": 2, "gold": 3, "pred": 4}),
     (Tally(0, 0, 0), {"p": 0.0, "r": 0.0, "f1": 0.0, "tp": 0, "gold": 0, "pred": 0})],
)  # fmt: skip
def test_rates(tally, scores):
    assert tally.to_dict() == scores


def test_lines_to_read():
    lines = list(evaluate([document([level()])], [document([level()])]).lines())

    assert (
        lines[1]
        == "claims strict            P 1.000  R 1.000  F1 1.000   (1 of 1 gold, 1 predicted)"
    )
    assert lines[-1] == "field share_of           accuracy 1.000   (n=1)"


@pytest.mark.parametrize(
    ("text", "short"), [(None, ""), ("“十四五” 规划（％）", "十四五规划(%)"), ("a\n「b」", "ab")]
)
def test_plain(text, short):
    assert plain(text) == short


@pytest.mark.parametrize(
    ("some", "other", "shared"),
    [(part("增长", 0), part("长", 1), True), (part("增长", 0), part("至", 2), False), (None, part("至", 2), False),
     ({"text": "增长", "start": None, "end": None}, part("至", 2), False)],
)  # fmt: skip
def test_overlap(some, other, shared):
    assert overlap(some, other) is shared


GOOD = {"doc_id": "a", "text": "增加居民收入", "claims": [trend()]}


def write(path, *lines):
    path.write_text(
        "".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines),
        "utf-8",
    )
    return path


def test_read_gold_skips_empty_lines(tmp_path):
    path = write(tmp_path / "gold.jsonl", GOOD, "\n", GOOD)

    assert read_gold(path) == [GOOD, GOOD]


@pytest.mark.parametrize(
    "line",
    ["{\n", "[1]\n", "null\n", {"doc_id": "a"}, {"doc_id": 7, "text": "", "claims": []}, GOOD | {"claims": {}},
     GOOD | {"claims": ["x"]}, GOOD | {"claims": [{}]}, GOOD | {"claims": [level(quantity="9万公里")]},
     GOOD | {"claims": [level(period="全年")]}, GOOD | {"claims": [level(region=7)]},
     GOOD | {"claims": [level(quantity={"start": 1})]}, GOOD | {"claims": [level(quantity={"value": "9"})]},
     GOOD | {"ents": [{"start": 0}]}, GOOD | {"tables": [[1]]}, GOOD | {"tables": None}],
)  # fmt: skip
def test_a_broken_line_is_named(tmp_path, line):
    path = write(tmp_path / "gold.jsonl", GOOD, line)

    with pytest.raises(GoldError, match=r"gold\.jsonl:2: "):
        read_gold(path)


def test_bytes_that_are_not_utf8_are_named(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"doc_id": "\xd6\xd0"}\n')

    with pytest.raises(GoldError, match=r"gold\.jsonl:1: .*utf-8"):
        read_gold(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(GoldError, match=r"none\.jsonl: No such file"):
        read_gold(tmp_path / "none.jsonl")


def test_predictions_need_no_more_than_an_id(tmp_path):
    assert read_predictions(write(tmp_path / "pred.jsonl", {"doc_id": "a"})) == [{"doc_id": "a"}]
