"""What many tests share: one pipeline, loaded once."""

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

import policynlp
from tiny_tagger import (
    METRICS,
    make_encoder,
    make_tagger,
    make_vocabulary,
    small_corpus,
    write_documents,
)

# other work on the machine is no fault: how long an example takes is measured in benchmarks/
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# with pytest -n, each of these stays in one process: a second browser, a second import of transformers
# would take longer
GROUPS = ("tests/web/", "tests/training/")


class Folders(LoadScopeScheduling):
    """Hands out the tests file by file, those of a group together."""

    def _split_scope(self, nodeid):
        group = next((group for group in GROUPS if nodeid.startswith(group)), None)
        return group or nodeid.split("::")[0]


def pytest_xdist_make_scheduler(config, log):
    return Folders(config, log)


@pytest.fixture(scope="session")
def nlp():
    return policynlp.load("rules")


@pytest.fixture(scope="session")
def tiny():
    """A tagger of random weights and its vocabulary."""
    return make_tagger()


@pytest.fixture(scope="session")
def network_folder(tiny, tmp_path_factory):
    """What extracting reads of it."""
    from policynlp.training.export import export

    folder = tmp_path_factory.mktemp("network")
    export(tiny.model, tiny.vocabulary, folder, temperature=2.0)
    return folder


@pytest.fixture(scope="session")
def tagged_folder(network_folder, tmp_path_factory):
    """A saved pipeline with it."""
    from policynlp.training.package import write_pipeline

    folder = tmp_path_factory.mktemp("pipeline") / "zh_tiny"
    write_pipeline(network_folder, folder, METRICS)
    return folder


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """The folder of a tiny encoder."""
    folder, vocabulary = tmp_path_factory.mktemp("base"), make_vocabulary()
    make_encoder(vocabulary).save_pretrained(folder)
    vocabulary.write(folder)
    return folder


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """The file of a few documents, with splits."""
    return write_documents(tmp_path_factory.mktemp("corpus") / "corpus.jsonl", small_corpus())
