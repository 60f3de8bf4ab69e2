"""Shipped models are found in a wheel and in a clone."""

import pytest

from policynlp import models
from policynlp.errors import ModelError
from policynlp.models import model_path


@pytest.fixture
def places(tmp_path, monkeypatch):
    wheel, clone = tmp_path / "wheel", tmp_path / "clone"
    monkeypatch.setattr(models, "PLACES", (wheel, clone))
    return wheel, clone


@pytest.mark.parametrize("place", [0, 1], ids=["wheel", "clone"])
def test_a_model_is_found_in_either_place(places, place):
    (places[place] / "some").mkdir(parents=True)
    assert model_path("some") == places[place] / "some"


def test_the_package_s_own_model_goes_first(places):
    for place in places:
        (place / "some").mkdir(parents=True)
    assert model_path("some") == places[0] / "some"


@pytest.mark.parametrize("name", ["some", "", "file"])
def test_a_missing_model_is_told_with_both_places_and_the_way_out(places, name):
    places[0].mkdir()
    (places[0] / "file").touch()
    with pytest.raises(ModelError) as told:
        model_path(name)
    assert str(told.value) == (
        f"no model {name!r} in {places[0]} or {places[1]}; "
        "reinstall policynlp, or give a model's folder"
    )


def test_the_segmentation_model_ships():
    assert sorted(path.name for path in model_path("zh_policy_segmenter").iterdir()) == [
        "README.md",
        "features.msgpack",
        "metrics.json",
        "weights.npz",
    ]
