"""What many tests share: one pipeline, loaded once."""

import pytest

import policynlp


@pytest.fixture(scope="session")
def nlp():
    return policynlp.load()
