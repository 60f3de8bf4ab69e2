"""The corpus of this repository: free of errors, varied enough, and counted in its README."""

import re
from pathlib import Path

import pytest

from policynlp.corpus import read_corpus, read_source
from policynlp.corpus.check import check_corpus
from policynlp.corpus.markup_reading import parse_markup
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


def test_the_example_of_the_guidelines_is_free_of_errors():
    guidelines = (CORPUS / "GUIDELINES.md").read_text("utf-8")
    example = guidelines.split("```text\n")[1].split("```")[0]

    file = read_source(example, "plan_report/example.txt")

    assert len(file.claims) == 3
    assert [str(finding) for finding in check_corpus([file]).errors] == []


def test_spans_of_the_guidelines_are_written_as_they_say():
    guidelines = (CORPUS / "GUIDELINES.md").read_text("utf-8")
    cells = [
        row.split("|")[column]
        for row in guidelines.split("# What is a span")[1].splitlines()
        if row.startswith("|")
        for column in (1, 2)
    ]
    marked = [span for cell in cells for span in re.findall(r"`(\[[A-Z]{3} .*?\])`", cell)]

    assert len(marked) > 50
    assert [span for span in marked if parse_markup(span).problems] == []
