"""The corpus of this repository: free of errors, varied enough, and counted in its README."""

from pathlib import Path

import pytest

from policynlp.corpus import read_corpus
from policynlp.corpus.check import check_corpus
from policynlp.corpus.stats import RARE_INDICATORS, SINGLE_SHINGLES, count_corpus

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def files():
    return list(read_corpus([CORPUS]))


@pytest.mark.slow
def test_it_has_no_errors(files):
    assert [str(finding) for finding in check_corpus(files).errors] == []


@pytest.mark.slow
def test_it_is_varied_and_its_counts_stand_in_the_readme(files):
    stats = count_corpus(files)

    assert stats.single_shingles >= SINGLE_SHINGLES
    assert stats.rare_indicators >= RARE_INDICATORS
    readme = (CORPUS / "README.md").read_text("utf-8")
    table = "".join(f"{line}\n" for line in stats.lines())
    assert table in readme, "run 'policynlp corpus stats corpus' and put its table into the README"
