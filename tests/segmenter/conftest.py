"""The pipeline with word tokens, and a small model for what needs none in particular."""

import pytest

import policynlp


@pytest.fixture(scope="session")
def words():
    return policynlp.load("rules", segmenter="pkuseg")
