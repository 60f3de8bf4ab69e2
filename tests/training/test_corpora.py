"""Which documents are for training, which for dev and test."""

import pytest

from policynlp.errors import CorpusError, InterchangeError, TrainingError
from policynlp.training.corpora import read_corpora
from policynlp.training.dataset import Row, make_rows
from tiny_tagger import document, write_documents

MARKED = "[INDICATOR 粮食产量][DIRECTION 增长][QUANTITY 3.2%]。"


def split_names(path, extra=()):
    return {
        split: [row["doc_id"] for row in rows]
        for split, rows in read_corpora([path], extra).items()
    }


def test_a_document_is_in_the_split_that_it_names(tmp_path):
    rows = [
        document(name, MARKED, split)
        for name, split in zip("abcd", ("test", "train", None, "dev"), strict=True)
    ]
    path = write_documents(tmp_path / "c.jsonl", rows)
    assert split_names(path) == {"train": ["b", "c"], "dev": ["d"], "test": ["a"]}


def test_of_documents_without_splits_a_tenth_is_drawn_by_name(tmp_path):
    rows = [document(f"d{number}", MARKED) for number in range(40)]
    path, turned = (
        write_documents(tmp_path / n, r) for n, r in (("c.jsonl", rows), ("t.jsonl", rows[::-1]))
    )
    names = split_names(path)
    assert names["dev"] == ["d18", "d26", "d27"]
    assert len(names["train"]) == 37
    assert {split: sorted(part) for split, part in names.items()} == {
        split: sorted(part) for split, part in split_names(turned).items()
    }


def test_extra_documents_are_all_for_training(tmp_path):
    path = write_documents(tmp_path / "c.jsonl", [document("a", MARKED, "dev")])
    extra = write_documents(
        tmp_path / "e.jsonl", [document("x", MARKED, "test"), document("d18", MARKED)]
    )
    assert split_names(path, [extra]) == {"train": ["x", "d18"], "dev": ["a"], "test": []}


def test_the_markup_is_read_too(tmp_path):
    body = "[IND 粮食产量][QTY 5{吨}]。\n> level | 粮食产量 | - | 5吨 = 5 吨 | 2030\n"
    (tmp_path / "budget").mkdir()
    for name, split in (("a", "train"), ("b", "test")):
        (tmp_path / "budget" / f"{name}.txt").write_text(
            f"# genre: budget\n# split: {split}\n# year: 2031\n# layout: plain\n\n{body}", "utf-8"
        )
    names = {
        split: [name.rsplit("/", 1)[-1] for name in names]
        for split, names in split_names(tmp_path).items()
    }
    assert names == {"train": ["a"], "dev": [], "test": ["b"]}


@pytest.mark.parametrize(
    ("name", "content", "error", "reason"),
    [
        ("none.jsonl", None, InterchangeError, "none.jsonl: no such file"),
        ("c.jsonl", '{"doc_id": "a", "text": 5}\n', InterchangeError, "c.jsonl:1: "),
        ("c.txt", "# genre: budget\n\n[IND 粮食\n", CorpusError, "c.txt:"),
        (
            "c.jsonl",
            '{"doc_id": "a", "text": "粮食。", "ents": []}\n',
            TrainingError,
            "c.jsonl: no document for training has a labelled span",
        ),
    ],
)
def test_what_cannot_be_learned_from_is_named(tmp_path, name, content, error, reason):
    path = tmp_path / name
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(error) as raised:
        read_corpora([path])
    assert reason in str(raised.value)


def rows_of(row, nlp):
    return [(r.text, r.tags) for r in make_rows([row], nlp)]


def test_rows_are_sentences_with_their_tags_and_those_of_the_rules(nlp):
    row = document("a", f"{MARKED}\n[GROUP 农民工]很多。")
    assert list(make_rows([row], nlp)) == [
        Row(
            "a",
            "粮食产量增长3.2%。",
            [1, 2, 2, 2, 17, 18, 19, 20, 20, 20, 0],
            [1, 2, 2, 2, 17, 18, 19, 20, 20, 20, 0],
        ),
        Row("a", "农民工很多。", [11, 12, 12, 0, 0, 0], [11, 12, 12, 0, 0, 0]),
    ]


def test_spans_follow_the_repaired_layout(nlp):
    text = "各地抓生产，粮食 产量增 长。"
    row = {"doc_id": "a", "text": text, "ents": [{"start": 6, "end": 11, "label": "INDICATOR"}]}
    assert rows_of(row, nlp) == [("各地抓生产，粮食产量增长。", [0] * 6 + [1, 2, 2, 2] + [0] * 3)]


def test_units_and_tables_are_left_out(nlp):
    text = "产量5吨。\n指标 增长\n粮食5吨。\n"
    ents = [{"start": 2, "end": 4, "label": "QUANTITY"}, {"start": 3, "end": 4, "label": "UNIT"}]
    row = {"doc_id": "a", "text": text, "ents": ents, "tables": [[6, len(text)]]}
    assert rows_of(row, nlp) == [("产量5吨。", [0, 0, 19, 20, 0])]


def test_long_sentences_are_cut_into_windows(nlp):
    row = document("a", "发展生产，" * 45 + "[GROUP 农民工]。")
    found = rows_of(row, nlp)
    assert [len(text) for text, _ in found] == [192, 229 - 128]
    assert [sum(map(bool, tags)) for _, tags in found] == [0, 3]


@pytest.mark.parametrize(
    ("ent", "message"),
    [
        (
            {"start": 0, "end": 2, "label": "PERSON"},
            "document 'a': unknown label 'PERSON'; the tagger learns INDICATOR, POLICY, ORG, REGION, SECTOR, GROUP, EVENT, TIME, DIRECTION, QUANTITY",
        ),
        (
            {"start": 3, "end": 9, "label": "ORG"},
            "document 'a': the span 3:9 lies outside its text",
        ),
        (
            {"start": 2, "end": 2, "label": "ORG"},
            "document 'a': the span 2:2 lies outside its text",
        ),
        (
            {"start": -1, "end": 2, "label": "ORG"},
            "document 'a': the span -1:2 lies outside its text",
        ),
    ],
)
def test_a_bad_span_is_named(nlp, ent, message):
    with pytest.raises(TrainingError) as raised:
        list(make_rows([{"doc_id": "a", "text": "粮食。", "ents": [ent]}], nlp))
    assert str(raised.value) == message
