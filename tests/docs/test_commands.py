"""The pages of the commands name each command and each of its options, in both languages."""

import re

import click
import pytest

from doc_blocks import ROOT
from policynlp.cli import main


def walk(command, name):
    if isinstance(command, click.Group):
        context = click.Context(command)
        for part in command.list_commands(context):
            yield from walk(command.get_command(context, part), f"{name} {part}")
    else:
        yield name, command


COMMANDS = dict(walk(main, "policynlp"))
PAGES = {
    name: (ROOT / "docs" / name).read_text("utf-8") for name in ("commands.md", "commands.zh.md")
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_page_names_every_option(name, page):
    sections = re.split(r"^## ", PAGES[page], flags=re.M)[1:]
    (section,) = (text for text in sections if text.split("\n", 1)[0] == name)
    options = [param for param in COMMANDS[name].params if isinstance(param, click.Option)]

    named = set(re.findall(r"`(--?[a-z-]+)`", section))

    assert {opt for param in options for opt in param.opts} == named


def test_pages_have_the_same_commands():
    heads = [re.findall(r"^## (policynlp .+)$", text, re.M) for text in PAGES.values()]

    assert heads[0] == heads[1]
    assert set(COMMANDS) <= set(heads[0])
