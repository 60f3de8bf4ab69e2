"""Subjects of claims take the borders of the tagged indicator that they overlap most."""

from dataclasses import replace

import pytest

from policynlp.linking.document import link_document
from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.snapping import snap
from policynlp.schema import Mention
from policynlp.structure import read_structure


def draft(subject, trigger=None, quantity=None):
    number = Mention(*quantity, "QUANTITY") if quantity else None
    return Draft("level", None, subject, trigger, number, "test")


def seen(*spans):
    return [Mention(start, end, "INDICATOR") for start, end in spans]


@pytest.mark.parametrize(
    ("subject", "tagged", "snapped"),
    [
        pytest.param(Subject(4, 6), [], None, id="nothing tagged"),
        pytest.param(Subject(4, 6), seen((4, 6)), None, id="the same"),
        pytest.param(Subject(4, 6), seen((0, 6)), (0, 6), id="longer"),
        pytest.param(Subject(4, 8), seen((5, 7)), (5, 7), id="shorter"),
        pytest.param(Subject(4, 6), seen((0, 4), (6, 8)), None, id="only touching"),
        pytest.param(Subject(3, 8), seen((0, 4), (5, 8)), (5, 8), id="the one that shares more"),
        pytest.param(Subject(3, 7), seen((1, 5), (5, 9)), (1, 5), id="the first of equals"),
        pytest.param(Subject(4, 6, "失业保险"), seen((0, 6)), None, id="composed"),
        pytest.param(Subject(4, 6, whole=(3, 8)), seen((0, 6)), None, id="of a list"),
        pytest.param(Subject(4, 6), seen((0, 11)), None, id="takes in the verb"),
        pytest.param(Subject(4, 6), seen((0, 16)), None, id="takes in the number"),
        pytest.param(Subject(4, 6, inherited=True), seen((2, 6)), (2, 6), id="inherited"),
    ],
)
def test_snap(subject, tagged, snapped):
    one = draft(subject, trigger=(10, 12), quantity=(13, 16))
    snap([one], tagged)
    borders = snapped or (subject.start, subject.end)
    assert one.subject == replace(subject, start=borders[0], end=borders[1])
    assert one.source == ("rules+model" if snapped else "rules")


def test_a_subject_that_its_own_claim_keeps_is_kept_where_it_is_inherited():
    first = draft(Subject(4, 6), trigger=(7, 9))
    later = draft(Subject(4, 6).inherit(), trigger=(20, 22))
    snap([first, later], seen((0, 9)))
    assert [d.subject.span for d in (first, later)] == [(4, 6), (4, 6)]


def test_a_subject_and_its_heirs_move_together():
    first = draft(Subject(4, 6), trigger=(7, 9))
    later = draft(Subject(4, 6).inherit(), trigger=(20, 22))
    snap([first, later], seen((2, 6)))
    assert [d.subject for d in (first, later)] == [Subject(2, 6), Subject(2, 6, inherited=True)]


TEXT = "全市粮食总产量5万吨。"


@pytest.fixture
def layers(nlp):
    return {name: [Mention(*row) for row in rows] for name, rows in nlp(TEXT)._.mentions.items()}


@pytest.mark.parametrize(
    ("tagged", "subject", "indicators"),
    [
        (None, (2, 7), [(2, 7)]),
        ([], (2, 7), [(2, 7)]),
        (seen((0, 2)), (2, 7), [(0, 2), (2, 7)]),
        (seen((4, 7)), (4, 7), [(4, 7)]),
        (seen((0, 2), (4, 7)), (4, 7), [(0, 2), (4, 7)]),
    ],
)
def test_a_document_names_the_indicators_of_its_tagger(layers, tagged, subject, indicators):
    structure = read_structure(TEXT, meta=None, report_year=None)
    known = layers if tagged is None else {**layers, "tagged": tagged}
    linked = link_document(TEXT, structure, known)
    assert [d.subject.span for d, _ in linked.drafts] == [subject]
    assert [(m.start, m.end) for m in linked.indicators] == indicators


@pytest.mark.parametrize(
    ("text", "tagged", "snapped"),
    [
        pytest.param("重点产品质量稳定提高率", (0, 6), None, id="the head is left behind"),
        pytest.param("乡镇企业为重点的城镇建设", (0, 4), (0, 4), id="an aim is left behind"),
    ],
)
def test_snap_keeps_the_head(text, tagged, snapped):
    one = draft(Subject(0, len(text)))
    snap([one], seen(tagged), text)
    assert one.subject.span == (snapped or (0, len(text)))
