import json

import pytest
from click.testing import CliRunner

from interchange.samples import FULL
from policynlp.cli import main


def run(*arguments):
    return CliRunner().invoke(main, ["corpus", "convert", *map(str, arguments)])


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(FULL, ensure_ascii=False) + "\n", "utf-8")
    return path


def test_what_is_lost_is_told_on_standard_error(gold, tmp_path):
    done = run(gold, tmp_path / "out.bio")

    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        f"{tmp_path / 'out.bio'}: 1 documents",
        "claims: 4 not written: bio holds spans only",
    ]


def test_the_formats_may_be_named(gold, tmp_path):
    out = tmp_path / "out.txt"

    assert run(gold, out, "--from", "gold", "--to", "doccano").exit_code == 0
    line = json.loads(out.read_text("utf-8"))
    assert line["label"][1] == [2, 6, "INDICATOR"]


def test_sentences_marked_in_doccano_become_documents_with_no_claims(tmp_path):
    source, target = tmp_path / "my.jsonl", tmp_path / "gold.jsonl"
    rows = [
        {
            "id": n,
            "text": f"全县税收收入增长{n}%。",
            "label": [[0, 2, "地名"], [2, 6, "指标"]],
            "Comments": [],
        }
        for n in range(10, 60)
    ]
    source.write_text("".join(f"{json.dumps(row)}\n" for row in rows))

    done = run(source, target, "--to", "gold", "--map", "指标=INDICATOR,地名=REGION")

    assert (done.exit_code, done.stderr) == (0, f"{target}: 50 documents\n")
    documents = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert documents[7] == {
        "doc_id": "my-0008", "text": "全县税收收入增长17%。", "meta": {}, "claims": [], "tables": [],
        "ents": [
            {"start": 0, "end": 2, "label": "REGION", "text": "全县"},
            {"start": 2, "end": 6, "label": "INDICATOR", "text": "税收收入"},
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["gold.jsonl", "out"], 2, "out: the format cannot be told; say --to with one of gold"),
        (["gold.jsonl", "none/out.jsonl"], 2, "cannot write: No such file or directory"),
        (["none.jsonl", "out.jsonl"], 1, "none.jsonl: no such file or folder"),
        (["gold.jsonl", "out.jsonl", "--map", "x"], 1, "'x' is no OLD=NEW"),
        (["gold.jsonl", "out.jsonl", "--from", "doc"], 2, "Invalid value for '--from'"),
        (
            ["gold.jsonl", "out.bio", "--from", "bio"],
            1,
            "is no tag; expected B-LABEL, I-LABEL or O",
        ),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(gold, tmp_path, monkeypatch, arguments, code, message):
    monkeypatch.chdir(tmp_path)

    done = run(*arguments)

    assert done.exit_code == code
    assert message in done.stderr.splitlines()[-1]
    assert [path.name for path in tmp_path.iterdir()] == ["gold.jsonl"]
