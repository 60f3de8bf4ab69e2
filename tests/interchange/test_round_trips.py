import importlib.util

import pytest

from interchange.samples import BARE, DOCUMENTS, EMPTY, FULL, by_id
from policynlp.interchange import FORMATS, Report, read_corpus, write_corpus

needs_datasets = pytest.mark.skipif(
    not importlib.util.find_spec("datasets"), reason="needs policynlp[train]"
)
NAMES = [
    pytest.param(name, marks=[needs_datasets, pytest.mark.slow] if "arrow" in name else [])
    for name in FORMATS
    if name != "markup"  # it has more to say, in test_markup.py
]
SPANS = "claims: 5 not written: {} holds spans only"
# what each format has no place for: the line that says it, and the documents without it
LOSSES = {
    "arrow-tokens": ([SPANS.format("arrow-tokens")], ["claims"]),
    "bio": ([SPANS.format("bio")], ["claims"]),
    "doccano": ([SPANS.format("doccano")], ["claims"]),
    "brat": (
        [
            "meta: 1 not written: brat has no place for it",
            "spans: 1 written without the line ends at their edges",
        ],
        ["tables"],
    ),
}


def without(documents, fields):
    return [{**document, **{field: [] for field in fields}} for document in documents]


@pytest.mark.parametrize("name", NAMES)
def test_documents_come_back_but_for_what_is_said_to_be_lost(tmp_path, name):
    path = tmp_path / f"corpus{FORMATS[name].ending}"
    documents = [{**FULL, "tables": [[0, 14]]}, BARE, EMPTY]

    report = write_corpus(documents, path, name)
    back = read_corpus(path, name)

    lines, fields = LOSSES.get(name, ([], []))
    assert (list(report.lines()), report.documents) == (lines, 3)
    expected = by_id(without(documents, fields))
    if name == "brat":  # the table's end is a line end; the split is a folder
        full = next(document for document in expected if document["doc_id"] == FULL["doc_id"])
        full.update(tables=[[0, 13]], meta={"split": "train"})
    if "arrow" in name:  # a document of no split stands in one beside the others
        for document in expected:
            document["meta"].setdefault("split", "unsplit")
    assert by_id(back) == expected
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_tells_its_format(tmp_path, name):
    path = tmp_path / f"corpus{FORMATS[name].ending}"
    write_corpus(DOCUMENTS, path, name)

    assert by_id(read_corpus(path)) == by_id(read_corpus(path, name))


@pytest.mark.parametrize("name", NAMES)
def test_a_corpus_of_no_documents_comes_back(tmp_path, name):
    path = tmp_path / f"corpus{FORMATS[name].ending}"

    assert write_corpus([], path, name).documents == 0
    assert read_corpus(path, name) == []


@pytest.mark.parametrize("name", ["brat", "doccano-relations", "label-studio"])
def test_a_claim_that_stands_nowhere_is_left_out_and_told(tmp_path, name):
    indicator = {"text": "公路里程", "start": None, "end": None}
    claim = {
        **FULL["claims"][0],
        "indicator": indicator,
        "trigger": None,
        "quantity": None,
        "region": None,
    }
    path = tmp_path / f"corpus{FORMATS[name].ending}"

    report = write_corpus([{**BARE, "claims": [claim]}], path, name)

    assert list(report.lines()) == ["claims: 1 not written: they have no place in the text"]
    assert read_corpus(path)[0]["claims"] == []


@needs_datasets
@pytest.mark.slow
def test_splits_are_those_of_a_dataset_dict(tmp_path):
    import datasets

    documents = [
        {**BARE, "doc_id": split, "meta": {"split": split}} for split in ("train", "dev", "test")
    ]
    write_corpus(documents, tmp_path / "corpus", "arrow")

    found = datasets.load_from_disk(str(tmp_path / "corpus"))
    assert {split: table["doc_id"][:] for split, table in found.items()} == {
        "train": ["train"], "dev": ["dev"], "test": ["test"],
    }  # fmt: skip
    claim = found["dev"].features["claims"].feature
    assert (claim["negated"].dtype, claim["quantity"]["value"].dtype) == ("bool", "float64")


@needs_datasets
@pytest.mark.slow
def test_the_view_for_token_classifiers_has_a_tag_a_character(tmp_path):
    import datasets

    text = "税收增5%"
    ents = [
        {"start": 0, "end": 2, "label": "INDICATOR", "text": "税收"},
        {"start": 3, "end": 5, "label": "QUANTITY", "text": "5%"},
        {"start": 4, "end": 5, "label": "UNIT", "text": "%"},
    ]
    write_corpus([{**EMPTY, "text": text, "ents": ents}], tmp_path / "corpus", "arrow-tokens")

    [row] = datasets.load_from_disk(str(tmp_path / "corpus")).with_format(None)
    names = datasets.load_from_disk(str(tmp_path / "corpus")).features
    tags = [names["ner_tags"].feature.int2str(tag) for tag in row["ner_tags"]]
    units = [names["unit_tags"].feature.int2str(tag) for tag in row["unit_tags"]]
    assert row["tokens"] == list(text)
    assert tags == ["B-INDICATOR", "I-INDICATOR", "O", "B-QUANTITY", "I-QUANTITY"]
    assert units == ["O", "O", "O", "O", "B-UNIT"]


def test_a_report_counts_by_what_and_why():
    report = Report()
    report.add("claims", 2, "not written: x")
    report.add("notes", 0, "not read: y")
    report.add("claims", 3, "not written: x")

    assert list(report.lines()) == ["claims: 5 not written: x"]
