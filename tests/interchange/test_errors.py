"""Every wrong input: one line that says what, where, and what to do."""

import json
import re
import sys

import pytest

from interchange.samples import BARE, DOCUMENTS
from interchange.test_tools import task, write_pair
from policynlp.errors import FormatError, InterchangeError, SinkError
from policynlp.interchange import convert, parse_renames, read_corpus, write_corpus


def lines(*rows):
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


def gold(**fields):
    return {"doc_id": "a", "text": "税收增长", **fields}


def trend(**fields):
    return gold(claims=[{"kind": "trend", "indicator": "税收", **fields}])


def doccano(*rows):
    return {"text": "税收增长", "label": list(rows)}


def relations(entities, relations):
    return {"text": "税收增长", "entities": entities, "relations": relations}


E1 = {"id": 1, "start_offset": 0, "end_offset": 2, "label": "INDICATOR"}
E2 = {"id": 2, "start_offset": 0, "end_offset": 2, "label": "TREND"}
TO = {"from_id": 2, "to_id": 1, "type": "indicator"}

FILES = [
    ("a.jsonl", lines(gold(), "{"), "a.jsonl:2: no JSON: Expecting property name"),
    ("a.jsonl", lines(gold(), "[1]"), "a.jsonl:2: not a JSON object"),
    ("a.jsonl", lines({"text": "x", "label": 3}), "a.jsonl:1: 'label' is no list"),
    ("a.jsonl", lines({"text": 5, "label": []}), "a.jsonl:1: 'text' is missing"),
    ("a.jsonl", lines({"text": "税收"}), "a.jsonl:1: 'doc_id' is missing"),
    ("a.jsonl", lines(gold(ents=[{"start": 0}])), "a.jsonl:1: 'ents' has not the shape of the interface"),
    ("a.jsonl", lines(gold(meta=[1])), "a.jsonl:1: 'meta' is no JSON object"),
    ("a.jsonl", lines(gold(), gold()), "a.jsonl:2: doc_id 'a' stands a second time"),
    ("a.jsonl", lines(gold(text="\ud800")), "a.jsonl:1: 'utf-8' codec can't encode"),
    ("a.jsonl", lines(trend(kind="rise")), "a.jsonl:1: a claim of the kind 'rise'; expected level, change, trend"),
    ("a.jsonl", lines(trend(indicator=None)), "a.jsonl:1: a trend claim has no indicator"),
    (
        "a.jsonl", lines(trend(trigger={"text": "增长", "start": 2, "end": 9})),
        "a.jsonl:1: trigger 2-9 is no place in a text of 4 characters",
    ),
    ("a.jsonl", lines(gold(tables=[[0, 5]])), "a.jsonl:1: table 0-5 is no place in a text of 4 characters"),
    (
        "a.jsonl", lines(gold(ents=[{"start": 1, "end": 3, "label": "ORG", "text": "税收"}])),
        "a.jsonl:1: ORG 1-3 is '收增' in the text, the file says '税收'; offsets count the code points of the raw text",
    ),
    ("a.jsonl", lines(doccano([0, 2])), "a.jsonl:1: [0, 2] is no [start, end, label]"),
    ("a.jsonl", lines(doccano(), doccano([2, 9, "ORG"])), "a.jsonl:2: ORG 2-9 is no place in a text of 4 characters"),
    ("a.jsonl", lines(doccano([2, 2, "ORG"])), "a.jsonl:1: ORG 2-2 is no place in a text of 4 characters"),
    ("a.jsonl", lines(doccano([-1, 2, "ORG"])), "a.jsonl:1: ORG -1-2 is no place in a text of 4 characters"),
    (
        "a.jsonl", lines(doccano([0, 2, "指标"])),
        "a.jsonl:1: unknown label '指标': rename it, --map 指标=NEW, to one of INDICATOR POLICY ORG",
    ),
    (
        "a.jsonl", lines(doccano([0, 3, "INDICATOR"], [2, 4, "DIRECTION"])),
        "a.jsonl:1: DIRECTION '增长' at 2 overlaps INDICATOR '税收增' at 0; keep one of the two",
    ),
    (
        "a.jsonl", lines({"text": "𬭩", "label": [[0, 1, "ORG"]]}),
        "a.jsonl:1: offset 1 splits a character; here offsets count UTF-16 code units",
    ),
    (
        "a.jsonl", lines(relations([E1], [TO])),
        "a.jsonl:1: a relation has from_id 2, and no entity has this id",
    ),
    ("a.jsonl", lines(relations([{"id": 1}], [])), "a.jsonl:1: no doccano line: KeyError('start_offset')"),
    (
        "a.jsonl", lines(relations([E1, E2], [TO, TO])),
        "a.jsonl:1: a TREND claim has two parts 'indicator'",
    ),
    ("a.jsonl", lines(relations([E1, E2], [])), "a.jsonl:1: a trend claim has no indicator"),
    ("t.json", '[\n{"data": {"text": "x"}},\n{', "t.json:3: the array has no ]"),
    ("t.json", '[\n{"data": {"text": "x"}},\n{]', "t.json:3: no JSON: Expecting property name"),
    ("t.json", '[{"data": {"text": "x"}},\n\n 5]', "t.json:3: not a JSON object"),
    (
        "t.json", json.dumps([task((0, 2, "税收", "ORG"), text="x", data={"a": "x", "b": "y"})]),
        "t.json:1: no Label Studio task: TypeError(\"'data' has no 'text'\")",
    ),
    (
        "t.json", json.dumps([{"data": {"text": "x"}, "annotations": [{"result": [{}]}]}]),
        "t.json:1: no Label Studio task: KeyError('type')",
    ),
    (
        "t.json", json.dumps([task((0, 2, "产量", "INDICATOR"))]),
        "t.json:1: the words of region 'x0', '产量', do not stand where it says",
    ),
    ("a.bio", "税\tI-ORG\n", "a.bio:1: 'I-ORG' cannot follow 'O': a span begins with B- and goes on with I-"),
    ("a.bio", "税\tB-ORG\n收\tI-EVENT\n", "a.bio:2: 'I-EVENT' cannot follow 'B-ORG': a span begins with B-"),
    ("a.bio", "税\tB-ORG\n收\tE-ORG\n", "a.bio:2: 'E-ORG' is no tag; expected B-LABEL, I-LABEL or O"),
    ("a.bio", "税\tO\n收\n", "a.bio:2: expected a character, TAB and its tag"),
    ("a.bio", "税\tO\n收\tB-PER\n", "a.bio:2: unknown label 'PER': rename it, --map PER=NEW, to one of"),
    ("a.bio", "# meta = {\n税\tO\n", "a.bio:1: meta is no JSON: Expecting property name"),
    ("a.spacy", "no DocBin", "a.spacy: no DocBin: "),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "message"), FILES)
def test_a_broken_file(tmp_path, name, text, message):
    (tmp_path / name).write_bytes(text.encode("utf-8"))

    with pytest.raises(InterchangeError) as caught:
        read_corpus(tmp_path / name)

    assert str(caught.value).startswith(f"{tmp_path}/{message}")
    assert "\n" not in str(caught.value)


NOTES = [
    (["T1\tORG 0 2;3 4\t税收 长"], "a.ann:1: T1 is in pieces with text between them: 0 2;3 4"),
    (["T1\tORG 0"], "a.ann:1: expected T1, TAB, LABEL start end"),
    (["T1 ORG 0 2 税收"], "a.ann:1: its columns are not set off by TAB"),
    (["T1\tORG 1 3\t税收"], "a.ann:1: T1 1-3 is '收增' in the text, not '税收'"),
    (
        ["T1\tORG 0 2\t税收", "", "T2\tPER 2 4\t增长"],
        "a.ann:3: unknown label 'PER': rename it, --map PER=NEW",
    ),
    (
        ["T1\tORG 0 2\t税收", "T2\tEVENT 1 4\t收增长"],
        "a.ann: EVENT '收增长' at 1 overlaps ORG '税收' at 0",
    ),
    (["E1\tTREND:T9"], "a.ann:1: nothing has the id 'T9'"),
    (["R1\tindicator T1 T2"], "a.ann:1: expected R1, TAB, type Arg1:T1 Arg2:T2"),
]


@pytest.mark.parametrize(("notes", "message"), NOTES)
def test_a_broken_annotation_of_brat(tmp_path, notes, message):
    folder = write_pair(tmp_path / "brat", "税收增长", *notes)

    with pytest.raises(InterchangeError, match=f"^{re.escape(f'{folder}/{message}')}[^\n]*$"):
        read_corpus(folder)


def test_a_file_that_is_not_utf8(tmp_path):
    (tmp_path / "a.bio").write_bytes("税\tO\n".encode() + "收\tO\n".encode("gb18030"))

    with pytest.raises(InterchangeError, match=r"a\.bio:2: not UTF-8; save it as UTF-8$"):
        read_corpus(tmp_path / "a.bio")


@pytest.mark.parametrize("form", ["gold", "label-studio", "bio", "spacy"])
def test_a_file_that_is_not_there(tmp_path, form):
    with pytest.raises(InterchangeError, match=r"no such file|No such file|can't find"):
        read_corpus(tmp_path / "none", form)
    with pytest.raises(InterchangeError, match="none: no such file or folder"):
        read_corpus(tmp_path / "none")


@pytest.mark.parametrize("entry", ["指标", "=ORG", "指标=WORD", "a=ORG,b"])
def test_a_rename_that_is_none(entry):
    with pytest.raises(InterchangeError, match=r"is no OLD=NEW; NEW is one of INDICATOR"):
        parse_renames([entry])


def test_renames():
    assert parse_renames(["指标=INDICATOR, 机构=ORG", "词="]) == {
        "指标": "INDICATOR",
        "机构": "ORG",
        "词": "",
    }


@pytest.mark.parametrize("text", ["一段话。\n", "[5]", '{"a": 1}', '{"a": 1'])
def test_a_file_of_no_known_format(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, "utf-8")

    with pytest.raises(
        (FormatError, InterchangeError), match=r"say --from with one of gold|no JSON"
    ):
        read_corpus(tmp_path / "a.txt")


def test_a_folder_of_no_known_format(tmp_path):
    with pytest.raises(FormatError, match="say --from with one of gold"):
        read_corpus(tmp_path)


def test_an_ending_of_no_known_format(tmp_path):
    with pytest.raises(
        FormatError, match=r"out: the format cannot be told; say --to with one of gold"
    ):
        convert(tmp_path / "in", tmp_path / "out")


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path):
    write_pair(tmp_path / "brat", "税收")

    with pytest.raises(InterchangeError, match="brat: is there already; name a new folder"):
        write_corpus(DOCUMENTS, tmp_path / "brat", "brat")

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.ann", "a.txt", "brat"]


@pytest.mark.parametrize("name", ["gold", "bio", "label-studio", "spacy", "brat"])
def test_a_place_that_cannot_be_written(tmp_path, name):
    with pytest.raises(SinkError, match=r"none/out.*: cannot write: No such file or directory"):
        write_corpus([BARE], tmp_path / "none" / "out", name)


def test_a_file_is_not_written_over_a_folder(tmp_path):
    with pytest.raises(SinkError, match="cannot write: is a folder"):
        write_corpus([BARE], tmp_path, "spacy")


def test_two_documents_of_one_file_name(tmp_path):
    documents = [{**BARE, "doc_id": "a"}, {**BARE, "doc_id": "a"}]

    with pytest.raises(InterchangeError, match=r"^a: its file name is another document's too"):
        write_corpus(documents, tmp_path / "brat", "brat")

    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_when_the_source_is_broken(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(gold(), "{"))
    (tmp_path / "out.bio").write_text("older")

    with pytest.raises(InterchangeError):
        convert(tmp_path / "a.jsonl", tmp_path / "out.bio")

    assert (tmp_path / "out.bio").read_text() == "older"
    assert len(list(tmp_path.iterdir())) == 2


def test_arrow_needs_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "datasets", None)

    with pytest.raises(InterchangeError, match=r"pip install 'policynlp\[train\]'"):
        write_corpus([BARE], tmp_path / "out", "arrow")


@pytest.mark.slow
def test_an_arrow_folder_of_other_columns(tmp_path):
    datasets = pytest.importorskip("datasets")
    datasets.Dataset.from_list([{"text": 5}]).save_to_disk(str(tmp_path / "a"))
    datasets.Dataset.from_list(
        [{"tokens": ["税", "收"], "ner_tags": ["B-ORG", "I-X"]}]
    ).save_to_disk(str(tmp_path / "b"))
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "dataset_info.json").write_text("{}")

    for name, message in (
        ("a", "a: row 1: 'doc_id' is missing"),
        ("b", "b: row 1, token 2: 'I-X' cannot follow 'B-ORG'"),
        ("c", "c: no Arrow folder: "),
    ):
        with pytest.raises(InterchangeError, match=message):
            read_corpus(tmp_path / name)
