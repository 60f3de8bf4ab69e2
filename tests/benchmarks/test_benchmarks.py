"""Each benchmark prints its table, and says what is missing; no figure of time is looked at."""

import itertools
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from policynlp.schema import LABELS
from tiny_tagger import SIZES

FIGURE = re.compile(r"\*{0,2}(\d\.\d{3}|–)\*{0,2}")
VIEW = Path(__file__).parent.parent.parent / "benchmarks" / "view.py"
SPEED = re.compile(r"[\d,]+ characters/s")


def tables(rows):
    """Part the rows at empty lines; leave out the line below each head."""
    parts = [list(some) for empty, some in itertools.groupby(rows, key=lambda r: r == [""]) if not empty]  # fmt: skip
    assert all(set(part[1]) == {"---"} for part in parts)
    return [[part[0], *part[2:]] for part in parts]


def test_ablation_prints_three_tables(run, gold, tagged_folder):
    systems, precedence, differences = tables(run("ablation", gold, "--model", tagged_folder))
    assert systems[0] == ["F1", "rules", "model", "rules + model"]
    assert [row[0] for row in systems[1 : len(LABELS) + 1]] == list(LABELS)
    assert dict(zip(systems[0], systems[list(LABELS).index("QUANTITY") + 1], strict=True)) == {
        "F1": "QUANTITY", "rules": "**1.000**", "model": "0.000", "rules + model": "**1.000**",
    }  # fmt: skip
    assert [row[0] for row in systems[len(LABELS) + 1 :]] == [
        "UNIT", "entities, micro", "entities without UNIT, micro",
        "claims strict", "claims relaxed", "trends",
    ]  # fmt: skip
    assert [row[2] for row in systems[-3:]] == ["–"] * 3
    for table in (precedence, differences):
        assert [row[0] for row in table] == ["label", *LABELS]
    assert all(FIGURE.fullmatch(cell) for row in precedence[1:] for cell in row[1:])
    assert differences[list(LABELS).index("QUANTITY") + 1][:3] == ["QUANTITY", "9", "9"]


def test_ablation_needs_a_tagger(run, gold):
    with pytest.raises(SystemExit, match="the pipeline has no learned tagger; name another"):
        run("ablation", gold, "--model", "rules")


def test_confidence_prints_how_many_of_each_bin_are_right(run, gold, tagged_folder):
    claims, spans = tables(run("confidence", gold, "--model", tagged_folder))
    assert claims[0] == ["confidence", "claims", "right"]
    assert spans[0] == ["confidence", "spans", "right"]
    right = sum(float(share) * int(count) for _, count, share in claims[1:])
    assert right == pytest.approx(2, abs=0.01)  # gold has two of the claims
    (only,) = tables(run("confidence", gold, "--model", "rules"))
    assert only == claims


def test_confidence_fits_its_shares(run, gold, tmp_path):
    path = tmp_path / "shares.tsv"
    assert run("confidence", gold, "--model", "rules", "--fit", path) == []
    head, *rows = path.read_text("utf-8").splitlines()
    assert head.split("\t") == ["id", "forms", "share", "claims", "note"]
    assert [row.split("\t")[2:4] for row in rows] == [["0.273", "9"]]  # (2 + 1) of (9 + 2)


def test_segmenter_counts_crossed_spans_and_times_tokens(run, gold):
    (table,) = tables(run("segmenter", gold))
    assert table[0] == ["over 39 spans", "result"]
    assert table[1][0] == "spans crossed: words alone"
    assert table[2] == ["spans crossed: after alignment", "0"]
    assert [row[0] for row in table[3:]] == [
        "char, tokens alone", "char, whole pipeline", "pkuseg, tokens alone", "pkuseg, whole pipeline",
    ]  # fmt: skip
    assert all(SPEED.fullmatch(row[1]) for row in table[3:])


@pytest.mark.slow
def test_learning_prints_a_row_for_each_base_and_part(run, corpus, base, gold):
    given = ("--base", f"tiny={base}", "--fractions", "50,100", "--epochs", 1, "--gold", gold)
    (table,) = tables(run("learning", "--corpus", corpus, *given))
    assert table[0] == [
        "base", "part", "documents", "sentences", "epochs",
        "test micro", "test INDICATOR", "gold micro", "gold INDICATOR", "minutes",
    ]  # fmt: skip
    assert [row[:5] for row in table[1:]] == [
        [name, *part]
        for name in ("no pre-training", "tiny")
        for part in (["50%", "2", "12", "2"], ["100%", "4", "21", "1"])
    ]
    assert all(FIGURE.fullmatch(cell) for row in table[1:] for cell in row[5:9])


@pytest.mark.slow
def test_encoders_prints_a_row_for_each_shape(run, script, corpus, monkeypatch):
    encoders = script("encoders")
    shapes = {"tiny": encoders.Shape(SIZES), "one layer": encoders.Shape({**SIZES, "dilations": (1,)})}  # fmt: skip
    monkeypatch.setattr(encoders, "SHAPES", shapes)
    (table,) = tables(run("encoders", "--corpus", corpus, "--shapes", "tiny,layer", "--epochs", 1))
    assert table[0][:4] == ["encoder", "parameters", "MB", "characters/s"]
    assert [row[0] for row in table[1:]] == ["tiny", "one layer"]
    sizes = [int(row[1].replace(",", "")) for row in table[1:]]
    assert sizes[0] > sizes[1]
    assert all(FIGURE.fullmatch(cell) for row in table[1:] for cell in row[4:])


def test_speed_prints_what_each_run_took(run, script, tmp_path, monkeypatch):
    speed = script("speed")
    for name in ("REPORT_MEGABYTES", "MEGABYTES"):
        monkeypatch.setattr(speed, name, (0.001, 0.002) if name == "MEGABYTES" else 0.001)
    costs = (speed.Cost(seconds, 70) for seconds in itertools.count(1))
    monkeypatch.setattr(speed, "extract", lambda source, model: next(costs))
    report = tmp_path / "report.txt"
    report.write_text("全市公路里程超过9万公里，比上年增长3.2%。" * 20, "utf-8")
    (table,) = tables(run("speed", report))
    assert table == [
        ["rules, threads: 1", "result"],
        ["start, to the first claim of one sentence", "1.00 s"],
        ["1 reports, 460 characters", "153 characters/s"],  # in 4 seconds, of which 1 to start
        ["peak memory over them", "70 MB"],
        ["one file of 0.001 MB", "115 characters/s, 5.0 s, 70 MB"],
        ["one file of 0.002 MB", "184 characters/s, 6.0 s, 70 MB"],
    ]


def test_speed_tells_what_a_process_took_and_whether_it_failed(script, tmp_path, monkeypatch):
    python = tmp_path / "python"  # in place of the command, which loads for seconds
    python.write_text('#!/bin/sh\n[ "$5" = rules ] && sleep 0.2\n', "utf-8")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    cost = script("speed").extract(tmp_path / "report.txt", "rules")
    assert cost.seconds >= 0.2
    assert 0 < cost.peak_mb < 2000
    with pytest.raises(SystemExit, match=r"^failed: .* -m policynlp extract --model none_such "):
        script("speed").extract(tmp_path / "report.txt", "none_such")


@pytest.mark.slow
def test_view_prints_a_time_for_each_screen():
    # in a process of its own: one process drives one browser, and the tests of the page hold theirs
    command = [sys.executable, VIEW, "--characters", "900", "--times", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    size, empty, head, line, *rows = done.stdout.splitlines()
    assert re.fullmatch(r"900 characters, 0\.\d MB", size)
    assert (empty, head, line) == ("", "| ms, median of 1 | wide | narrow |", "|---|---|---|")
    assert [re.sub(r"\d+", "N", row) for row in rows] == [
        "| from opening it to its use | N | N |",
        "| a search in the table | N | N |",
        "| to the sentence of a claim | N | N |",
    ]


@pytest.fixture
def page(tmp_path):
    """The folder of a page, with the lines of its report."""
    text = "<p>增长5%，比上年快。</p><p>下降2%，比上年慢。</p><p>打印</p>"
    page = f"<html><head><title>统计公报</title></head><body>{text}</body></html>"
    (tmp_path / "one.html").write_text(page, "utf-8")
    lines = "统计公报\n增长 5%，比上年快。\n~来源：省统计局\n下降2%，比上年慢。\n完。\n"
    (tmp_path / "one.txt").write_text(lines, "utf-8")
    return tmp_path


def test_web_pages_counts_lines(run, page, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    *rows, _, name, lost = run("web_pages", page, "--show")
    (table,) = tables(rows)
    assert table == [
        ["page", "policynlp: kept", "policynlp: lost", "policynlp: more"],
        ["one", "3", "1", "0"],
        ["all", "3", "1", "0"],
    ]
    assert (name, lost) == (["one, policynlp"], ["- 完。"])


def test_web_pages_holds_trafilatura_against_the_same_lines(run, page, monkeypatch):
    found = {
        True: "<html><body><p>来源：省统计局</p><p>下降2%，比上年慢。</p><p>首页的话。</p></body></html>",
        False: None,
    }
    monkeypatch.setitem(
        sys.modules,
        "trafilatura",
        SimpleNamespace(extract=lambda source, *, favor_recall, **options: found[favor_recall]),
    )
    settings = SimpleNamespace(use_config=lambda: SimpleNamespace(set=lambda *option: None))
    monkeypatch.setitem(sys.modules, "trafilatura.settings", settings)
    (table,) = tables(run("web_pages", page))
    assert [row[4:] for row in table[1:]] == [["1", "3", "0", "2", "2", "1"]] * 2  # title by both
    assert table[0][4:] == [
        f"{name}: {what}"
        for name in ("trafilatura", "trafilatura, recall")
        for what in ("kept", "lost", "more")
    ]


def test_web_pages_keeps_every_line_of_the_layouts(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (table,) = tables(run("web_pages"))
    assert len(table) >= 17
    assert all(row[2:] == ["0", "0"] for row in table[1:])


def test_web_pages_needs_the_lines_of_each_page(run, page, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (page / "one.txt").unlink()
    with pytest.raises(SystemExit, match=r"^web_pages: .*No such file or directory: .*one\.txt"):
        run("web_pages", page)


@pytest.mark.parametrize(
    ("name", "arguments", "reason"),
    [
        ("ablation", ["{none}"], "ablation: {none}: No such file or directory"),
        ("confidence", ["{none}"], "confidence: {none}: No such file or directory"),
        ("segmenter", ["{none}"], "segmenter: {none}: No such file or directory"),
        ("speed", ["{none}"], "speed: no such file: {none}"),
        ("view", ["{none}"], "view: no such file: {none}"),
        ("web_pages", ["{none}"], "web_pages: no pages NAME.html in {none}"),
        ("learning", ["--corpus", "{none}"], "learning: {none}: no such file or folder"),
        ("encoders", ["--corpus", "{none}"], "encoders: {none}: no such file or folder"),
        (
            "learning",
            ["--corpus", "{none}", "--base", "{none}"],
            "learning: --base {none}: write NAME=DIR",
        ),
    ],
)
def test_what_is_missing_is_named(run, tmp_path, name, arguments, reason):
    none = str(tmp_path / "none.jsonl")
    with pytest.raises(SystemExit) as told:
        run(name, *(argument.format(none=none) for argument in arguments))
    assert str(told.value).startswith(reason.format(none=none))
