"""Sentences are read once where rules and tagger give the linker the same mentions."""

from dataclasses import replace

import pytest

from policynlp.linking.readings import Readings
from policynlp.linking.scope import LAYERS
from policynlp.schema import Anchor, Mention
from policynlp.structure import read_structure

TEXT = "全省粮食总产量增长5%。"
ANCHOR = Anchor(2031, 2030)


@pytest.fixture
def layers(nlp):
    found = nlp(TEXT)._.mentions
    return {name: [Mention(*row) for row in found.get(name, ())] for name in LAYERS}


@pytest.fixture
def sentence():
    return read_structure(TEXT, meta=None, report_year=None).sentences[0]


def told(reading):
    """What becomes of the drafts: how sure the tagger is of a place is not told."""
    return [replace(d, region=d.region and d.region[:3]) for d in reading.drafts]


def sure(mentions):
    return [m._replace(value={**m.value, "confidence": 0.9}) for m in mentions]


@pytest.mark.parametrize(
    ("changed", "anchor", "again"),
    [
        ({}, ANCHOR, True),
        ({"regions": sure}, ANCHOR, True),  # how sure the tagger is makes no other place
        ({"regions": lambda mentions: []}, ANCHOR, False),
        ({"directions": lambda mentions: []}, ANCHOR, False),
        ({}, Anchor(2032, 2031), False),
    ],
)
def test_a_sentence_is_read_again_only_if_its_mentions_change(
    layers, sentence, changed, anchor, again
):
    readings = Readings()
    first = readings.note(TEXT, sentence, ANCHOR, layers)
    others = {name: changed.get(name, list)(mentions) for name, mentions in layers.items()}
    taken = readings.take(TEXT, sentence, anchor, others)
    assert (taken is first) is again
    assert told(taken) == told(Readings().note(TEXT, sentence, anchor, others))


def test_what_was_taken_is_known_no_longer(layers, sentence):
    readings = Readings()
    first = readings.note(TEXT, sentence, ANCHOR, layers)
    assert readings.take(TEXT, sentence, ANCHOR, layers) is first
    second = readings.take(TEXT, sentence, ANCHOR, layers)
    assert second is not first
    assert second == first
