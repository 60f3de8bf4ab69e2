"""Checkpoints and documents to train from, small enough to do it in a second."""

import pytest

from tiny_tagger import make_encoder, make_vocabulary, small_corpus, write_documents


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """The folder of a tiny encoder."""
    folder, vocabulary = tmp_path_factory.mktemp("base"), make_vocabulary()
    make_encoder(vocabulary).save_pretrained(folder)
    vocabulary.write(folder)
    return folder


@pytest.fixture(scope="session")
def teacher(tiny, tmp_path_factory):
    """The folder of a tiny tagger."""
    from policynlp.training.tagger import save_checkpoint

    folder = tmp_path_factory.mktemp("teacher")
    save_checkpoint(tiny.model, folder, tiny.vocabulary)
    return folder


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """The file of a few documents, with splits."""
    return write_documents(tmp_path_factory.mktemp("corpus") / "corpus.jsonl", small_corpus())
