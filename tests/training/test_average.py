"""The mean of checkpoints."""

import pytest

from policynlp.errors import TrainingError
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.average import average
from policynlp.training.run import read_tagger
from policynlp.training.tagger import PolicyTagger, PolicyTaggerConfig, save_checkpoint
from tiny_tagger import make_tagger


@pytest.fixture
def checkpoints(tmp_path):
    """Three taggers of one start, whose weights are x, x + 1 and x + 5."""
    for name, more in (("a", 0), ("b", 1), ("c", 5)):
        tiny = make_tagger()
        for weights in tiny.model.parameters():
            weights.data += more
        save_checkpoint(tiny.model, tmp_path / name, tiny.vocabulary)
    return [tmp_path / name for name in "abc"]


def test_each_weight_is_the_mean(checkpoints, tmp_path):
    average(checkpoints, tmp_path / "mean")
    mean, vocabulary = read_tagger(tmp_path / "mean")
    assert vocabulary.tokens == make_tagger().vocabulary.tokens
    first = make_tagger().model.state_dict()
    for name, weights in mean.state_dict().items():
        assert (weights - first[name] - 2).abs().max() < 1e-5, name


def test_one_checkpoint_is_its_own_mean(checkpoints, tmp_path):
    average(checkpoints[:1], tmp_path / "mean")
    same, _ = read_tagger(tmp_path / "mean")
    first = make_tagger().model.state_dict()
    assert all((weights == first[name]).all() for name, weights in same.state_dict().items())


def other_characters(folder):
    tiny = make_tagger()
    save_checkpoint(tiny.model, folder, Vocabulary(tiny.vocabulary.tokens[:-1]))
    return f"no mean of checkpoints of other characters; {WAY_OUT}"


def other_sizes(folder):
    tiny = make_tagger()
    wide = PolicyTaggerConfig(encoder=tiny.model.config.encoder, rule_size=9)
    save_checkpoint(PolicyTagger(wide), folder, tiny.vocabulary)
    return f"no mean of checkpoints of other sizes; {WAY_OUT}"


WAY_OUT = "give checkpoints that were tuned from one start"


@pytest.mark.parametrize("make", [other_characters, other_sizes])
def test_unlike_checkpoints_are_told(checkpoints, tmp_path, make):
    told = make(tmp_path / "other")
    with pytest.raises(TrainingError) as error:
        average([checkpoints[0], tmp_path / "other"], tmp_path / "mean")
    assert str(error.value) == f"{checkpoints[0]}, {tmp_path / 'other'}: {told}"
    assert not (tmp_path / "mean").exists()


def test_an_encoder_has_no_tags_to_share(checkpoints, base, tmp_path):
    with pytest.raises(TrainingError, match="an encoder alone, it has learned no tags"):
        average([checkpoints[0], base], tmp_path / "mean")
