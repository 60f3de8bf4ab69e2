"""Training on one GPU, here on the processor: rows, batches, and the whole way with tiny sizes."""

import json
import subprocess
import sys

import numpy as np
import pytest

from policynlp.tagging.labels import HIDDEN, TAG_IDS
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.dataset import Row
from policynlp.training.scale.bundle import REPORTS, Bundle, bundle_rows

SENTENCES = "全市粮食产量增长3.2%。\n城镇新增就业52万人，比上年增加3万人。\n全市用电量下降1.5%。\n"


@pytest.fixture(scope="module")
def words():
    return Vocabulary(["[PAD]", "[UNK]", "[MASK]", "\n", *"增长下降用电量"])


@pytest.fixture
def bundle(words):
    rows = [
        Row("a", "增长", [1, 2], [0, 0]),
        Row("a", "用电量", [3, 4, 4], [3, 4, 4]),
        Row("b", "降", [0], [0]),
    ]
    return bundle_rows(rows, words, tagged=True)


def as_lists(bundle):
    return {name: getattr(bundle, name).tolist() for name in bundle.__slots__}


@pytest.mark.parametrize("name", ["rows.npz", REPORTS])
def test_a_bundle_is_read_as_it_was_written(name, bundle, tmp_path):
    bundle.save(tmp_path / name)
    assert as_lists(Bundle.load(tmp_path / name)) == {
        "ids": [4, 5, 8, 9, 10, 7],
        "rules": [0, 0, 3, 4, 4, 0],
        "tags": [1, 2, 3, 4, 4, 0],
        "lengths": [2, 3, 1],
    }


def test_bundles_are_joined(bundle):
    joined = Bundle.join([bundle, bundle])
    assert joined.lengths.tolist() == [2, 3, 1, 2, 3, 1]
    assert joined.starts.tolist() == [0, 2, 5, 6, 8, 11]


def test_a_batch_has_borders_and_points_to_its_characters(bundle, words):
    import torch

    from policynlp.training.scale.batches import Rows

    batch = Rows(bundle, words, torch.device("cpu")).batch(np.array([1, 2]))
    assert batch.ids[:, :6].tolist() == [[3, 8, 9, 10, 3, 0], [3, 7, 3, 0, 0, 0]]
    assert batch.mask[:, :6].tolist() == [[1, 1, 1, 1, 1, 0], [1, 1, 1, 0, 0, 0]]
    assert batch.rules[:, :6].tolist() == [[0, 3, 4, 4, 0, 0], [0, 0, 0, 0, 0, 0]]
    assert batch.places[batch.inside].tolist() == [2, 3, 4, 5]


def test_disturbing_hides_rules_and_characters_but_no_border(bundle, words):
    import torch

    from policynlp.training.scale.batches import Rows

    rows = Rows(bundle, words, torch.device("cpu"))
    batch = rows.disturb(rows.batch(np.array([1])), hide=1.0, blur=1.0)
    assert batch.ids[0, :6].tolist() == [3, 2, 2, 2, 3, 0]
    assert batch.rules[0, :6].tolist() == [0, HIDDEN, HIDDEN, HIDDEN, 0, 0]


@pytest.mark.parametrize("characters", [4, 9, 100])
def test_each_row_is_drawn_once(characters):
    from policynlp.training.scale.batches import draw

    lengths = np.array([3, 1, 2, 2, 5, 1, 1])
    batches = list(draw(lengths, characters, np.random.default_rng(1)))
    assert sorted(row for batch in batches for row in batch) == list(range(7))
    for batch in batches:
        assert len(batch) == 1 or (lengths[batch].max() + 2) * len(batch) <= characters


def test_probabilities_are_those_of_the_rows(tiny):
    import torch

    from policynlp.training.scale.batches import Rows
    from policynlp.training.scale.label import best_tags, probabilities

    texts = ["全市用电量下降", "粮食"]
    empty = [Row("a", text, [0] * len(text), [0] * len(text)) for text in texts]
    rows = Rows(
        bundle_rows(empty, tiny.vocabulary, tagged=False), tiny.vocabulary, torch.device("cpu")
    )
    chances = probabilities([tiny.model, tiny.model], rows)
    assert chances.shape == (9, len(TAG_IDS))
    assert torch.allclose(chances.float().sum(-1), torch.ones(9), atol=0.01)
    alone = Rows(
        bundle_rows(empty[1:], tiny.vocabulary, tagged=False), tiny.vocabulary, torch.device("cpu")
    )
    assert torch.allclose(
        chances[7:].float(), probabilities([tiny.model], alone).float(), atol=2e-3
    )
    assert [len(tags) for tags in best_tags(chances, rows)] == [7, 2]


def test_a_teacher_learns_what_people_marked(bundle, words):
    import torch

    from policynlp.training.scale.batches import Rows
    from policynlp.training.scale.label import score_bundle
    from policynlp.training.scale.learn import LearnOptions, hard_targets, learn
    from policynlp.training.scale.teacher import Teacher

    torch.manual_seed(3)
    device = torch.device("cpu")
    teacher = Teacher(len(words), size=64, layers=1, heads=1, dropout=0.0)
    rows = Rows(bundle, words, device)
    options = LearnOptions(epochs=60, learning_rate=0.01, hide=0.0, blur=0.0)
    learn(teacher, rows, hard_targets(bundle.tags, 0.02, device), options)
    assert score_bundle([teacher], bundle, rows)["micro"] == {
        "p": 1.0,
        "r": 1.0,
        "f1": 1.0,
        "gold": 2,
    }


def test_a_student_starts_from_the_tables_that_fit(teacher, tiny):
    import torch

    from policynlp.training.scale.student import make_student
    from tiny_tagger import SIZES

    student = make_student({**SIZES, "dilations": (1,), "hidden_size": 8}, tiny.vocabulary, teacher)
    known = tiny.model.state_dict()
    own = student.state_dict()
    assert torch.allclose(own["encoder.bigrams.weight"], known["encoder.bigrams.weight"], atol=1e-3)
    assert own["encoder.project.weight"].shape[0] == 8


def test_a_rented_machine_needs_torch_and_transformers_alone():
    code = """
import sys
from policynlp.training.scale import __main__, lease, stages
print("transformers" in sys.modules)
from policynlp.training.scale import study
print(sorted({"spacy", "datasets", "click", "onnx", "onnxruntime"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n[]\n"  # the stages of teachers start without transformers


@pytest.mark.slow
def test_the_whole_way(base, teacher, corpus, tmp_path, monkeypatch):
    from policynlp.training.scale import lease
    from policynlp.training.scale.__main__ import main
    from policynlp.training.tagger import PolicyTagger

    def run_here(folder, commands):  # each start of torch takes seconds
        for command in commands:
            main(command[3:])

    monkeypatch.setattr(lease, "TEACHERS", 1)
    monkeypatch.setattr(lease, "run_together", run_here)
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(3):
        (reports / f"{number}.txt").write_text(SENTENCES * 8 + f"第{number}页\n", "utf-8")
    rows, out = tmp_path / "rows", tmp_path / "out"
    words = ["--vocabulary", str(base)]
    main(["gather", *words, "--reports", str(reports), "--corpus", str(corpus), "--extra", str(corpus),
          "-o", str(rows), "--jobs", "1"])  # fmt: skip
    assert len(Bundle.load(rows / REPORTS).lengths) >= 3 * 8 * 3
    small = ["--size", "64", "--layers", "1", "--batch", "2", "--seconds", "2"]
    main(["lease", *words, *small, "--rows", str(rows), "--base", str(teacher), "-o", str(out)])
    student, given = (PolicyTagger.from_base(path) for path in (out / "student", teacher))
    assert student.encoder.config.dilations == given.encoder.config.dilations
    assert student.encoder.bigrams.weight.shape == given.encoder.bigrams.weight.shape


TUNE = ["tune", "--vocabulary", "{base}", "--train", "{rows}", "-o", "{out}"]
STUDY = [
    "study",
    "--vocabulary",
    "{base}",
    "--train",
    "{rows}",
    "--bundle",
    "{rows}",
    "-o",
    "{out}",
]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        pytest.param(["tune", "-o", "{out}"], 2, "--vocabulary, --base, --train", id="needed"),
        pytest.param(
            [*TUNE, "--base", "{out}", "--size", "64"], 2, "--size", id="of another stage"
        ),
        pytest.param([*TUNE, "--base", "{out}/none.pt"], 1, "none.pt: ", id="no teacher"),
        pytest.param([*TUNE, "--base", "{bad}"], 1, "bad.pt: ", id="a damaged teacher"),
        pytest.param([*TUNE, "--base", "{soft}"], 1, "it is no teacher", id="labels for a teacher"),
        pytest.param(
            ["masked", "--vocabulary", "{base}", "--bundle", "{bad}", "-o", "{out}"],
            1,
            "bad.pt: ",
            id="damaged rows",
        ),
        pytest.param(
            ["masked", "--vocabulary", "{base}", "--bundle", "{rows}", "-o", "{out}"],
            1,
            "too little text",
            id="too few rows",
        ),
        pytest.param(
            ["masked", "--vocabulary", "{out}", "--bundle", "{rows}", "-o", "{out}"],
            1,
            "no vocabulary of characters",
            id="no vocabulary",
        ),
        pytest.param(
            [*STUDY, "--soft", "{soft}", "--shape", "{{"], 2, "no JSON", id="broken shape"
        ),
        pytest.param(
            [*STUDY, "--soft", "{soft}", "--shape", "[1]"], 2, "no JSON object", id="a list"
        ),
        pytest.param(
            [*STUDY, "--soft", "{soft}", "--shape", '{{"width": 9}}'],
            1,
            "no encoder has width; it has attention_layers, bigram_buckets",
            id="unknown shape",
        ),
        pytest.param(
            [
                "lease",
                "--vocabulary",
                "{base}",
                "--base",
                "{base}",
                "--rows",
                "{out}",
                "-o",
                "{out}",
            ],
            1,
            "reports.npz.xz: ",
            id="no rows",
        ),
    ],
)
def test_a_mistake_is_one_line(arguments, status, said, base, bundle, tmp_path, capsys):
    import torch

    from policynlp.training.scale.__main__ import main

    out, bad, rows, soft = (tmp_path / name for name in ("out", "bad.pt", "rows.npz", "soft.pt"))
    out.mkdir()
    bad.write_bytes(b"no tensors")
    bundle.save(rows)
    torch.save(torch.zeros(6, 21), soft)
    names = {"out": out, "bad": bad, "rows": rows, "soft": soft, "base": base}
    with pytest.raises(SystemExit) as ended:
        main([word.format(**names) for word in arguments])
    told = capsys.readouterr().err
    assert (ended.value.code, said in told) == (status, True), told
    assert "Traceback" not in told
    assert status == 2 or told.count("\n") == 1


def test_a_stage_that_fails_names_its_log(base, bundle, tmp_path, capsys):
    from policynlp.training.scale.__main__ import main

    rows, out = tmp_path / "rows", tmp_path / "out"
    rows.mkdir()
    bundle.save(rows / REPORTS)
    with pytest.raises(SystemExit):
        main(["lease", "--vocabulary", str(base), "--base", str(base), "--rows", str(rows), "-o", str(out)])  # fmt: skip
    assert capsys.readouterr().err == f"policynlp: stage masked failed: see {out / 'work.log'}\n"
    assert "too little text" in (out / "work.log").read_text("utf-8")


def test_reports_without_text_are_refused(base, corpus, tmp_path, capsys):
    from policynlp.training.scale.__main__ import main

    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text("。", "utf-8")
    with pytest.raises(SystemExit):
        main(["gather", "--vocabulary", str(base), "--reports", str(reports), "--corpus", str(corpus),
              "-o", str(tmp_path / "rows"), "--jobs", "1"])  # fmt: skip
    assert f"{reports}: too little text" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("gone", "factor"), [(0.0, 0.02), (0.05, 0.5), (0.1, 1.0), (0.55, 0.5), (1.0, 0.0)]
)
def test_the_rate_rises_and_falls(gone, factor):
    from policynlp.training.scale.clock import rate

    assert rate(gone, 0.1) == pytest.approx(factor)


def test_a_failing_stage_is_told(tmp_path):
    from policynlp.training.scale.lease import run_together

    with pytest.raises(subprocess.CalledProcessError):
        run_together(tmp_path, [[sys.executable, "-c", "print('why'); raise SystemExit(3)"]])
    assert json.dumps((tmp_path / "work.log").read_text("utf-8")) == '"why\\n"'
