"""The tagger in a pipeline that was saved."""

import os
import pickle
import subprocess
import sys
from itertools import permutations

import numpy as np
import pytest
import spacy
from spacy.lang.zh import Chinese

import policynlp
from policynlp import pipeline
from policynlp.engines import Options, extract_files
from policynlp.errors import ModelError
from policynlp.order import PIPES, TAGGED_PIPES
from policynlp.pipeline import build, limit_threads, read_document
from policynlp.schema import Document, Mention
from policynlp.tagging import component
from policynlp.tagging.component import Tagger, reading_of
from policynlp.tagging.labels import TAGS
from policynlp.tagging.merge import USUAL
from policynlp.tagging.network_files import Files
from policynlp.tagging.session import Tagged

TEXTS = [
    "清河市政府工作报告\n\n2030年，全市粮食产量520万吨，比上年增长3.2%。城镇新增就业52万人。",
    "",
    "全市用电量下降1.5%；森林覆盖率提高到41.2%。保障农民工、老年人。",
    "表5 2030年投资\n| 产品名称 | 单位 | 产量 | 比上年增长（%） |\n| --- | --- | --- | --- |\n| 原煤 | 万吨 | 310.5 | -2.5 |\n\n财政收入86亿元。",
    "发展文化旅游业，" * 60 + "工业增长2%。",
]


@pytest.fixture(scope="module")
def tagged(tagged_folder):
    return policynlp.load(tagged_folder)


def told(doc):
    layers = {name: [Mention(*row) for row in rows] for name, rows in doc._.mentions.items()}
    return layers, [claim.to_dict() for claim in doc._.claims], [str(ent) for ent in doc.ents]


def test_a_saved_pipeline_holds_the_tagger(tagged, tagged_folder):
    assert tagged.pipe_names == list(TAGGED_PIPES)
    assert sorted(path.name for path in (tagged_folder / "policy_tagger").iterdir()) == ["tagger.json", "tagger.onnx", "vocab.txt"]  # fmt: skip
    assert {"README.md", "metrics.json", "config.cfg", "meta.json"} <= {
        path.name for path in tagged_folder.iterdir()
    }
    assert tagged.meta["name"] == "tiny"
    assert tagged.meta["requirements"] == [f"policynlp>={tagged.meta['version']}"]


def test_it_tags_and_the_linker_reads_it(tagged, nlp):
    doc, plain = tagged(TEXTS[0]), nlp(TEXTS[0])
    layers, rules = told(doc)[0], told(plain)[0]
    assert layers["tagged"]
    assert all(
        mention.label == "INDICATOR" and mention.value["confidence"] >= USUAL
        for mention in layers["tagged"]
    )
    assert {(m.start, m.end) for m in layers["tagged"]} <= {
        (m.start, m.end) for m in layers["indicators"]
    }
    for layer in ("quantities", "times", "tables"):
        assert layers[layer] == rules[layer]
    assert [claim.quantity for claim in doc._.claims] == [
        claim.quantity for claim in plain._.claims
    ]


class Doubter:
    """A network that finds nothing, and believes the rules in one label alone."""

    process, threads = os.getpid(), 1

    def __init__(self, label):
        self.label = label

    def start(self, texts, rules):
        return lambda: [self.tagged(told) for told in rules]

    def tagged(self, told):
        believed = [TAGS[tag].endswith(self.label) for tag in told]
        nothing = np.zeros(len(told), dtype=np.int64)
        return Tagged(nothing, np.ones(len(told)), np.array(believed, dtype=np.float32))


class Logged:
    """A network that finds nothing and writes down when it is begun and waited for."""

    process, threads = os.getpid(), 2

    def __init__(self):
        self.log = []

    def start(self, texts, rules):
        name = texts[0]
        self.log.append(f"begun {name}")

        def wait():
            self.log.append(f"waited {name}")
            return [Tagged(np.zeros(len(t), int), np.ones(len(t)), np.ones(len(t))) for t in texts]

        return wait


def drawn(nlp, log, failing=""):
    for text in ("一。", "二。", "三。"):
        log.append(f"drawn {text}")
        if text == failing:
            raise ValueError(text)
        yield build(spacy.blank("zh"), PIPES[:2])(text)


AHEAD = ["drawn 一。", "begun 一。", "drawn 二。", "begun 二。", "waited 一。", "drawn 三。"]
IN_TURN = ["drawn 一。", "begun 一。", "waited 一。", "drawn 二。", "begun 二。", "waited 二。"]


@pytest.mark.parametrize(
    ("threads", "size", "log"),
    [(2, 2, AHEAD), (2, 1, IN_TURN), (1, 2, IN_TURN)],
    ids=["beside the network", "one at a time", "one thread"],
)
def test_the_next_document_is_drawn_while_the_network_runs(monkeypatch, threads, size, log):
    monkeypatch.setattr(component, "FULL", 1)  # each document is a batch
    tagger = Tagger()
    tagger._network = network = Logged()
    network.threads = threads
    assert len(list(tagger.pipe(drawn(tagger, network.log), batch_size=size))) == 3
    assert network.log[:6] == log


@pytest.mark.parametrize(("failing", "whole"), [("一。", 0), ("二。", 1), ("三。", 2)])
@pytest.mark.parametrize("full", [1, 100])
def test_what_was_drawn_before_a_failure_comes_out(monkeypatch, failing, whole, full):
    monkeypatch.setattr(component, "FULL", full)
    tagger = Tagger()
    tagger._network = network = Logged()
    found = []
    with pytest.raises(ValueError, match=failing):
        found.extend(tagger.pipe(drawn(tagger, network.log, failing), batch_size=3))
    assert len(found) == whole


def test_pieces_change_nothing(tagged, monkeypatch):
    text = "\n".join(TEXTS)
    (whole,) = read_document(tagged, Document("r", text, {}))
    monkeypatch.setattr(pipeline, "TAGGED_PIECE", 30)
    parts = list(read_document(tagged, Document("r", text, {})))
    assert len(parts) > 3
    assert [claim for part in parts for claim in part.claims] == whole.claims
    assert [ent for part in parts for ent in part.ents] == whole.ents


def test_a_thread_that_outlives_the_program_may_tag(tagged_folder):
    script = (
        "import sys, threading, policynlp\n"
        "nlp = policynlp.load(sys.argv[1])\n"
        "nlp('全市粮食产量增长5%。')\n"
        "def late():\n"
        "    threading.main_thread().join()\n"
        "    print(len(nlp('全市粮食产量增长5%。')._.claims))\n"
        "threading.Thread(target=late).start()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tagged_folder)], capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("1\n", "")


RULED = "2030年，全市粮食产量增长3.2%，支持农民工，发展集成电路。"


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("", ["2030年", "全市", "粮食产量", "增长", "3.2%", "农民工", "集成电路"]),
        ("REGION", ["2030年", "全市", "增长", "3.2%"]),
        ("INDICATOR", ["2030年", "全市", "粮食产量", "增长", "3.2%"]),
        ("SECTOR", ["2030年", "全市", "增长", "3.2%", "集成电路"]),
    ],
)
def test_names_and_indicators_by_rule_that_the_tagger_does_not_believe_are_left_out(label, kept):
    nlp = build(spacy.blank("zh"), TAGGED_PIPES)
    nlp.get_pipe("policy_tagger")._network = Doubter(label)
    doc = nlp(RULED)
    assert [ent.text for ent in doc.ents] == kept
    # a claim keeps what it is about
    assert [claim.indicator.text for claim in doc._.claims] == ["粮食产量"]


def test_tables_are_not_tagged(tagged):
    doc = tagged(TEXTS[3])
    reading = reading_of(doc)
    assert [reading.text[start:end] for start, end in reading.sentences] == ["财政收入86亿元。"]


@pytest.mark.parametrize("order", list(permutations(range(len(TEXTS)), len(TEXTS)))[::45])
def test_batches_and_their_order_change_nothing(tagged, order):
    alone = {at: told(tagged(TEXTS[at])) for at in order}
    for size in (1, 2, 5):
        docs = list(tagged.pipe((TEXTS[at] for at in order), batch_size=size))
        assert {at: told(doc) for at, doc in zip(order, docs, strict=True)} == alone


@pytest.mark.slow
def test_processes_change_nothing(tagged):
    alone = [told(tagged(text)) for text in TEXTS]  # the network is loaded before the fork
    docs = tagged.pipe(TEXTS, n_process=2, batch_size=2)
    assert [told(doc) for doc in docs] == alone


def test_a_pipeline_saves_and_loads_again(tagged, tmp_path):
    tagged.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [told(again(text)) for text in TEXTS] == [told(tagged(text)) for text in TEXTS]


def test_a_pipeline_may_be_saved_where_it_came_from(tagged_folder, tmp_path):
    first = policynlp.load(tagged_folder)
    first.to_disk(tmp_path)
    second = policynlp.load(tmp_path)
    second.to_disk(tmp_path)
    assert policynlp.load(tmp_path)(TEXTS[2])._.claims


@pytest.mark.parametrize(("configured", "expected"), [(0, 1), (2, 2)])
def test_threads_are_limited_where_none_are_told(tagged_folder, configured, expected):
    config = {"components": {"policy_tagger": {"threads": configured}}}
    nlp = spacy.load(tagged_folder, config=config)
    limit_threads(nlp, 1)
    assert nlp.get_pipe("policy_tagger").threads == expected


def test_a_pipeline_without_a_tagger_has_no_threads_to_limit(nlp):
    before = dict(nlp.config["components"])
    limit_threads(nlp, 1)
    assert nlp.config["components"] == before


@pytest.mark.slow
def test_jobs_change_nothing(tagged_folder, tmp_path):
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text or "全市。", "utf-8")
    files, options = sorted(tmp_path.iterdir()), Options(str(tagged_folder))
    one, two = (list(extract_files(files, options, jobs=jobs)) for jobs in (1, 2))
    assert one == two
    assert any(result.claims for result in one)


@pytest.fixture(scope="module")
def own(tagged_folder):
    """A pipeline of a user's own, of which one pipe is ours."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("policy_claims", config={"model": str(tagged_folder), "report_year": 2031})
    return nlp


def test_one_pipe_brings_the_tagger_too(own, tagged_folder):
    whole = policynlp.load(tagged_folder, report_year=2031)
    expected = [told(whole(text)) for text in TEXTS]
    assert [told(own(text)) for text in TEXTS] == expected
    assert [told(doc) for doc in own.pipe(TEXTS, batch_size=2)] == expected
    assert [told(doc) for doc in own.pipe(TEXTS, n_process=2)] == expected


def test_one_pipe_that_was_saved_finds_its_model_again(own, tmp_path):
    own.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names == ["policy_claims"]
    assert told(again(TEXTS[0])) == told(own(TEXTS[0]))


def test_one_pipe_leaves_the_user_s_vocabulary_alone(tagged_folder):
    nlp = spacy.blank("zh")
    nlp.vocab.set_vector("粮食", np.ones(4, np.float32))
    nlp.vocab.strings.add("自有词")
    nlp.add_pipe("policy_claims", config={"model": str(tagged_folder)})
    assert nlp.vocab["粮食"].vector.tolist() == [1, 1, 1, 1]
    assert "自有词" in nlp.vocab.strings


def test_one_pipe_of_no_model_is_refused():
    with pytest.raises(ModelError, match=r"^no pipeline 'none_such': give 'rules', 'zh_policy_sm'"):
        spacy.blank("zh").add_pipe("policy_claims", config={"model": "none_such"})


def through_bytes(nlp):
    return Chinese.from_config(nlp.config).from_bytes(nlp.to_bytes())


def through_pickle(nlp):
    return pickle.loads(pickle.dumps(nlp))


@pytest.mark.parametrize("carry", [through_bytes, through_pickle])
def test_a_pipeline_carries_its_network(tagged, carry):
    expected = [told(tagged(text)) for text in TEXTS]
    again = carry(tagged)
    assert again.get_pipe("policy_tagger") is not tagged.get_pipe("policy_tagger")
    assert [told(again(text)) for text in TEXTS] == expected


def test_bytes_of_no_network_bring_none():
    with pytest.raises(ModelError, match="policy_tagger: the tagger has no network"):
        Tagger().from_bytes(Tagger().to_bytes()).network  # noqa: B018 - it is read to fail


def test_bytes_that_are_broken_are_refused(network_folder):
    tagger = Tagger().from_disk(network_folder)
    broken = Files({**tagger.files.held, "tagger.onnx": b"no network"})
    tagger.files = broken
    with pytest.raises(ModelError, match=r"^tagger\.onnx: no tagger that can be run: "):
        Tagger().from_bytes(tagger.to_bytes()).network  # noqa: B018 - it is read to fail


def test_pieces_of_a_document_are_tagged(tagged):
    document = Document("a", TEXTS[0])
    (part,) = read_document(tagged, document)
    assert [claim.quantity for claim in part.claims] == [
        c.quantity for c in tagged(TEXTS[0])._.claims
    ]


@pytest.mark.parametrize("file", ["tagger.onnx", "tagger.json", "vocab.txt"])
def test_a_file_that_is_missing_is_named(network_folder, tmp_path, file):
    for path in network_folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / file).unlink()
    with pytest.raises(ModelError) as raised:
        Tagger().from_disk(tmp_path)
    assert (
        str(raised.value)
        == f"{tmp_path / file}: no tagger that can be run: no such file; train one with 'policynlp train'"
    )


def test_the_network_may_be_given_to_a_pipeline_by_hand(network_folder, tagged):
    nlp = build(spacy.blank("zh"), TAGGED_PIPES)
    nlp.get_pipe("policy_tagger").from_disk(network_folder)
    assert told(nlp(TEXTS[0])) == told(tagged(TEXTS[0]))


WITHOUT_TORCH = """
import sys
from importlib.abc import MetaPathFinder

class Refuse(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"torch", "transformers", "datasets", "onnx"}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Refuse())
import policynlp
nlp = policynlp.load(sys.argv[1], report_year=2031)
print(len(nlp("全市公路里程超过9万公里，比上年增长3.2%。")._.claims))
"""


@pytest.mark.slow
def test_claims_are_found_where_heavy_libraries_are_refused(tagged_folder):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT_TORCH, str(tagged_folder)],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "2\n", "")
