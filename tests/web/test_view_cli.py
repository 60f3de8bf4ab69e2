import json
import re

import pytest
from click.testing import CliRunner

from policynlp.cli import main
from web.sample import sample

TEXT = "2031年政府工作报告\n2030年，全市公路里程达到9万公里，比上年增长3.2%。\n"
DATA = re.compile(r'id="policynlp-data">(.*?)</script>', re.DOTALL)


def run(*arguments):
    return CliRunner().invoke(main, ["view", *map(str, arguments)])


def documents(path):
    return json.loads(DATA.search(path.read_text("utf-8"))[1])["documents"]


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def annotated(tmp_path):
    path = tmp_path / "docs.jsonl"
    path.write_text(json.dumps(sample()) + "\n", "utf-8")
    return path


def test_a_report_becomes_a_page(report, tmp_path):
    page = tmp_path / "report.html"
    done = run(report, "-o", page, "--model", "rules", "--lang", "en", "--title", "A report")

    assert (done.exit_code, done.output) == (0, f"{page}: 1 documents\n")
    (document,) = documents(page)
    assert (document["id"], document["text"]) == ("report", TEXT)
    assert [claim["kind"] for claim in document["claims"]] == ["level", "change"]
    assert "<title>A report</title>" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "count"),
    [((), 7), (("--kind", "trend"), 1), (("--modality", "target"), 4), (("--kind", "level", "--modality", "target"), 0)],
)  # fmt: skip
def test_annotated_documents_are_shown_as_they_are(annotated, tmp_path, options, count):
    page = tmp_path / "page.html"
    done = run(annotated, "-o", page, "--annotated", *options)

    assert done.exit_code == 0
    assert len(documents(page)[0]["claims"]) == count
    assert len(documents(page)[0]["ents"]) == len(sample()["ents"])


def test_what_fails_is_named_and_the_rest_is_shown(report, annotated, tmp_path):
    page = tmp_path / "page.html"
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{", "utf-8")
    done = run(bad, annotated, "-o", page, "--annotated")

    assert done.exit_code == 1
    assert done.output.startswith(f"policynlp: {bad}")
    assert "Traceback" not in done.output
    assert [document["id"] for document in documents(page)] == ["sample"]


def test_no_page_of_nothing(tmp_path):
    page = tmp_path / "page.html"
    done = run(tmp_path / "none.txt", "-o", page, "--model", "rules")

    assert (done.exit_code, page.exists()) == (1, False)


@pytest.mark.parametrize("arguments", [(), ("-o", "missing/folder/page.html"), ("--lang", "fr")])
def test_wrong_usage_is_told(annotated, tmp_path, arguments):
    done = run(
        annotated,
        "--annotated",
        *(("-o", tmp_path / "x.html") if "--lang" in arguments else ()),
        *arguments,
    )

    assert done.exit_code == 2
    assert "Traceback" not in done.output
