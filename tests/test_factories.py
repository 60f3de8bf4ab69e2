"""Every component that an entry point names: it builds, refuses what it does not know, saves and loads."""

from importlib.metadata import entry_points

import pytest
import spacy

from policynlp.errors import ModelError
from policynlp.order import PIPES, RULED, TAGGED_PIPES
from policynlp.pipeline import build

NAMED = {e.name: e for e in entry_points(group="spacy_factories") if e.name.startswith("policy_")}
FACTORIES = sorted(NAMED)
TAGGER = "policy_tagger"  # does nothing without a network, which a saved pipeline holds
WHOLE = [name for name in FACTORIES if name != TAGGER]


@pytest.fixture
def blank():
    return spacy.blank("zh")


def test_there_is_an_entry_point_for_each_pipe_and_for_all_at_once():
    assert set(FACTORIES) == {*TAGGED_PIPES, "policy_claims"}


@pytest.mark.parametrize("factory", FACTORIES)
def test_the_entry_point_names_the_factory(blank, factory):
    assert blank.get_factory_meta(factory).factory == factory
    assert NAMED[factory].value == f"policynlp.pipes:make_{factory.removeprefix('policy_')}"
    assert callable(NAMED[factory].load())


@pytest.mark.parametrize("factory", FACTORIES)
def test_the_factory_builds_with_its_defaults(blank, factory):
    assert callable(blank.add_pipe(factory))
    assert blank.pipe_names == [factory]


@pytest.mark.parametrize("factory", FACTORIES)
def test_the_factory_refuses_an_unknown_key(blank, factory):
    with pytest.raises(ValueError, match="no_such_key"):
        blank.add_pipe(factory, config={"no_such_key": 1})


@pytest.mark.parametrize("factory", WHOLE)
def test_the_component_saves_and_loads(blank, factory, tmp_path):
    blank.add_pipe(factory)
    blank.to_disk(tmp_path)
    assert spacy.load(tmp_path).pipe_names == [factory]


@pytest.mark.parametrize("factory", FACTORIES)
def test_the_factory_says_what_it_writes(blank, factory):
    assert blank.get_factory_meta(factory).assigns


@pytest.mark.parametrize(
    "factory", [name for name in FACTORIES if name not in ("policy_layout", "policy_claims")]
)
def test_the_factory_says_what_it_reads(blank, factory):
    assert blank.get_factory_meta(factory).requires


@pytest.mark.parametrize("factory", WHOLE)
def test_the_component_reads_an_empty_document(blank, factory):
    order = PIPES if factory in PIPES else TAGGED_PIPES
    before = () if factory == "policy_claims" else order[: order.index(factory)]
    for name in (*before, factory):
        blank.add_pipe(name)
    assert blank("").text == ""


def test_a_tagger_sees_the_indicators_and_stands_before_the_linker():
    assert build(spacy.blank("zh"), TAGGED_PIPES).pipe_names == [
        *PIPES[:-2],
        RULED,
        TAGGER,
        *PIPES[-2:],
    ]


def test_a_tagger_without_a_network_says_so(blank):
    build(blank, TAGGED_PIPES)
    with pytest.raises(ModelError) as raised:
        blank("全市粮食产量增长。")
    assert (
        str(raised.value)
        == "policy_tagger: the tagger has no network; load a pipeline that holds one"
    )


def test_a_tagger_without_a_network_does_not_load_again(blank, tmp_path):
    blank.add_pipe(TAGGER)
    blank.to_disk(tmp_path)
    with pytest.raises(ModelError) as raised:
        spacy.load(tmp_path)
    file = tmp_path / TAGGER / "tagger.onnx"
    assert (
        str(raised.value)
        == f"{file}: no tagger that can be run: no such file; train one with 'policynlp train'"
    )
