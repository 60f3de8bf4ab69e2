"""What docs/serve.md shows is sent to a server; what it and the container file name is there."""

import json
import re
import shlex
import subprocess

import pytest

from policynlp.cli import main
from policynlp.cli.serve import serve
from policynlp.web.server.problems import RequestError
from web.server.conftest import PATIENCE, ROOT
from web.server.library import ROAD, claims_of

PAGE = (ROOT / "docs" / "serve.md").read_text("utf-8")
CONTAINER = (ROOT / "Containerfile").read_text("utf-8")
HOME = "http://127.0.0.1:8000"


def blocks(language):
    found = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.M | re.S)
    assert found, f"no block of {language} in the page"
    return found


CURLS = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("curl")]


@pytest.mark.parametrize(
    ("line", "start", "lines"),
    list(zip(CURLS, ['{"claims": [{"id": "text:', '{"id": "text-1:', "\ufeff论断编号,"], [1, 2, 20], strict=True)),
    ids=["text", "texts", "file"],
)  # fmt: skip
def test_requests_are_answered(server, line, start, lines):
    command = shlex.split(line.replace(HOME, server))

    done = subprocess.run(
        [*command, "--silent", "--fail", "--noproxy", "*"],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=True,
    )  # fmt: skip

    assert done.stdout.startswith(start)
    assert len(done.stdout.splitlines()) >= lines


def test_python_runs(server, capsys):
    for block in blocks("python"):
        exec(compile(block.replace(HOME, server), "serve.md", "exec"), {})

    expected = [(c["indicator"]["text"], c["quantity"]["value"]) for c in claims_of(ROAD)]
    assert capsys.readouterr().out == "".join(f"{name} {value}\n" for name, value in expected)


def test_the_error_is_one_that_is_told():
    (shown,) = map(json.loads, blocks("json"))

    assert shown == RequestError("empty_text", where="body.texts[1]").body()


def test_the_page_names_every_option():
    options = {option for each in serve.params for option in each.opts}

    assert options - {"--model"} == set(re.findall(r"`(--[\w-]+)`", PAGE))


def test_the_container_is_bare_and_runs_the_command():
    orders = dict(line.split(" ", 1) for line in CONTAINER.splitlines() if line[:1].isupper())
    program, *arguments = json.loads(orders["CMD"])
    context = main.make_context(program, arguments, resilient_parsing=True)

    assert int(orders["USER"]) > 1000
    assert "/healthz" in CONTAINER.partition("HEALTHCHECK")[2]
    assert program == "policynlp"
    assert main.get_command(context, arguments[0]).make_parser(context).parse_args(arguments[1:])[0] == {
        "host": "0.0.0.0", "port": "8000",
    }  # fmt: skip
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", CONTAINER, re.M)
    assert all((ROOT / name).exists() for names in copied for name in names.split())
