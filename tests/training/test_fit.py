"""How fast a tagger learns where nobody says."""

import pytest

from policynlp.training import fit
from policynlp.training.fit import LARGE, SMALL, TUNED, FitOptions, _arguments
from policynlp.training.tagger import PolicyTagger, PolicyTaggerConfig
from tiny_tagger import SIZES

OWN = {"model_type": "policy_encoder", "vocab_size": 8, **SIZES}
BERT = {
    "model_type": "bert",
    "vocab_size": 8,
    "hidden_size": 16,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "intermediate_size": 16,
}


def rate(encoder, *, trained, told, folder):
    model = PolicyTagger(PolicyTaggerConfig(encoder=encoder, trained=trained))
    options = FitOptions(learning_rate=told)
    return _arguments(model, options, folder, evaluated=False).learning_rate


@pytest.mark.parametrize(
    ("encoder", "trained", "told", "expected"),
    [
        (OWN, False, None, 1.0),
        (OWN, True, None, 2.0),
        (BERT, False, None, 3.0),
        (BERT, True, None, 3.0),
        (OWN, True, 3e-4, 3e-4),
        (BERT, False, 3e-4, 3e-4),
    ],
    ids=["a new head", "a tagger gone on with", "a BERT", "a trained BERT", "told", "told of BERT"],
)
def test_the_learning_rate_suits_the_base(tmp_path, monkeypatch, encoder, trained, told, expected):
    for name, value in (("SMALL", 1.0), ("TUNED", 2.0), ("LARGE", 3.0)):
        monkeypatch.setattr(fit, name, value)  # two of them are the same number
    assert rate(encoder, trained=trained, told=told, folder=tmp_path) == expected


def test_a_tagger_gone_on_with_learns_more_gently():
    assert TUNED < SMALL / 10
    assert LARGE < SMALL / 10
