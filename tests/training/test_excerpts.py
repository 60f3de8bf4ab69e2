"""Spans that were marked in reports which do not ship, put to the reports' text."""

import json

import pytest

from policynlp.errors import TrainingError
from policynlp.training.excerpts import attach, digest_of

REPORT = "前言。\n全市粮食产量 增长5%。\n附注。"
MARKED = REPORT[4:15]
SPANS = [[0, 2, "REGION"], [2, 7, "INDICATOR"], [7, 9, "DIRECTION"], [9, 11, "QUANTITY"]]
GOOD = {
    "report": "r1",
    "split": "dev",
    "start": 4,
    "end": 15,
    "digest": digest_of(MARKED),
    "spans": SPANS,
}


@pytest.fixture
def reports(tmp_path):
    path = tmp_path / "reports.jsonl"
    rows = [{"id": "r0", "text": "别的。"}, {"id": "r1", "year": 2031, "text": REPORT}]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return path


@pytest.fixture
def spans(tmp_path):
    def write(*rows):
        path = tmp_path / "spans.jsonl"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
        return path

    return write


def test_the_spans_are_put_to_the_text(reports, spans):
    (document,) = attach(spans(GOOD), [reports])

    assert document == {
        "doc_id": "r1-4",
        "text": "全市粮食产量 增长5%",
        "meta": {"report_year": 2031, "split": "dev"},
        "ents": [
            {"start": 0, "end": 2, "label": "REGION", "text": "全市"},
            {"start": 2, "end": 7, "label": "INDICATOR", "text": "粮食产量"},
            {"start": 7, "end": 9, "label": "DIRECTION", "text": "增长"},
            {"start": 9, "end": 11, "label": "QUANTITY", "text": "5%"},
        ],
        "claims": [],
        "tables": [],
    }


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (GOOD | {"report": "r2"}, "spans.jsonl:2: no report 'r2' in what --reports names"),
        (GOOD | {"start": 3, "end": 14}, "spans.jsonl:2: the report 'r1' has another text"),
        (GOOD | {"digest": "0"}, "spans.jsonl:2: the report 'r1' has another text"),
        (GOOD | {"spans": [[0, 12, "REGION"]]}, "spans.jsonl:2: REGION 0-12 is no span of 11"),
        (GOOD | {"spans": [[0, 2, "PLACE"]]}, "spans.jsonl:2: PLACE 0-2 is no span of 11"),
        (
            GOOD | {"spans": [[0, 2]]},
            "spans.jsonl:2: a line has report, split, start, end, digest, spans; ",
        ),
        ({"report": "r1"}, "spans.jsonl:2: a line has report, split, start, end, digest, spans; "),
        ([], "spans.jsonl:2: a line has report, split, start, end, digest, spans; "),
        (GOOD | {"start": -5}, "spans.jsonl:2: -5-15 is no stretch of a report"),
    ],
)
def test_a_line_that_does_not_fit_says_so(reports, spans, row, said):
    path = spans(GOOD, row)
    with pytest.raises(TrainingError) as raised:
        list(attach(path, [reports]))
    assert str(raised.value).startswith(f"{path.parent}/{said}")


def test_a_missing_file_says_so(reports, tmp_path):
    with pytest.raises(TrainingError) as raised:
        list(attach(tmp_path / "none.jsonl", [reports]))
    assert "none.jsonl" in str(raised.value)
