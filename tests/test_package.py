import subprocess
import sys
from types import ModuleType

import pytest

import policynlp
from policynlp.errors import ReadError
from policynlp.models import DEFAULT
from policynlp.schema import Claim, Indicator


class Piece:
    def __init__(self, name):
        claim = Claim("a:00000", "a", "level", None, "actual", False, Indicator(name))
        self.ents, self.records, self.about = [], [claim.to_dict()], {}


@pytest.fixture
def pipeline(monkeypatch):
    """Give each word as a claim of an indicator of that name."""
    stub = ModuleType("policynlp.pipeline")
    stub.calls = []
    stub.load = lambda model, report_year=None, segmenter=None: stub.calls.append(
        (model, report_year)
    )
    stub.limit_threads = lambda nlp, threads: None
    stub.read_document = lambda nlp, document: map(Piece, document.text.split())
    monkeypatch.setitem(sys.modules, "policynlp.pipeline", stub)
    monkeypatch.setattr("policynlp.saved.read_saved", lambda folder: None)  # spaCy must make it
    return stub


def names(claims):
    return [claim.indicator.text for claim in claims]


def test_the_package_names_what_it_gives():
    assert policynlp.__all__ == [
        "Claim", "Claims", "Document", "Quantity", "displacy_options", "extract", "load",
        "to_arrow", "to_dataset", "to_pandas", "to_polars",
    ]  # fmt: skip
    assert [name for name in policynlp.__all__ if not hasattr(policynlp, name)] == []


def test_load_takes_a_path(pipeline, tmp_path):
    policynlp.load()
    policynlp.load(tmp_path, report_year=2031)

    assert pipeline.calls == [(DEFAULT, None), (str(tmp_path), 2031)]


def test_extract_takes_one_file_or_several(pipeline, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"全市{name}一 全市{name}二", "utf-8")

    assert names(policynlp.extract(tmp_path / "b.txt")) == ["全市b一", "全市b二"]
    assert names(policynlp.extract([str(tmp_path / "b.txt"), tmp_path / "a.txt"])) == [
        "全市b一",
        "全市b二",
        "全市a一",
        "全市a二",
    ]
    assert names(policynlp.extract(str(tmp_path), report_year=2031))[0] == "全市a一"
    assert pipeline.calls[-1] == (DEFAULT, 2031)


def test_extract_raises_where_a_file_cannot_be_read(pipeline, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 50)

    with pytest.raises(ReadError, match=r"a\.txt"):
        list(policynlp.extract(tmp_path / "a.txt"))


def test_the_package_is_a_command():
    done = subprocess.run(
        [sys.executable, "-m", "policynlp", "--version"], capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith("policynlp, version ")
