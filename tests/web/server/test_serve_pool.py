"""Workers that are late, die or fail; and more requests than there may be."""

import asyncio
import logging
from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest
from httpx2 import ASGITransport, AsyncClient

from policynlp.errors import ModelError
from policynlp.web.server import Settings, create_app, desk, worker
from web.server.apart import run_apart
from web.server.stubs import serve_stub

LINES = {"Accept": "application/x-ndjson"}
PATIENCE = 120


@pytest.fixture(autouse=True)
def stubs(monkeypatch):
    monkeypatch.setattr(desk, "serve_jobs", serve_stub)


@asynccontextmanager
async def started(**settings):
    app = create_app(Settings(**{"workers": 1, "timeout": PATIENCE} | settings))
    transport = ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        AsyncClient(transport=transport, base_url="http://here", timeout=PATIENCE) as caller,
    ):
        yield app, caller


async def order(caller, text, **headers):
    response = await caller.post("/v1/claims", json={"text": text}, headers=headers)
    code = response.json()["error"]["code"] if response.status_code != 200 else ""
    return response.status_code, code, response


def run(coroutine):
    return run_apart(asyncio.wait_for(coroutine, PATIENCE))


@pytest.mark.parametrize(
    ("text", "seconds", "code"), [("die", PATIENCE, "crashed"), ("sleep 999", 2, "time_limit")]
)
def test_a_worker_that_is_late_or_dies_is_replaced(text, seconds, code):
    async def check():
        async with started(timeout=seconds) as (app, caller):
            first, *_ = app.state.pool.desks
            answers = [(await order(caller, text))[:2]]
            app.state.settings = Settings(timeout=PATIENCE)
            app.state.pool.settings = app.state.settings
            answers.append((await order(caller, "say"))[:2])
            counts = (await caller.get("/metrics")).text
            return answers, first.process, app.state.pool.desks, counts

    answers, gone, left, counts = run(check())

    assert answers == [(422, code), (200, "")]
    assert "policynlp_workers_replaced 1.0" in counts.splitlines()
    assert left == set() or gone not in [desk.process for desk in left]


def test_a_worker_that_died_idle_costs_no_request():
    async def check():
        async with started() as (app, caller):
            (only,) = app.state.pool.desks
            only.process.kill()
            only.process.join()
            health = (await caller.get("/healthz")).status_code
            return health, (await order(caller, "say"))[:2]

    assert run(check()) == (503, (200, ""))


def test_lines_that_break_off_say_why():
    async def check():
        async with started() as (_, caller):
            return (await order(caller, "half", **LINES))[2].text.splitlines()

    first, last = run(check())
    assert first == '{"id": 1}'
    assert '"code": "crashed"' in last


def test_a_failure_is_ours_and_its_message_stays_here(caplog):
    caplog.set_level(logging.INFO)

    async def check():
        async with started() as (_, caller):
            whole = (await order(caller, "fail 秘密"))[2]
            lines = (await order(caller, "fail 秘密", **LINES))[2]
            return whole, lines

    for response in run(check()):
        assert (response.status_code, response.json()["error"]["code"]) == (500, "internal")
        assert "秘密" not in response.text
    logged = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert logged == ["a worker failed: a.py:7 KeyError"] * 2
    assert "秘密" not in caplog.text


def test_one_request_too_many_is_told_when_to_come_again():
    async def check():
        async with started(queue=2) as (_, caller):
            orders = [order(caller, f"sleep {seconds}") for seconds in (3, 0)]
            tasks = [asyncio.create_task(each) for each in orders]
            await asyncio.sleep(1)
            third = (await order(caller, "say"))[2]
            others = await caller.get("/healthz"), await caller.get("/")
            answers = [(await task)[0] for task in tasks]
            later = (await order(caller, "say"))[0]
            return third, [other.status_code for other in others], answers, later

    third, others, answers, later = run(check())

    assert (third.status_code, third.json()["error"]["code"]) == (503, "busy")
    assert third.json()["error"]["message"] == "2 requests are at work, which is all there may be"
    assert 1 <= int(third.headers["retry-after"]) <= 60
    assert (others, answers, later) == ([200, 200], [200, 200], 200)


def test_work_is_shared_and_nothing_is_mixed_up():
    async def check():
        async with started(workers=2, queue=40) as (_, caller):
            orders = [order(caller, f"say {number}", **LINES) for number in range(40)]
            return [(await each)[2].text.split() for each in map(asyncio.create_task, orders)]

    answers = run(check())

    assert [number for _, number, _ in answers] == [str(number) for number in range(40)]
    assert len({process for *_, process in answers}) == 2


@pytest.mark.parametrize(
    ("model", "message"),
    [("broken", "no such model"), ("dead", "a worker stopped while it loaded its model")],
)
def test_a_server_without_its_model_does_not_start(model, message):
    async def check():
        async with started(model=model):
            pass

    with pytest.raises(ModelError, match=message):
        run(check())


def test_workers_end_with_the_server():
    async def check():
        async with started(workers=2) as (app, caller):
            desks = list(app.state.pool.desks)
            task = asyncio.create_task(order(caller, "sleep 999"))
            await asyncio.sleep(0.5)
        task.cancel()
        return desks

    assert [desk.process.exitcode for desk in run(check())] == [-9, -9]


@pytest.mark.parametrize(("workers", "threads"), [(1, 8), (3, 2), (20, 1)])
def test_workers_share_the_cores(monkeypatch, workers, threads):
    told, sent = [], []

    def load(options, threads):
        told.append(threads)
        raise ModelError("no model")

    monkeypatch.setattr(worker, "Worker", load)
    monkeypatch.setattr(worker, "usable_cores", lambda: 8)
    monkeypatch.setattr(worker.signal, "signal", lambda *told: None)
    worker.serve_jobs(SimpleNamespace(send=sent.append), Settings(workers=workers))
    assert (told, sent) == ([threads], ["no model"])
