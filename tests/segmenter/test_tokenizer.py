"""Word tokens of a pipeline: exact, stored with it, and of no weight for what is found."""

import pickle
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

import policynlp
from policynlp.errors import ModelError
from policynlp.models import model_path
from policynlp.segmenter import MODEL, SEGMENTER, Segmenter, tokenizer
from policynlp.segmenter.words import FILES, Words

TITLE = "2031年政府工作报告\n一、2030年工作回顾\n"
SENTENCES = [
    "全市生产总值达到4600亿元，比上年增长6.8%。",
    "粮食产量520万吨；居民收入明显提高。",
    "新建农村公路460公里，完成老旧小区改造320个。",
    "“十四五”规划实施以来，农民工工资稳步增长。",
    "清洁能源装机超过总装机的50%，GDP增长6%左右。",
]
REPORT = TITLE + "\n".join(SENTENCES)


def spans_of(doc):
    rows = [("ents", e.start_char, e.end_char, e.label_) for e in doc.ents]
    for name, group in doc.spans.items():
        rows += [(name, s.start_char, s.end_char, s.label_) for s in group]
    return rows


def crossed(doc, cuts):
    return [t.text for t in doc if cuts & set(range(t.idx + 1, t.idx + len(t)))]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_claims_and_spans_are_those_of_characters(nlp, words, sentence):
    of_characters, of_words = nlp(TITLE + sentence), words(TITLE + sentence)
    assert of_words._.claims == of_characters._.claims
    assert spans_of(of_words) == spans_of(of_characters)
    assert len(of_words) < len(of_characters)


@pytest.mark.parametrize("length", [2, 5])
def test_a_tokenizer_of_the_user_s_own_gives_the_same_spans(nlp, length):
    own = spacy.blank("zh")
    own.add_pipe("policy_claims")
    own.tokenizer = lambda text: Doc(
        own.vocab,
        words=(words := [text[at : at + length] for at in range(0, len(text), length)]),
        spaces=[False] * len(words),
    )
    doc = own(REPORT)
    assert spans_of(doc) == spans_of(nlp(REPORT))
    assert doc._.claims == nlp(REPORT)._.claims


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("生产总值达到4600亿元。", "生产总值 达到 4600 亿 元 。"),
        ("粮食产量520万吨，增长2.3%。", "粮食产量 520 万 吨 ， 增长 2.3 % 。"),
        ("2030年末，全省就业人员30万人以上。", "2030 年末 ， 全省 就业人员 30 万 人 以上 。"),
        ("居民收入明显提高。", "居民收入 明显 提高 。"),
        ("GDP增长12,480元。", "GDP 增长 12,480 元 。"),
    ],
)
def test_tokens_of_a_sentence(words, sentence, tokens):
    assert [token.text for token in words(sentence)] == tokens.split(" ")


def test_lines_that_wrap_cut_no_word_but_where_they_end(words):
    raw = (
        TITLE
        + "全市深入推进农村公路建设和老旧小区改造，城镇居民人均可支\n配收入达到五万元，增长百分之五点二。\n"
    )
    tokens = [token.text for token in words.make_doc(raw)]
    assert "".join(tokens) == raw
    assert "\n" in tokens[-20:]


@settings(max_examples=150, derandomize=True)
@given(st.text(max_size=60))
def test_the_tokens_of_any_text_joined_are_the_text(words, text):
    doc = words.make_doc(text)
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text


@settings(
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    st.lists(
        st.sampled_from([*"增长520万吨%，。\n 　", *SENTENCES, "全市", "10%", "[8]"]), max_size=12
    )
)
def test_no_token_crosses_a_span_and_no_span_is_wider(nlp, words, parts):
    text = "".join(parts)
    doc = words(text)
    assert spans_of(doc) == spans_of(nlp(text))
    assert crossed(doc, {at for _, start, end, _ in spans_of(doc) for at in (start, end)}) == []


def test_a_saved_pipeline_brings_its_words(words, tmp_path, monkeypatch):
    words.to_disk(tmp_path)
    monkeypatch.setattr(tokenizer, "model_path", None)  # the shipped model is not asked for
    saved = policynlp.load(tmp_path)
    assert isinstance(saved.tokenizer, Segmenter)
    assert [t.text for t in saved(REPORT)] == [t.text for t in words(REPORT)]


def test_bytes_bring_the_words(words):
    other = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": SEGMENTER}}})
    other.tokenizer.from_bytes(words.tokenizer.to_bytes())
    assert [t.text for t in other(REPORT)] == [t.text for t in words.make_doc(REPORT)]


def test_a_saved_pipeline_takes_another_segmenter(words, tmp_path):
    words.to_disk(tmp_path)
    char = policynlp.load(tmp_path, segmenter="char")
    assert [t.text for t in char("产量520")] == [*"产量520"]
    char.to_disk(tmp_path / "char")
    assert [t.text for t in policynlp.load(tmp_path / "char")("产量520")] == [*"产量520"]


def test_two_processes_give_the_words_of_one(words):
    texts = [REPORT, "", SENTENCES[0]]
    alone = [[t.text for t in doc] for doc in words.pipe(texts)]
    assert [[t.text for t in doc] for doc in words.pipe(texts, n_process=2)] == alone


def test_a_segmenter_can_be_pickled(words):
    again = pickle.loads(pickle.dumps(words.tokenizer.words))
    assert list(again.find(REPORT)) == list(words.tokenizer.words.find(REPORT))


def test_stored_documents_keep_words_and_spans(words):
    doc = words(REPORT)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(words.vocab)
    assert [t.text for t in again] == [t.text for t in doc]
    assert spans_of(again) == spans_of(doc)
    assert again._.claims == doc._.claims


def test_contexts_stay_with_their_documents(words):
    pairs = [(REPORT, "first"), (SENTENCES[0], "second")]
    got = list(words.pipe(pairs, as_tuples=True))
    assert [(doc.text, context) for doc, context in got] == pairs


def test_the_entry_point_names_the_tokenizer():
    pyproject = Path(__file__).parents[2] / "pyproject.toml"
    points = tomllib.loads(pyproject.read_text("utf-8"))["project"]["entry-points"]
    module, _, name = points["spacy_tokenizers"][SEGMENTER].partition(":")
    assert getattr(import_module(module), name) is spacy.registry.tokenizers.get(SEGMENTER)


@pytest.fixture
def folder(tmp_path):
    for name in FILES:
        (tmp_path / name).write_bytes((model_path(MODEL) / name).read_bytes())
    return tmp_path


def test_an_unknown_segmenter_is_told():
    with pytest.raises(ModelError) as told:
        policynlp.load(segmenter="jieba")
    assert str(told.value) == "no segmenter 'jieba'; those that work: char, pkuseg"


def test_a_missing_library_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy_pkuseg", None)
    with pytest.raises(ModelError) as told:
        policynlp.load(segmenter="pkuseg")
    assert str(told.value) == "word tokens need spacy-pkuseg: pip install 'policynlp[segment]'"


def test_a_missing_model_is_told(monkeypatch):
    def missing(name):
        raise ModelError(f"no model {name!r}")

    monkeypatch.setattr(tokenizer, "model_path", missing)
    with pytest.raises(ModelError, match="no model 'zh_policy_segmenter'"):
        policynlp.load(segmenter="pkuseg")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_of_a_model_is_told(folder, name):
    (folder / name).unlink()
    with pytest.raises(ModelError) as told:
        Words.read(folder)
    assert str(told.value) == (
        f"{folder} has no {name}: no segmentation model; policynlp train-segmenter makes one"
    )


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_of_a_model_is_told(folder, name):
    (folder / name).write_bytes(b"broken")
    with pytest.raises(ModelError, match=r"cannot be read: .*; train or install it again"):
        Words.read(Path(folder))
