"""The garbage collector rests while a pipeline is loaded, and works on as before."""

import gc

import pytest

import policynlp
from policynlp.collector import at_rest, loading
from policynlp.errors import ModelError


@pytest.fixture
def collector():
    """The collector as it was, whatever a test does."""
    collects = gc.isenabled()
    yield
    (gc.enable if collects else gc.disable)()


@pytest.mark.parametrize("rest", [at_rest, loading])
@pytest.mark.parametrize("collects", [True, False])
def test_the_collector_goes_on_as_before(collector, collects, rest):
    (gc.enable if collects else gc.disable)()

    with rest():
        assert not gc.isenabled()

    assert gc.isenabled() is collects


def test_what_was_loaded_counts_as_old(collector):
    with loading():
        made = [[]]

    assert any(each is made for each in gc.get_objects(generation=2))
    assert gc.get_freeze_count() == 0


def test_what_was_frozen_before_stays_so(collector):
    gc.freeze()
    frozen = gc.get_freeze_count()
    try:
        with loading():
            made = [[]]
        assert 0 < gc.get_freeze_count() <= frozen  # an object may die elsewhere meanwhile
        assert not any(each is made for each in gc.get_objects(generation=2))
    finally:
        gc.unfreeze()


def test_an_error_wakes_the_collector(collector):
    gc.enable()

    with pytest.raises(ModelError):
        policynlp.load("no such model")

    assert gc.isenabled()
