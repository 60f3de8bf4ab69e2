"""The project's own markup, as a format among the others."""

import json

import pytest

from interchange.samples import BARE, EMPTY, FULL, plain
from policynlp.errors import CorpusError
from policynlp.interchange import Report, read_corpus, write_corpus

FILE = """# genre: budget
# split: dev
# year: 2031
# layout: plain

[IND 税收收入][DIR 增长][QTY 5{%}]。
> change up | 税收收入 | 增长 | 5% = 5 % | 2030
"""


def write_file(folder, text=FILE):
    (folder / "budget").mkdir(parents=True)
    (folder / "budget" / "a.txt").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("name", ["corpus", "corpus/budget", "corpus/budget/a.txt"])
def test_a_folder_or_file_is_told_by_its_header(tmp_path, name):
    write_file(tmp_path / "corpus")

    [document] = read_corpus(tmp_path / name)

    assert document == {
        "doc_id": "budget/a", "text": "税收收入增长5%。",
        "meta": {"genre": "budget", "split": "dev", "report_year": 2031, "layout": "plain"},
        "ents": [
            {"start": 0, "end": 4, "label": "INDICATOR", "text": "税收收入"},
            {"start": 4, "end": 6, "label": "DIRECTION", "text": "增长"},
            {"start": 6, "end": 8, "label": "QUANTITY", "text": "5%"},
            {"start": 7, "end": 8, "label": "UNIT", "text": "%"},
        ],
        "claims": [
            {
                "kind": "change", "direction": "increase", "modality": "actual", "negated": False,
                "indicator": {"text": "税收收入", "start": 0, "end": 4, "inherited": False},
                "trigger": {"text": "增长", "start": 4, "end": 6},
                "quantity": {"text": "5%", "start": 6, "end": 8, "value": 5, "high": None, "unit": "%", "relation": "eq"},
                "period": {"text": None, "start": None, "end": None, "iso": "2030"},
                "from_quantity": None, "baseline": None, "region": None, "share_of": None,
            }
        ],
        "tables": [],
    }  # fmt: skip


def test_a_file_goes_to_json_and_back_to_the_same_file(tmp_path):
    documents = read_corpus(write_file(tmp_path / "corpus"))

    report = write_corpus(documents, tmp_path / "again", "markup")

    assert (tmp_path / "again/budget/a.txt").read_text("utf-8") == FILE
    assert (list(report.lines()), report.documents) == ([], 1)


def test_what_the_markup_does_not_say_is_told(tmp_path):
    report = write_corpus(
        [FULL, BARE, EMPTY, {**EMPTY, "doc_id": "c "}], tmp_path / "out", "markup"
    )

    assert list(report.lines()) == [
        "meta: 1 not written: the header has no such line",
        "tables: 1 not written: they are read from the text",
        "claims: 2 written without what the markup does not say (ids, sections, …)",
        "doc_ids: 3 changed: folder and name are it",
        "splits: 3 written as train: the header must name one",
    ]
    back = {document["doc_id"]: document for document in read_corpus(tmp_path / "out")}
    assert list(back) == ["documents/b", "documents/c", "documents/c_", FULL["doc_id"]]
    for doc_id, document in (("documents/b", BARE), ("documents/c", EMPTY), (FULL["doc_id"], FULL)):
        assert (back[doc_id]["text"], back[doc_id]["ents"]) == (document["text"], document["ents"])
    assert [claim["indicator"] for claim in plain(back[FULL["doc_id"]]["claims"])] == [
        {name: claim["indicator"][name] for name in ("text", "start", "end", "inherited")}
        for claim in FULL["claims"]
    ]
    assert back["documents/b"]["claims"] == BARE["claims"]


@pytest.mark.parametrize(
    "text", ["a\r\nb", " \n", "\n\n", "\\", "[a]{b}", "> x", "# y: z", "\u2028", "\ufeffx"]
)
def test_any_text_comes_back(tmp_path, text):
    document = {
        **EMPTY,
        "doc_id": "budget/x",
        "text": text,
        "meta": {"split": "dev", "layout": "plain"},
    }

    report = write_corpus([document], tmp_path / "out", "markup")

    assert list(report.lines()) == []
    assert [back["text"] for back in read_corpus(tmp_path / "out")] == [text]


def test_a_fault_of_a_file_is_named_with_its_line(tmp_path):
    folder = write_file(tmp_path / "corpus", FILE.replace("[IND", "[XXX"))

    with pytest.raises(CorpusError, match=r"a\.txt:6: "):
        read_corpus(folder)


def test_doccano_becomes_a_folder_to_review(tmp_path):
    (tmp_path / "my.jsonl").write_text(
        json.dumps({"text": "税收增长", "label": [[0, 2, "INDICATOR"]]})
    )

    write_corpus(read_corpus(tmp_path / "my.jsonl"), tmp_path / "out", "markup", Report())

    assert (tmp_path / "out/documents/my-0001.txt").read_text("utf-8") == (
        "# genre: documents\n# split: train\n# layout: plain\n\n[IND 税收]增长\n"
    )
