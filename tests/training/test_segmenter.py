"""From annotated reports to silver words to a small model that pipelines load."""

import json
import sys

import pytest
from click.testing import CliRunner

from policynlp.cli import main
from policynlp.errors import TrainingError
from policynlp.segmenter.words import Words
from policynlp.training import segmenter_sources as sources
from policynlp.training.segmenter_model import agreement, train_words
from policynlp.training.segmenter_silver import Teacher, domain_words
from policynlp.training.segmenter_sources import Amounts, Silver, make_silver

pytest.importorskip("jieba")
NOTHING = Amounts(0, 0)
TOWNS = ["清河", "永安", "长乐", "新民", "东山", "北海", "南平", "西林"]


@pytest.fixture(scope="module")
def teacher():
    return Teacher()


def marked(sentence):
    """Read a sentence with its spans in brackets."""
    text, spans = "", []
    for part in sentence.split("["):
        span, bracket, rest = part.partition("]")
        if bracket:
            spans.append((len(text), len(text) + len(span)))
        text += span + rest
    return text, spans


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("粮食产量达到520万吨。", ["粮食产量 达到 520 万吨 。"]),
        ("粮食产量达到520万[吨]。", ["粮食产量 达到 520 万 吨 。"]),
        ("[县委][县政府]高度重视。", ["县委 县政府 高度重视 。"]),
        ("就业规模稳定增长，效益明显提高。", ["就业 规模 稳定 增长 ， 效益 明显 提高 。"]),
        ("全市生产总值增长；收入提高。", ["全市 生产总值 增长 ；", "收入 提高 。"]),
        ("", []),
    ],
)
def test_silver_words_respect_borders_and_verbs(teacher, sentence, words):
    assert [" ".join(some) for some in teacher.sentences(*marked(sentence))] == words


def test_words_of_our_lists_are_short_enough_to_be_one():
    words = domain_words()
    assert {"生产总值", "粮食产量", "农民工"} <= words
    assert max(map(len, words)) == 4


def test_a_word_is_known_when_it_is_no_rarity(teacher):
    known = teacher.known_words(["粮食。", "粮食，收入", "粮食 收入 GDP GDP GDP"])
    assert known == {"粮食"}


def write(path, texts):
    rows = [{"doc_id": str(n), "text": t, "claims": [], "ents": []} for n, t in enumerate(texts)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def annotated(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "FEWEST", 20)
    texts = [
        f"{TOWNS[n % 8]}县粮食产量{n + 3}万吨，增长{n}.5%。居民收入提高。新建公路{n}公里。"
        for n in range(24)
    ]
    return write(tmp_path / "annotated.jsonl", texts)


def test_some_documents_are_held_out(annotated):
    silver = make_silver([annotated], [], amounts=NOTHING)
    assert (len(silver.train), len(silver.held_out)) == (23 * 3, 3)
    assert "".join(silver.held_out[0]) == "新民县粮食产量22万吨，增长19.5%。"


def test_what_stands_in_the_documents_left_out_is_not_learned(annotated, tmp_path):
    out = write(tmp_path / "out.jsonl", ["某县，清河县粮食产量3万吨，\n增长0.5%。"])
    silver = make_silver([annotated], [], amounts=NOTHING, left_out=[out])
    assert len(silver.train) == 23 * 3 - 1


def test_reports_give_excerpts_of_whole_lines(annotated, tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "EXCERPT", 10)
    report = tmp_path / "report.txt"
    report.write_text("".join(f"第{n}行写到全市就业增长。\n" for n in "一二三四五六七八"), "utf-8")
    silver = make_silver([annotated], [report], amounts=Amounts(10, 1_000))
    lines = ["".join(words) for words in silver.train[23 * 3 :]]
    assert lines
    assert {line[0] + line[2:] for line in lines} == {"第行写到全市就业增长。"}
    assert {"就业", "增长", "全市"} <= silver.vocabulary


def test_the_command_makes_a_model(annotated, tmp_path):
    folder = tmp_path / "model"
    done = CliRunner().invoke(
        main,
        ["train-segmenter", "-o", str(folder), "--annotated", str(annotated), "--iterations", "2"],
    )
    assert done.exit_code == 0, done.output
    metrics = json.loads((folder / "metrics.json").read_text("utf-8"))
    assert json.loads(done.stdout) == metrics
    assert done.stderr.splitlines()[-1] == f"{folder}: written"
    assert metrics["options"] == {
        "learn": 220_000,
        "look_through": 6_000_000,
        "iterations": 2,
        "seed": 0,
    }
    assert metrics["held_out"]["f1"] > 0.9
    assert metrics["train"]["sentences"] == 69
    assert sorted(metrics["bytes"]) == ["features.msgpack", "weights.npz"]
    text = "东山县粮食产量7万吨。"
    spans = list(Words.read(folder).find(text))
    assert "".join(text[start:end] for start, end in spans) == text


def test_training_twice_gives_the_same_words(annotated, tmp_path):
    silver = make_silver([annotated], [], amounts=NOTHING)
    for name in ("one", "two"):
        train_words(silver, tmp_path / name, iterations=1)
    one, two = Words.read(tmp_path / "one"), Words.read(tmp_path / "two")
    assert one.files["features.msgpack"] == two.files["features.msgpack"]


def test_agreement_counts_whole_words():
    class TwoByTwo:
        def find(self, text):
            return [(at, min(at + 2, len(text))) for at in range(0, len(text), 2)]

    assert agreement(TwoByTwo(), [["粮食", "产量"], ["全市", "粮", "食"]]) == {
        "precision": 0.75,
        "recall": 0.6,
        "f1": 0.6667,
    }


def test_too_little_text_is_told(tmp_path):
    path = write(tmp_path / "few.jsonl", ["粮食产量增长。"])
    with pytest.raises(TrainingError) as told:
        make_silver([path], [], amounts=NOTHING)
    assert str(told.value) == (f"{path}: only 1 sentences to learn words from; give some hundred")


def test_a_missing_teacher_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "jieba", None)
    with pytest.raises(TrainingError) as told:
        Teacher()
    assert str(told.value) == "silver words need jieba: pip install 'policynlp[train]'"


def test_a_missing_trainer_is_told(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "spacy_pkuseg", None)
    with pytest.raises(TrainingError, match=r"spacy-pkuseg: pip install 'policynlp\[segment\]'"):
        train_words(Silver([], [], frozenset()), tmp_path, iterations=1)


def test_the_command_tells_a_broken_file_in_a_line(tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{", "utf-8")
    done = CliRunner().invoke(
        main, ["train-segmenter", "-o", str(tmp_path / "model"), "--annotated", str(broken)]
    )
    assert (done.exit_code, done.output.splitlines()[0][:6]) == (1, "Error:")
    assert f"{broken}:1:" in done.output


def test_the_command_needs_something_to_learn_from(tmp_path):
    done = CliRunner().invoke(main, ["train-segmenter", "-o", str(tmp_path / "model")])
    assert done.exit_code == 2
    assert (
        done.stderr.splitlines()[-1]
        == "Error: nothing to learn from: give --annotated, --reports or both"
    )
    assert not (tmp_path / "model").exists()
