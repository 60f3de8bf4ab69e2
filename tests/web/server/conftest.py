"""One application in this process and one server in its own, both of the rules alone."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from policynlp.web.server import Settings, create_app

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "examples" / "plan_report_2031.txt"
PATIENCE = 300  # seconds, for a machine that is busy
SMALL = Settings(
    model="rules", workers=1, timeout=PATIENCE, max_mb=1, max_chars=20_000, max_texts=5
)


@pytest.fixture(scope="session")
def client():
    with TestClient(create_app(SMALL)) as caller:
        yield caller


@pytest.fixture(scope="session")
def server():
    """The address of a server as the command starts it."""
    command = ["serve", "--port", "0", "--model", "rules", "--workers", "2", "--queue", "32"]
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "policynlp", *command, "--timeout", str(PATIENCE)],
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        line = process.stderr.readline()
        found = re.search(r"listening on (http://\S+)", line)
        assert found, line + process.stderr.read()
        yield found[1]
        process.terminate()
        log = process.stderr.read()
    assert process.returncode == 0
    assert [line for line in log.splitlines() if " INFO " not in line] == []
