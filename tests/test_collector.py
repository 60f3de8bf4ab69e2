"""The garbage collector rests while a pipeline is loaded, and works on as before."""

import gc

import pytest

import policynlp
from policynlp.collector import at_rest
from policynlp.errors import ModelError


@pytest.fixture
def collector():
    """The collector as it was, whatever a test does."""
    collects = gc.isenabled()
    yield
    (gc.enable if collects else gc.disable)()


@pytest.mark.parametrize("collects", [True, False])
def test_the_collector_goes_on_as_before(collector, collects):
    (gc.enable if collects else gc.disable)()

    with at_rest():
        assert not gc.isenabled()

    assert gc.isenabled() is collects


def test_an_error_wakes_the_collector(collector):
    gc.enable()

    with pytest.raises(ModelError):
        policynlp.load("no such model")

    assert gc.isenabled()
