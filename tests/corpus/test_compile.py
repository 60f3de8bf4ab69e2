import json
import re

import pytest

from policynlp.corpus import read_corpus, read_source
from policynlp.corpus.compile import compile_corpus, compiled, tables_of
from policynlp.corpus.files import find_files
from policynlp.errors import CorpusError
from policynlp.gold import read_gold

BODY = "[IND 粮食产量][QTY 5{吨}]。\n> level | 粮食产量 | - | 5吨 = 5 吨 | 2030\n"


@pytest.fixture
def corpus(tmp_path):
    for name, split in (("a", "train"), ("b", "dev")):
        path = tmp_path / "corpus" / "budget" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        source = f"# genre: budget\n# split: {split}\n# year: 2031\n# layout: plain\n\n{BODY}"
        path.write_text(source, "utf-8")
    return tmp_path / "corpus"


def test_documents_have_the_shape_of_the_gold_files(corpus, tmp_path):
    output = tmp_path / "corpus.jsonl"

    assert compile_corpus(read_corpus([corpus]), output, ["train"]) == 1
    assert read_gold(output) == [
        {
            "doc_id": "budget/a",
            "text": "粮食产量5吨。",
            "meta": {"genre": "budget", "split": "train", "report_year": 2031, "layout": "plain"},
            "ents": [
                {"start": 0, "end": 4, "label": "INDICATOR", "text": "粮食产量"},
                {"start": 4, "end": 6, "label": "QUANTITY", "text": "5吨"},
                {"start": 5, "end": 6, "label": "UNIT", "text": "吨"},
            ],
            "claims": [
                {
                    "kind": "level",
                    "direction": None,
                    "modality": "actual",
                    "negated": False,
                    "indicator": {"text": "粮食产量", "start": 0, "end": 4, "inherited": False},
                    "trigger": None,
                    "quantity": {
                        "text": "5吨",
                        "start": 4,
                        "end": 6,
                        "value": 5,
                        "high": None,
                        "unit": "吨",
                        "relation": "eq",
                    },
                    "period": {"text": None, "start": None, "end": None, "iso": "2030"},
                    "from_quantity": None,
                    "share_of": None,
                    "baseline": None,
                    "region": None,
                }
            ],
            "tables": [],
        }
    ]


@pytest.mark.parametrize(
    ("splits", "names"),
    [((), ["budget/a", "budget/b"]), (("dev",), ["budget/b"]), (("test",), [])],
)
def test_splits_are_kept_as_asked(corpus, splits, names):
    assert [document["doc_id"] for document in compiled(read_corpus([corpus]), splits)] == names


def test_a_compiled_corpus_is_compiled_to_itself(corpus, tmp_path):
    output, again = tmp_path / "corpus.jsonl", tmp_path / "again.jsonl"
    compile_corpus(read_corpus([corpus]), output)
    compile_corpus(read_corpus([output]), again)

    assert again.read_text("utf-8") == output.read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "line", "error"),
    [
        ("# genre: budget\n# split: dev\n\n全文]\n", 1, "the header has no 'layout'; write a line '# layout: …'"),
        ("# genre: budget\n# split: dev\n# layout: web\n\n全文]\n", 5, "] closes nothing; write \\] for the sign itself"),
    ],
)  # fmt: skip
def test_a_fault_keeps_the_corpus_from_being_compiled(corpus, tmp_path, source, line, error):
    path = corpus / "budget" / "b.txt"
    path.write_text(source, "utf-8")

    with pytest.raises(CorpusError, match=re.escape(f"{path}:{line}: {error}")):
        compile_corpus(read_corpus([corpus]), tmp_path / "corpus.jsonl")
    assert not (tmp_path / "corpus.jsonl").exists()


TABLE = "表1 2030年产量\n产品名称 单位 产量 比上年增长%\n原煤 万吨 310 2.5\n原盐 万吨 20 -1.5"


@pytest.mark.parametrize(
    ("claims", "tables"),
    [
        ("", []),
        ("\n> level | 原煤产量 | - | 310 = 3100000 吨 | 2030", [[0, len(TABLE)]]),
        ("\n粮食5吨。\n> level | 粮食 | - | 5吨 = 5 吨 | 2030", []),
    ],
)
def test_tables_with_claims_are_named(claims, tables):
    file = read_source(TABLE + claims)

    assert tables_of(file.text, file.claims) == tables


def test_files_are_found_once_in_their_order(corpus):
    a, b = corpus / "budget" / "a.txt", corpus / "budget" / "b.txt"

    assert find_files([b, corpus, corpus / "budget"]) == [b, a]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.txt", None, "no such file or folder"),
        ("folder", ..., "no readable file in this folder; the endings that work: .txt"),
        ("gbk.txt", "粮食", "not valid UTF-8 at byte 0; save it as UTF-8 again"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, content, message):
    path = tmp_path / name
    if content is ...:
        path.mkdir()
    elif content:
        path.write_text(content, "gbk")

    with pytest.raises(CorpusError, match=re.escape(f"{path}: {message}")):
        list(read_corpus([path]))


def test_a_file_that_may_not_be_opened_is_named(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.touch()

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(CorpusError, match=re.escape(f"{path}: Permission denied")):
        list(read_corpus([path]))


def test_json_lines_are_written_on_one_line_each(corpus, tmp_path):
    compile_corpus(read_corpus([corpus]), tmp_path / "corpus.jsonl")

    lines = (tmp_path / "corpus.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["meta"]["split"] for line in lines] == ["train", "dev"]
