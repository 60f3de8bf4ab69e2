"""Files as other tools write them: what is read of each, and what is said of the rest."""

import json
from pathlib import Path

import pytest

from interchange.samples import plain
from policynlp.interchange import FORMATS, Report, read_corpus, write_corpus

WIDE = "𬭩的产量提高5%。"  # the first character counts two where offsets are UTF-16
LINE = json.dumps(
    {"text": WIDE, "label": [[3, 5, "INDICATOR"], [7, 9, "QUANTITY"]]}, ensure_ascii=False
)


def spans(document):
    return [(e["start"], e["end"], e["label"], e["text"]) for e in document["ents"]]


def read(path, text, **options):
    path.write_bytes(text.encode("utf-8"))
    report = Report()
    documents = read_corpus(path, report=report, **options)
    return documents, list(report.lines())


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        LINE.replace('"label"', '"labels"'),  # doccano before 1.5
        LINE.replace("{", '{"id": 7, "Comments": [], ', 1),
    ],
)
def test_doccano_counts_utf16(tmp_path, line):
    [document], _ = read(tmp_path / "my.jsonl", f"{line}\n")

    assert spans(document) == [(2, 4, "INDICATOR", "产量"), (6, 8, "QUANTITY", "5%")]
    assert (document["doc_id"], document["claims"]) == ("my-0001", [])


def test_doccano_keeps_what_it_does_not_know_and_tells_of_notes(tmp_path):
    line = {"id": 3, "text": "税收增长", "label": [[0, 2, "指标"]], "Comments": ["?"], "year": 2031}

    [document], lines = read(
        tmp_path / "a.jsonl", json.dumps(line, ensure_ascii=False), renames={"指标": "INDICATOR"}
    )

    assert spans(document) == [(0, 2, "INDICATOR", "税收")]
    assert lines == ["comments: 1 not read: a note is no span"]


def test_doccano_relations_drawn_by_hand_make_a_claim(tmp_path):
    line = {
        "id": 1,
        "text": WIDE,
        "entities": [
            {"id": 40, "label": "QUANTITY", "start_offset": 7, "end_offset": 9},
            {"id": 38, "label": "INDICATOR", "start_offset": 3, "end_offset": 5},
            {"id": 39, "label": "DIRECTION", "start_offset": 5, "end_offset": 7},
            {"id": 41, "label": "CHANGE", "start_offset": 7, "end_offset": 9},
        ],
        "relations": [
            {"id": 1, "from_id": 41, "to_id": 38, "type": "indicator"},
            {"id": 2, "from_id": 41, "to_id": 40, "type": "quantity"},
            {"id": 3, "from_id": 41, "to_id": 39, "type": "trigger"},
            {"id": 4, "from_id": 38, "to_id": 39, "type": "near"},
        ],
        "Comments": [],
    }

    [document], lines = read(tmp_path / "a.jsonl", json.dumps(line))

    assert spans(document) == [
        (2, 4, "INDICATOR", "产量"), (4, 6, "DIRECTION", "提高"), (6, 8, "QUANTITY", "5%"),
    ]  # fmt: skip
    assert plain(document["claims"]) == [
        {
            "kind": "change", "modality": "actual", "negated": False,
            "indicator": {"text": "产量", "start": 2, "end": 4},
            "trigger": {"text": "提高", "start": 4, "end": 6},
            "quantity": {"text": "5%", "start": 6, "end": 8, "value": 5, "unit": "%", "relation": "eq"},
        }
    ]  # fmt: skip
    assert lines == ["relations: 1 not read: they do not lead from a claim to a part of it"]


def test_doccano_may_number_and_order_entities_anew(tmp_path):
    source = {"start": 0, "end": 2, "text": "税收"}
    claims = [
        {"kind": "trend", "indicator": source, "modality": modality, "negated": negated}
        for modality, negated in (("target", False), ("forecast", True))
    ]
    gold, path = tmp_path / "gold.jsonl", tmp_path / "a.jsonl"
    gold.write_text(json.dumps({"doc_id": "a", "text": "税收增长", "claims": claims}))
    write_corpus(read_corpus(gold), path, "doccano-relations")
    line = json.loads(path.read_text("utf-8"))
    for row in line["entities"]:
        row["id"] += 500
    for row in line["relations"]:
        row["from_id"], row["to_id"] = row["from_id"] + 500, row["to_id"] + 500
    line["entities"].sort(key=lambda row: row["label"])

    [document], _ = read(path, json.dumps(line))

    assert [(c["modality"], c["negated"], c["indicator"]["text"]) for c in document["claims"]] == [
        ("target", False, "税收"), ("forecast", True, "税收"),
    ]  # fmt: skip


def task(*regions, text=WIDE, **rest):
    result = [
        {"id": f"x{n}", "from_name": "l", "to_name": "t", "type": "labels",
         "value": {"start": start, "end": end, "text": words, "labels": [label]}}
        for n, (start, end, words, label) in enumerate(regions)
    ]  # fmt: skip
    return {"id": 12, "data": {"text": text}, "annotations": [{"result": result}], **rest}


@pytest.mark.parametrize(
    "regions",
    [
        [(2, 4, "产量", "INDICATOR"), (6, 8, "5%", "QUANTITY")],  # code points, as of 1.6
        [(3, 5, "产量", "INDICATOR"), (7, 9, "5%", "QUANTITY")],  # UTF-16, as before
    ],
)
def test_label_studio_is_read_by_the_count_that_fits_the_words(tmp_path, regions):
    [document], lines = read(tmp_path / "tasks.json", json.dumps([task(*regions)]))

    assert spans(document) == [(2, 4, "INDICATOR", "产量"), (6, 8, "QUANTITY", "5%")]
    assert (document["doc_id"], lines) == ("tasks-0012", [])


def test_label_studio_tells_what_it_leaves_out(tmp_path):
    good = task((0, 2, "税收", "INDICATOR"), text="税收\n增长")
    good["annotations"].insert(0, {"result": [], "was_cancelled": True})
    good["annotations"].append({"result": []})
    good["annotations"][1]["result"] += [
        {"id": "c", "from_name": "k", "to_name": "t", "type": "choices", "value": {"choices": ["好"]}},
        {"id": "h", "type": "labels", "value": {"start": 3, "end": 5, "labels": ["DIRECTION"]},
         "meta": {"text": ["看看"]}},
    ]  # fmt: skip
    empty = {"data": {"text": "没有标注"}, "annotations": [], "predictions": [{"result": []}]}

    [document], lines = read(tmp_path / "t.json", json.dumps([good, empty]))

    assert spans(document) == [(0, 2, "INDICATOR", "税收"), (3, 5, "DIRECTION", "增长")]
    assert lines == [
        "annotations: 1 not read: one a task is, the first",
        "notes: 1 not read: they are no claim's details",
        "results: 1 not read: choices are no spans",
        "tasks: 1 not read: nobody has annotated them",
    ]


def test_label_studio_writes_a_line_end_as_two_signs_in_old_exports(tmp_path):
    [document], _ = read(
        tmp_path / "t.json", json.dumps([task((0, 4, "税\\n收", "INDICATOR"), text="税\n 收")])
    )

    assert spans(document) == [(0, 4, "INDICATOR", "税收")]


def write_pair(folder: Path, text: str, *lines: str) -> Path:
    folder.mkdir()
    (folder / "a.txt").write_bytes(text.encode("utf-8"))
    (folder / "a.ann").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return folder


def test_brat_is_read_as_brat_writes_it(tmp_path):
    folder = write_pair(
        tmp_path / "brat", "全市税收\n收入不会下降，其中地税。",
        "R1\tindicator Arg1:T4 Arg2:T1", "T1\tINDICATOR 2 4;5 7\t税收 收入", "T2\tDIRECTION 9 11\t下降",
        "T3\tREGION 0 2\t全市", "T4\tTREND 9 11\t下降", "E1\tTREND:T4 trigger:T2 region:T3", "A1\tnegated E1",
        "A2\tdirection E1 decrease", "A3\tcolour T1 red", "#1\tAnnotatorNotes T1\t再看看", "N1\tReference T1 x:1\ty",
        "*\tEquiv T1 T2",
    )  # fmt: skip
    (folder / "no_marks.txt").write_text("无", "utf-8")
    report = Report()

    [document] = read_corpus(folder, report=report)

    assert spans(document) == [
        (0, 2, "REGION", "全市"),
        (2, 7, "INDICATOR", "税收收入"),
        (9, 11, "DIRECTION", "下降"),
    ]
    assert plain(document["claims"]) == [
        {
            "kind": "trend", "direction": "decrease", "modality": "actual", "negated": True,
            "indicator": {"text": "税收收入", "start": 2, "end": 7},
            "trigger": {"text": "下降", "start": 9, "end": 11}, "region": {"text": "全市", "start": 0, "end": 2},
        }
    ]  # fmt: skip
    assert sorted(report.lines()) == [
        "attributes: 1 not read: colour is none of a claim's",
        "lines: 1 not read: * lines tell of no span or claim",
        "lines: 1 not read: N lines tell of no span or claim",
        "notes: 1 not read: they are no claim's details",
        "texts: 1 not read: there is no .ann beside them",
    ]


def test_brat_lines(tmp_path):
    gold = tmp_path / "gold.jsonl"
    claim = {
        "kind": "level", "indicator": {"text": "产量", "start": 0, "end": 3}, "modality": "target", "direction": None,
        "quantity": {"text": "5吨", "start": 4, "end": 6, "value": 5, "unit": "吨", "relation": "eq"},
    }  # fmt: skip
    ents = [{"start": 0, "end": 3, "label": "INDICATOR"}]
    gold.write_text(
        json.dumps({"doc_id": "a", "text": "产\n量为5吨", "ents": ents, "claims": [claim]})
    )
    write_corpus(read_corpus(gold), tmp_path / "out", "brat")

    assert (tmp_path / "out/a.ann").read_text("utf-8").splitlines() == [
        "T1\tINDICATOR 0 1;2 3\t产 量",
        "T2\tLEVEL 4 6\t5吨",
        "T3\tPART 4 6\t5吨",
        "E1\tLEVEL:T2 indicator:T1 quantity:T3",
        "A1\tmodality E1 target",
        '#1\tAnnotatorNotes E1\t{"quantity": {"value": 5, "unit": "吨", "relation": "eq"}}',
    ]
    setup = (tmp_path / "out/annotation.conf").read_text("utf-8").splitlines()
    assert "modality\tArg:<EVENT>, Value:actual|target|forecast|action" in setup


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("税 B-INDICATOR\n收 I-INDICATOR\n\n增 O\n长 O\n", [("a-0001", "税收", 1), ("a-0002", "增长", 0)]),
        ("-DOCSTART- -X- O O\n\n税收 NN B-NP B-INDICATOR\n增长 VV O O\n", [("a-0001", "税收增长", 1)]),
        ("# doc_id = x\n税\tB-ORG\r\n# \tO\n\\\tO\n\\n\tO\n\\u3000\tO", [("x", "税# \\\n\u3000", 1)]),
        ("税\tB-ORG\n收\tB-ORG\n", [("a-0001", "税收", 2)]),
        ("\n\n", []),
    ],
)  # fmt: skip
def test_conll_of_other_makers(tmp_path, text, expected):
    (tmp_path / "a.bio").write_bytes(text.encode("utf-8"))

    documents = read_corpus(tmp_path / "a.bio", "bio")

    assert [(d["doc_id"], d["text"], len(d["ents"])) for d in documents] == expected


def test_conll_lines(tmp_path):
    ents = [
        {"start": 0, "end": 2, "label": "QUANTITY", "text": "5吨"},
        {"start": 1, "end": 2, "label": "UNIT", "text": "吨"},
    ]
    document = {
        "doc_id": "a b",
        "text": "5吨\n \\#",
        "meta": {"x": "二"},
        "ents": ents,
        "claims": [],
        "tables": [],
    }
    write_corpus([document], tmp_path / "a.bio")

    assert (tmp_path / "a.bio").read_text("utf-8") == (
        '# doc_id = a\\u0020b\n# meta = {"x": "二"}\n'
        "5\tB-QUANTITY\tO\n吨\tI-QUANTITY\tB-UNIT\n\\n\tO\tO\n\\u0020\tO\tO\n\\\\\tO\tO\n#\tO\tO\n\n"
    )


def test_docbin_of_words_is_read_by_its_characters(tmp_path):
    import spacy
    from spacy.tokens import Doc, DocBin, Span

    doc = Doc(spacy.blank("zh").vocab, words=["税收", "增长", "5%"], spaces=[False, True, False])
    doc.ents = [Span(doc, 0, 1, "INDICATOR")]
    DocBin(docs=[doc]).to_disk(tmp_path / "w.spacy")

    [document] = read_corpus(tmp_path / "w.spacy")

    assert (document["doc_id"], document["text"]) == ("w-0001", "税收增长 5%")
    assert spans(document) == [(0, 2, "INDICATOR", "税收")]


def test_docbin_holds_spans_where_spacy_looks_for_them(tmp_path):
    import spacy
    from spacy.tokens import DocBin

    ents = [
        {"start": 1, "end": 6, "label": "QUANTITY", "text": "近5千吨"},
        {"start": 5, "end": 6, "label": "UNIT", "text": "吨"},
    ]
    document = {
        "doc_id": "a",
        "text": "达近5 千吨",
        "meta": {"y": 1},
        "ents": ents,
        "claims": [],
        "tables": [],
    }
    write_corpus([document], tmp_path / "g.spacy")

    [doc] = DocBin().from_disk(tmp_path / "g.spacy").get_docs(spacy.blank("zh").vocab)

    assert [(e.text, e.label_) for e in doc.ents] == [("近5 千吨", "QUANTITY")]
    assert [(s.text, s.label_) for s in doc.spans["units"]] == [("吨", "UNIT")]
    assert (len(doc), doc.user_data["doc_id"], doc.user_data["meta"]) == (6, "a", {"y": 1})


def test_white_space_at_the_edge_of_a_span_is_trimmed_and_told(tmp_path):
    line = {"text": "税收 增长\n", "label": [[0, 3, "INDICATOR"], [3, 6, "DIRECTION"]]}

    [document], lines = read(tmp_path / "a.jsonl", json.dumps(line))

    assert spans(document) == [(0, 2, "INDICATOR", "税收"), (3, 5, "DIRECTION", "增长")]
    assert lines == ["spans: 2 trimmed of white space at their edges"]


def test_a_label_mapped_to_nothing_leaves_its_spans_out(tmp_path):
    line = {"text": "税收增长", "label": [[0, 2, "词"], [2, 4, "DIRECTION"]]}

    [document], lines = read(tmp_path / "a.jsonl", json.dumps(line), renames={"词": ""})

    assert (spans(document), lines) == (
        [(2, 4, "DIRECTION", "增长")], ["spans: 1 left out, as --map says"],
    )  # fmt: skip


def test_names_as_bare_words_and_unknown_fields(tmp_path):
    claim = {
        "kind": "level",
        "indicator": "产量",
        "quantity": {"text": "很多", "start": 2, "end": 4},
    }
    gold = {"doc_id": "a", "text": "产量很多", "claims": [claim], "colour": 1,
            "ents": [{"start": 0, "end": 2, "label": "INDICATOR", "by": "me"}]}  # fmt: skip

    [document], lines = read(tmp_path / "a.jsonl", json.dumps(gold))

    assert document["claims"][0]["indicator"] == {"text": "产量", "start": None, "end": None}
    assert lines == [
        "field 'colour': 1 not read: no field of a document",
        "field 'by' of a span: 1 not read: no field of a span",
        "quantities: 1 have no value: their words are not read; fill it in",
    ]


def test_every_format_is_named_as_in_the_table():
    assert [name for name, form in FORMATS.items() if form.name != name] == []
