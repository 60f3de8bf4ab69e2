"""Tokens are cut at offsets, and what stands on the document stays."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from policynlp.segmenter import align_tokens

VOCAB = spacy.blank("zh").vocab


def make(*words, spaces=None, **layers):
    return Doc(VOCAB, words=words, spaces=spaces or [False] * len(words), **layers)


@pytest.mark.parametrize(
    ("words", "cuts", "expected"),
    [
        (["粮食产量", "增长"], [2], ["粮食", "产量", "增长"]),
        (["粮食产量", "增长"], [1, 3, 5], ["粮", "食产", "量", "增", "长"]),
        (["粮食产量", "增长"], [2, 2], ["粮食", "产量", "增长"]),
        (["粮食产量", "增长"], [0, 4, 6], ["粮食产量", "增长"]),
        (["粮食产量", "增长"], [], ["粮食产量", "增长"]),
        (["粮食产量", "增长"], [99], ["粮食产量", "增长"]),
        ([], [0, 1], []),
    ],
)
def test_tokens_are_cut(words, cuts, expected):
    doc = make(*words)
    aligned = align_tokens(doc, cuts)
    assert [token.text for token in aligned] == expected
    assert (aligned is doc) == (words == expected)


def test_a_space_stays_after_the_last_part():
    doc = align_tokens(make("产量", "GDP", spaces=[True, False]), [1, 2, 4])
    assert [token.text_with_ws for token in doc] == ["产", "量 ", "G", "DP"]


def test_a_cut_in_a_space_cuts_nothing():
    doc = make("产量", "增长", spaces=[True, False])
    assert align_tokens(doc, [2, 3]) is doc


def test_tags_and_parse_are_taken_over():
    doc = make(
        "粮食产量",
        "增长",
        tags=["NN", "VV"],
        pos=["NOUN", "VERB"],
        morphs=["", "Aspect=Perf"],
        lemmas=["粮食产量", "增长"],
        heads=[1, 1],
        deps=["nsubj", "ROOT"],
    )
    aligned = align_tokens(doc, [2])
    assert [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_) for t in aligned
    ] == [
        ("粮食", "NN", "NOUN", "", "", 1, "nsubj"),
        ("产量", "NN", "NOUN", "", "", 2, "nsubj"),
        ("增长", "VV", "VERB", "Aspect=Perf", "增长", 2, "ROOT"),
    ]


def test_sentences_begin_where_they_began():
    doc = make("产量增长", "收入提高", sent_starts=[True, True])
    assert [s.text for s in align_tokens(doc, [2, 6]).sents] == ["产量增长", "收入提高"]


def test_what_is_stored_on_the_document_stays():
    Doc.set_extension("note", default=None, force=True)
    Span.set_extension("note", default=None, force=True)
    doc = make("粮食产量", "增长")
    doc.spans["mine"] = [Span(doc, 0, 1, "X")]
    doc._.note, doc[0:1]._.note, doc.cats, doc._context = "doc", "span", {"a": 1.0}, "told"
    doc.tensor = spacy.util.numpy.array([[1.0], [2.0]])
    aligned = align_tokens(doc, [2])
    (span,) = aligned.spans["mine"]
    assert (span.start, span.end, span.label_, span._.note) == (0, 2, "X", "span")
    assert (aligned._.note, aligned.cats, aligned._context) == ("doc", {"a": 1.0}, "told")
    assert aligned.tensor.tolist() == [[1.0], [1.0], [2.0]]


@given(
    st.lists(st.tuples(st.text("粮产GD ", min_size=1, max_size=4), st.booleans()), max_size=8),
    st.sets(st.integers(0, 40)),
)
def test_the_text_stays_and_every_cut_is_a_border(tokens, cuts):
    words, spaces = [word for word, _ in tokens], [space for _, space in tokens]
    doc = Doc(VOCAB, words=words, spaces=spaces)
    aligned = align_tokens(doc, cuts)
    assert aligned.text == doc.text
    inside = {at for t in aligned for at in range(t.idx + 1, t.idx + len(t))}
    assert inside.isdisjoint(cuts)
    assert {t.idx for t in doc} <= {t.idx for t in aligned}
