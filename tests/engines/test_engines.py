import gc
import sys
from concurrent import futures
from concurrent.futures import Future
from dataclasses import dataclass, field
from types import ModuleType

import pytest

from policynlp import engines
from policynlp.engines import Options, Result, extract_files, gather
from policynlp.engines.tasks import Task
from policynlp.engines.worker import Worker
from policynlp.errors import ModelError
from policynlp.schema import Claim, Document, Indicator


@dataclass
class Piece:
    ents: list = field(default_factory=list)
    records: list = field(default_factory=list)
    about: dict = field(default_factory=dict)


def make_claim(document, number, kind="level", modality="actual"):
    return Claim(
        f"{document.doc_id}:{number:05}",
        document.doc_id,
        kind,
        None,
        modality,
        False,
        Indicator("里程"),
    )


def read_lines(nlp, document):
    """One piece a line, one claim a word: its letter says the kind."""
    number = 0
    for line in document.text.splitlines():
        piece = Piece()
        for word in line.split():
            if word == "bug":
                raise KeyError(word)
            kind, _, modality = word.partition("/")
            piece.ents.append({"start": 0, "end": 1, "label": "TIME", "text": word})
            claim = make_claim(document, number, kind, modality or "actual")
            piece.records.append(claim.to_dict())
            number += 1
        yield piece


@pytest.fixture
def pipeline(monkeypatch):
    stub = ModuleType("policynlp.pipeline")
    stub.load = lambda model, report_year=None: (model, report_year)
    stub.limit_threads = lambda nlp, threads: None
    stub.read_document = read_lines
    monkeypatch.setitem(sys.modules, "policynlp.pipeline", stub)
    monkeypatch.setattr("policynlp.saved.read_saved", lambda folder: None)  # spaCy must make it
    return stub


def ids(results):
    return [claim.id for result in results for claim in result.claims]


def test_a_document_comes_in_pieces_and_only_the_first_opens_it(pipeline):
    document = Document("a", "level\n\ntrend level")

    results = list(extract_files([document]))

    assert [(r.source, r.document, len(r.ents), len(r.claims), r.error) for r in results] == [
        ("a", document, 1, 1, None), ("a", None, 0, 0, None), ("a", None, 2, 2, None),
    ]  # fmt: skip


def test_an_empty_document_is_a_document(pipeline):
    assert list(extract_files([Document("a", "")])) == [Result("a", Document("a", ""))]


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (Options(), ["a:00000", "a:00001", "a:00002"]),
        (Options(kinds=frozenset({"level"})), ["a:00000", "a:00001"]),
        (Options(modalities=frozenset({"target"})), ["a:00001", "a:00002"]),
        (Options(kinds=frozenset({"level"}), modalities=frozenset({"target"})), ["a:00001"]),
        (Options(kinds=frozenset({"change"})), []),
    ],
)
def test_claims_are_kept_as_asked_with_the_ids_they_have(pipeline, options, kept):
    assert ids(extract_files([Document("a", "level level/target\ntrend/target")], options)) == kept


def test_options_reach_the_pipeline(pipeline):
    assert Worker(Options("some/model", 2031)).nlp == ("some/model", 2031)


def test_options_may_change_between_documents():
    worker = Worker(Options("rules", entities=False))
    task = Task(Document("a", "全市公路里程超过9万公里。"), "a")

    (alone,) = worker.work(task)
    worker.options = Options("rules")
    (whole,) = worker.work(task)

    assert (alone.ents, alone.records) == ([], whole.records)
    assert [(ent["label"], ent["text"]) for ent in whole.ents] == [
        ("REGION", "全市"),
        ("INDICATOR", "公路里程"),
        ("QUANTITY", "超过9万公里"),
        ("UNIT", "公里"),
    ]


def test_a_source_that_fails_gives_its_error_and_the_rest_go_on(pipeline, tmp_path):
    sources = [tmp_path / "none.txt", Document("b", "level")]

    results = list(extract_files(sources))

    assert [(r.source, bool(r.error)) for r in results] == [(str(sources[0]), True), ("b", False)]


def test_a_report_that_breaks_a_rule_is_named_with_the_place(pipeline):
    results = list(extract_files([Document("a", "level\nbug\nlevel"), Document("b", "level")]))

    assert [(r.source, len(r.claims)) for r in results] == [("a", 1), ("a", 0), ("b", 1)]
    assert results[1].error.startswith("a: internal error at test_engines.py:")
    assert "KeyError('bug')" in results[1].error


def test_a_model_that_cannot_be_loaded_is_no_fault_of_the_source(pipeline):
    def fail(model, report_year=None):
        raise ModelError(model)

    pipeline.load = fail

    with pytest.raises(ModelError):
        list(extract_files([Document("a", "level")]))


def test_gather_puts_the_pieces_together_and_leaves_out_what_failed(pipeline):
    sources = [Document("a", "level\nlevel"), Document("b", "level\nbug"), Document("c", "", {"title": "公报"}),
               Document("d", "bug"), Document("e", "trend")]  # fmt: skip

    documents = list(gather(extract_files(sources)))

    assert [(d["doc_id"], d["meta"], len(d["ents"]), [c["id"] for c in d["claims"]]) for d in documents] == [
        ("a", {}, 2, ["a:00000", "a:00001"]), ("c", {"title": "公报"}, 0, []), ("e", {}, 1, ["e:00000"]),
    ]  # fmt: skip


def test_gather_keeps_the_document_before_one_that_cannot_be_read():
    opened = Result("a.txt", Document("a", "全市"))

    assert [d["doc_id"] for d in gather([opened, Result("b.txt", error="empty")])] == ["a"]


def test_gather_tells_two_documents_of_one_source_apart():
    results = [Result("a.txt", Document("a-1", "全市")), Result("a.txt", Document("a-2", "全省"))]

    assert [d["doc_id"] for d in gather(results)] == ["a-1", "a-2"]


def test_files_of_one_name_are_told_apart_by_their_folders(pipeline, tmp_path):
    paths = [tmp_path / "东" / "report.txt", tmp_path / "西" / "report.txt", tmp_path / "other.txt"]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_text("level 全市", "utf-8")

    assert ids(extract_files(paths))[::2] == ["东/report:00000", "西/report:00000", "other:00000"]


def test_entities_are_left_out_where_nobody_asks_for_them(pipeline):
    results = list(extract_files([Document("a", "level\ntrend")], Options(entities=False)))

    assert [(len(r.ents), len(r.claims)) for r in results] == [(0, 1), (0, 1)]


@pytest.mark.parametrize("collects", [True, False])
def test_the_garbage_collector_rests_during_a_piece_only(pipeline, monkeypatch, collects):
    resting = []

    def read(nlp, document):
        resting.append(not gc.isenabled())
        yield from read_lines(nlp, document)

    monkeypatch.setattr(pipeline, "read_document", read)
    was = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        states = [gc.isenabled() for _ in extract_files([Document("a", "level\nbug")])]
    finally:
        (gc.enable if was else gc.disable)()

    assert (resting, states) == ([True], [collects, collects])


class Pool:
    """Runs what it is given in this process."""

    def __init__(self, jobs, context, initializer, initargs):
        initializer(*initargs)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        engines._workers.clear()

    def submit(self, work, task):
        done = Future()
        done.set_result(work(task))
        return done

    def shutdown(self, **how):
        pass


@pytest.mark.parametrize(("jobs", "threads"), [(2, 4), (3, 2), (8, 1), (20, 1)])
def test_processes_share_the_cores(pipeline, monkeypatch, jobs, threads):
    told = []
    monkeypatch.setattr(pipeline, "limit_threads", lambda nlp, threads: told.append(threads))
    monkeypatch.setattr(futures, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(engines, "usable_cores", lambda: 8)
    sources = [Document(f"{number}", "level") for number in range(20)]

    results = list(extract_files(sources, jobs=jobs))

    assert [len(result.claims) for result in results] == [1] * 20
    assert told == [threads]
