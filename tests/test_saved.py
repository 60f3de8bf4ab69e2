"""The config of a saved pipeline, read without spaCy where it is of our components as they are."""

import pytest

from policynlp.models import model_path
from policynlp.pipeline import load
from policynlp.saved import CONFIG, Saved, read_saved


@pytest.fixture(scope="module")
def config(tagged_folder):
    return (tagged_folder / CONFIG).read_text("utf-8")


def test_the_shipped_pipeline_is_ours():
    assert read_saved(model_path("zh_policy_sm")) == Saved(report_year=None, threads=0)


def test_what_a_pipeline_was_told_is_saved(tagged_folder, tmp_path):
    nlp = load(tagged_folder, report_year=2031)
    nlp.to_disk(tmp_path)
    assert read_saved(tmp_path) == Saved(report_year=2031, threads=0)


@pytest.mark.parametrize("name", ["policy_tagger", "policy_linker", "policy_spans"])
def test_a_pipeline_without_a_component_is_left_to_spacy(name, tagged_folder, tmp_path):
    nlp = load(tagged_folder)
    nlp.remove_pipe(name)
    nlp.to_disk(tmp_path)
    assert read_saved(tmp_path) is None


def test_a_pipeline_with_another_component_is_left_to_spacy(tagged_folder, tmp_path):
    nlp = load(tagged_folder)
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path)
    assert read_saved(tmp_path) is None


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        ("threads = 0", "threads = 2", Saved(None, 2)),
        ("threads = 0", "threads = 0\nlayers = 2", None),
        ("threads = 0", "", None),
        ("threads = 0", 'threads = "two"', None),
        ("threads = 0", "threads = null", None),
        ("report_year = null", "report_year = 2031", Saved(2031, 0)),
        ("report_year = null", 'report_year = "2031"', None),
        ("threads = 0", "threads = ${system.seed}", None),
        ("disabled = []", 'disabled = ["policy_tagger"]', None),
        ("after_creation = null", 'after_creation = {"@callbacks": "mine"}', None),
        ('factory = "policy_times"', 'factory = "my_times"', None),
        ("[components.policy_times]", "[components.my_times]", None),
        ("[nlp]", "", None),
        ("[nlp]", "[nlp", None),
    ],
)
def test_a_config_that_says_more_or_less_is_left_to_spacy(old, new, read, config, tmp_path):
    assert old in config
    (tmp_path / CONFIG).write_text(config.replace(old, new, 1), "utf-8")
    assert read_saved(tmp_path) == read


def test_no_config_is_left_to_spacy(tmp_path):
    assert read_saved(tmp_path) is None
