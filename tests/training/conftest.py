"""Checkpoints and documents to train from, small enough to do it in a second."""

import pytest


@pytest.fixture(scope="session")
def teacher(tiny, tmp_path_factory):
    """The folder of a tiny tagger."""
    from policynlp.training.tagger import save_checkpoint

    folder = tmp_path_factory.mktemp("teacher")
    save_checkpoint(tiny.model, folder, tiny.vocabulary)
    return folder
