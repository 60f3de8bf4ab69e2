"""Scores of tags, the temperature that fits them, and the card that tells them."""

import numpy as np
import pytest

from policynlp.schema import LABELS
from policynlp.tagging.labels import TAG_IDS
from policynlp.training.calibrate import CANDIDATES, fit_temperature
from policynlp.training.card import write_card
from policynlp.training.scores import score_tags

NONE = {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 0}


def numbers(names):
    return [TAG_IDS[name] for name in names.split()]


@pytest.mark.parametrize(
    ("pairs", "scores"),
    [
        ([], {}),
        ([("O O", "O O")], {}),
        (
            [("B-ORG I-ORG O", "B-ORG I-ORG O")],
            {name: {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1} for name in ("micro", "ORG")},
        ),
        (
            [("B-ORG I-ORG O", "B-ORG O O"), ("B-TIME", "B-TIME")],
            {
                "micro": {"p": 0.5, "r": 0.5, "f1": 0.5, "gold": 2},
                "ORG": {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1},
                "TIME": {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1},
            },
        ),
        (
            [("B-ORG O B-ORG O", "B-ORG O O B-TIME"), ("B-ORG", "O")],
            {
                "micro": {"p": 0.5, "r": 0.3333, "f1": 0.4, "gold": 3},
                "ORG": {"p": 1.0, "r": 0.3333, "f1": 0.5, "gold": 3},
            },
        ),
    ],
)
def test_score_tags(pairs, scores):
    told = score_tags((numbers(right), numbers(found)) for right, found in pairs)
    assert told == {name: scores.get(name, NONE) for name in ("micro", *LABELS)}


def logits_of(chances):
    return np.log(np.array(chances, dtype=np.float32))


@pytest.mark.parametrize("stretch", [0.5, 1.0, 2.0, 4.0])
def test_the_temperature_undoes_what_makes_too_sure(stretch):
    rows = [logits_of([[0.8, 0.2]] * 10) * stretch, logits_of([[0.3, 0.7]] * 10) * stretch]
    tags = [[0] * 8 + [1] * 2, [1] * 7 + [0] * 3]
    # the candidates stand five in a hundred apart
    assert fit_temperature(rows, tags) == pytest.approx(stretch, rel=0.05)


def test_the_temperature_of_nothing_and_of_the_always_right():
    assert fit_temperature([], []) == 1.0
    assert fit_temperature([logits_of([[0.6, 0.4]])], [[0]]) == CANDIDATES[0]


CARD = {
    "options": {"seed": 5, "epochs": 3, "batch": 8, "hide": 0.25, "patience": 4},
    "base": "zh_encoder",
    "documents": {"train": 40, "dev": 5},
    "sentences": {"train": 900, "dev": 100},
    "scores": {
        "dev": {
            "tagger with rules": {"micro": {"f1": 0.9}, "ORG": {"f1": 0.81239}},
            "tagger alone": {"micro": {"f1": 0.8}, "ORG": {"f1": 0.7}},
            "rules alone": {"micro": {"f1": 0.6}, "ORG": {"f1": 0.0}},
        }
    },
}


def test_the_card_tells_what_the_model_was_made_from_and_its_scores():
    card = write_card("zh_small", CARD)
    assert card.startswith("# zh_small\n")
    assert card.endswith(
        "| dev | micro | 0.900 | 0.800 | 0.600 |\n| dev | ORG | 0.812 | 0.700 | 0.000 |\n"
    )
    flat = " ".join(card.split())
    assert 'policynlp.load("zh_small")' in flat
    assert (
        "`zh_encoder` by `policynlp train` (seed 5, at most 3 epochs, batch 8) on 40 documents, 900 sentences"
        in flat
    )
    assert "hidden from 25% of the sentences" in flat
    assert "{" not in card


def test_the_card_of_a_checkpoint_that_was_not_tuned():
    card = write_card("zh_small", {**CARD, "options": {**CARD["options"], "epochs": 0}})
    assert "The weights are those of `zh_encoder`; `policynlp train --epochs 0` fitted" in card
    assert "hidden" not in card


def test_a_card_without_scores():
    assert write_card("zh_small", {**CARD, "scores": {}}).endswith("|---|---|---|---|---|\n")
