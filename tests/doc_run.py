"""Run a page: its commands, code and queries in their order, in one folder and one namespace.

``python tests/doc_run.py docs/record.md`` writes what they print into the page's output blocks.
"""

import ast
import contextlib
import io
import json
import os
import shlex
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from doc_blocks import ROOT, Block, commands, read_blocks
from doc_inputs import make_inputs
from policynlp.cli import main

EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
    "optional-dependencies"
]
PROGRAMS = {
    ".",
    ".ci/browser",
    "pip",
    "python",
    "python3",
    "pytest",
    "policynlp",
    "mkdocs",
    "jupyter",
    "curl",
    "docker",
}


class Run:
    """One page on its way; the working folder is where it runs."""

    def __init__(self) -> None:
        self.namespace: dict[str, Any] = {"__name__": "page"}
        self.printed = ""

    def take(self, block: Block) -> None:
        """Do what a block asks."""
        if block.file:
            Path(block.file).write_text(block.text, "utf-8")
        if block.not_run:
            check(block)
        elif block.language == "sh":
            *before, last = commands(block.text)
            printed = [run(words, block) for words in before]
            self.printed = "".join([*printed, run(last, block, block.exit_code)])
        elif block.language == "python":
            with contextlib.redirect_stdout(io.StringIO()) as stdout:
                exec(compile(block.text, "page", "exec"), self.namespace)
            self.printed = stdout.getvalue()
        elif block.language == "sql":
            self.printed = query(block.text)
        elif block.language == "json":
            [json.loads(line) for line in block.text.splitlines()]


def run(words: list[str], block: Block, exit_code: int = 0) -> str:
    """Run a command to its end, policynlp in this process; what it prints, colours left out."""
    assert words[0] in {block.passed_over, "policynlp"} or "policynlp" in words, f"mark it: {words}"
    if words[0] == block.passed_over:
        check_command(words)
        return ""
    if words[0] == "policynlp" and not {"|", ">", "<"} & set(words):
        done = CliRunner().invoke(main, words[1:])
        assert done.exit_code == exit_code, f"{words}: {done.output}{done.exception or ''}"
        return done.stdout
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    line = " ".join(word if word in {"|", ">", "<"} else shlex.quote(word) for word in words)
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", line], env={**os.environ, "PATH": path},
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == exit_code, f"{line}: {done.stderr}"
    return done.stdout


def query(text: str) -> str:
    """Run the queries on the database of the folder; each must give rows."""
    import duckdb

    (database,) = Path().glob("*.duckdb")
    with duckdb.connect(str(database)) as connection:
        found = [connection.sql(part) for part in text.split(";") if part.strip()]
        assert all(relation.fetchall() for relation in found), "a query without rows"
        return "\n".join(str(relation) for relation in found)


def check(block: Block) -> None:
    """Hold a block that is not run to what exists."""
    if block.language == "python":
        ast.parse(block.text)
    if block.language == "sh":
        for words in commands(block.text):
            check_command(words)


def check_command(words: list[str]) -> None:
    """Hold a command to the options, extras and files that exist."""
    while "=" in words[0]:  # a variable of the environment
        words = words[1:]
    assert words[0] in PROGRAMS, words
    if words[0] == "policynlp":
        parse(main, words[1:])
    if words[0] == "pip":
        named = [word.split("[")[1].rstrip("]").split(",") for word in words if "[" in word]
        assert {extra for extras in named for extra in extras} <= set(EXTRAS), words
    if words[0] == "python" and words[1].endswith(".py"):
        assert (ROOT / words[1]).is_file(), words


def parse(command: click.Command, words: list[str]) -> None:
    """Read the words as click does, down to the last command, and run nothing."""
    context = click.Context(command, info_name=command.name)
    _, rest, _ = command.make_parser(context).parse_args(words)
    if isinstance(command, click.Group):
        found = command.get_command(context, rest[0])
        assert found, f"no such command: {rest[0]}"
        parse(found, rest[1:])


def agrees(shown: str, printed: str) -> bool:
    """Tell whether a block shows what was printed; its lines … stand for any number of lines."""
    lines = [line.rstrip() for line in printed.rstrip().split("\n")]
    pieces = ("\n" + shown.rstrip() + "\n").split("\n…\n")
    rest = "\n" + "\n".join(lines) + "\n"
    for i, piece in enumerate(pieces):
        text = "\n".join(line.rstrip() for line in piece.split("\n"))
        at = rest.find(text)
        if at < 0 or (i == 0 and at > 0):
            return False
        rest = rest[at + len(text) - text.endswith("\n") :]
    return (len(pieces) > 1 and shown.rstrip().endswith("…")) or not rest.strip()


def refill(page: Path) -> None:
    """Write what a page's blocks print into its output blocks, those with a line … left alone."""
    text, done = page.read_text("utf-8"), Run()
    outputs: list[tuple[Block, str]] = []
    for block in read_blocks(page):
        if block.is_output:
            outputs.append((block, done.printed))
        done.take(block)
    for block, printed in reversed(outputs):
        if "\n…\n" not in block.text and not block.text.startswith("…\n"):
            lines = "\n".join(line.rstrip() for line in printed.rstrip().split("\n"))
            text = f"{text[: block.start]}{lines}\n{text[block.end :]}"
    page.write_text(text, "utf-8")


if __name__ == "__main__":
    pages = [Path(name).resolve() for name in sys.argv[1:]]
    for page in pages:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            make_inputs(Path())
            refill(page)
