"""The server under load, on loopback: nothing lost or wrong, memory steady, overload told.

``python benchmarks/serve.py``: 200 callers at once, each with a text of 2,000 characters; every
answer is compared with what the library says of its text. Then the same against a server that
takes 8 at a time: those sent away come again when they are told to.
"""

import argparse
import asyncio
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from httpx2 import AsyncClient, Limits

from policynlp.engines import Options, extract_files
from policynlp.schema import Document

SAMPLE = Path(__file__).parent.parent / "examples" / "plan_report_2031.txt"
LENGTH = 2000
LONGEST = 600  # seconds for all


def texts(count: int) -> list[str]:
    """Give as many different texts: the sample, turned round a line further each time."""
    lines = SAMPLE.read_text("utf-8").splitlines(keepends=True)
    turned = ("".join(lines[n % len(lines) :] + lines[: n % len(lines)]) for n in range(count))
    return [text[:LENGTH] for text in turned]


def expected(given: list[str], model: str) -> dict[str, list[dict]]:
    """Give what the library says of each text."""
    distinct = dict.fromkeys(given)
    results = extract_files([Document(text, text) for text in distinct], Options(model))
    found: dict[str, list[dict]] = {text: [] for text in distinct}
    for result in results:
        found[result.source] += [tidy(claim.to_dict()) for claim in result.claims]
    return found


def tidy(claim: dict) -> dict:
    """Leave out what the document is called."""
    return json.loads(json.dumps({k: v for k, v in claim.items() if k not in ("id", "doc_id")}))


@contextmanager
def server(model: str, *options: str) -> Iterator[tuple[str, psutil.Process]]:
    """Start the command; give its address and its process."""
    command = [sys.executable, "-m", "policynlp", "serve", "--port", "0", "--model", model]
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True) as process:
        found = re.search(r"http://\S+", process.stderr.readline())
        drain = asyncio.get_running_loop().run_in_executor(None, process.stderr.read)
        yield found[0], psutil.Process(process.pid)
        process.terminate()
        process.wait()
        drain.cancel()


def memory(process: psutil.Process) -> str:
    """Give the megabytes of the server and of its workers."""
    sizes = [p.memory_info().rss / 1e6 for p in (process, *process.children(recursive=True))]
    return " + ".join(f"{size:.0f}" for size in sizes if size > 20)


async def ask(caller: AsyncClient, text: str, seen: Counter) -> list[dict]:
    """Send a text until it is answered; wait as long as the server says."""
    while True:
        response = await caller.post("/v1/claims", json={"text": text})
        seen[response.status_code] += 1
        if response.status_code == 200:
            return [tidy(claim) for claim in response.json()["claims"]]
        assert response.json()["error"]["code"] == "busy", response.text
        await asyncio.sleep(float(response.headers["retry-after"]))


async def watch(caller: AsyncClient, waits: list[float]) -> None:
    """Ask for the server's health again and again, and note how long it took to say."""
    while True:
        begun = time.perf_counter()
        await caller.get("/healthz")
        waits.append(time.perf_counter() - begun)
        await asyncio.sleep(0.1)


async def load(address: str, given: list[str], right: dict[str, list[dict]]) -> Counter:
    """Send all texts at once; print how it went."""
    seen, waits, begun = Counter(), [], time.perf_counter()
    limits = Limits(max_connections=len(given) + 5)
    async with AsyncClient(base_url=address, timeout=LONGEST, limits=limits) as caller:
        watcher = asyncio.create_task(watch(caller, waits))
        answers = await asyncio.gather(*(ask(caller, text, seen) for text in given))
        watcher.cancel()
    seconds = time.perf_counter() - begun
    wrong = sum(answer != right[text] for text, answer in zip(given, answers, strict=True))
    slowest = sorted(waits)[int(len(waits) * 0.95)] * 1000
    print(f"{len(answers)} answered, {wrong} wrong, {dict(seen)}, {seconds:.1f} s")
    print(f"{sum(map(len, answers))} claims; health told within {slowest:.0f} ms (95 of 100 times)")
    assert wrong == 0
    return seen


async def main(count: int, model: str, rounds: int) -> None:
    """Run both loads."""
    given = texts(count)
    right = expected(given, model)
    print(f"model {model}; a queue for all:")
    with server(model, "--workers", "2", "--queue", str(count), "--timeout", "600") as (
        at,
        process,
    ):
        await load(at, given[:10], right)
        for _ in range(rounds):
            before = memory(process)
            await load(at, given, right)
            print(f"MB before {before}, after {memory(process)}")
    print("a queue for 8:")
    with server(model, "--workers", "2", "--queue", "8", "--timeout", "600") as (at, _):
        seen = await load(at, given, right)
        assert seen[503] > 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default="rules")
    given_arguments = parser.parse_args()
    asyncio.run(
        asyncio.wait_for(
            main(given_arguments.count, given_arguments.model, given_arguments.rounds), 3600
        )
    )
