"""The command: what it refuses, how it starts and ends, and twenty callers at a time."""

import builtins
import json
import socket
from concurrent.futures import ThreadPoolExecutor
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from policynlp.cli import main
from web.server.conftest import PATIENCE, SAMPLE
from web.server.library import claims_of


def serve(*arguments):
    return CliRunner().invoke(main, ["serve", *arguments])


def test_help_names_every_option():
    words = serve("--help").output.split()

    options = ("host", "port", "model", "workers", "queue", "max-mb", "max-chars", "max-texts", "timeout")  # fmt: skip
    assert {f"--{name}" for name in (*options, "api-key-file")} <= set(words)
    assert "127.0.0.1;" in words or "127.0.0.1]" in words


@pytest.mark.parametrize("library", ["fastapi", "uvicorn", "prometheus_client"])
def test_a_missing_library_names_the_extra(monkeypatch, library):
    real = builtins.__import__

    def refuse(name, *rest):
        if name.split(".")[0] == library:
            raise ModuleNotFoundError(name=library)
        return real(name, *rest)

    monkeypatch.setattr("policynlp.web.server.import_module", refuse)
    done = serve()

    assert done.exit_code == 1
    assert f'need {library}: pip install "policynlp[web]"' in done.output


@pytest.mark.parametrize(
    ("data", "message"),
    [(None, "cannot read the key"), (b" \n", "the file is empty"), (b"\xff\xfe", "cannot read the key")],
    ids=["missing", "empty", "binary"],
)  # fmt: skip
def test_a_bad_key_file(tmp_path, data, message):
    path = tmp_path / "key"
    if data is not None:
        path.write_bytes(data)

    done = serve("--api-key-file", str(path))

    assert (done.exit_code, message in done.output) == (2, True)


@pytest.mark.parametrize("host", ["127.0.0.1", "no such host"])
def test_a_place_where_it_cannot_listen(host):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = serve("--host", host, "--port", str(taken.getsockname()[1]))

    assert done.exit_code == 1
    assert "choose others with --host and --port" in done.output


def ask(server, body):
    request = Request(
        f"{server}/v1/claims", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urlopen(request, timeout=PATIENCE) as response:
        return json.load(response)["claims"]


def test_twenty_callers_get_what_the_library_says(server):
    text = SAMPLE.read_text("utf-8")
    parts = [text[start : start + 500] for start in range(0, 1600, 80)]

    with ThreadPoolExecutor(len(parts)) as callers:
        found = list(callers.map(lambda part: ask(server, {"text": part}), parts))

    assert found == [claims_of(part) for part in parts]
    assert sum(map(len, found)) > 100
