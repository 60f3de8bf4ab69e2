"""What the config of a saved pipeline says, read without spaCy, whose import takes a second."""

import json
from collections.abc import Mapping
from configparser import ConfigParser
from configparser import Error as BadConfig
from pathlib import Path
from typing import Any, NamedTuple

from policynlp.order import TAGGED_PIPES, TAGGER

CONFIG = "config.cfg"
# what a component may be told, and the types of it
OWN = {"policy_structure": ("report_year", int | None), TAGGER: ("threads", int)}


class Saved(NamedTuple):
    """What a pipeline of our components, all as they are, may be told."""

    report_year: int | None
    threads: int


def read_saved(folder: Path) -> Saved | None:
    """Read the config of a pipeline with a learned tagger; None where spaCy must make it.

    That is one with other components than ours, with some disabled or replaced, or told more or
    other than ours may be.
    """
    config = ConfigParser(interpolation=None)
    try:
        config.read_string((folder / CONFIG).read_text("utf-8"))
        sections = {name: _values(config[name]) for name in ("nlp", *map(_section, TAGGED_PIPES))}
    except (OSError, ValueError, KeyError, BadConfig):
        return None
    if not _is_ours(sections):
        return None
    told = {key: sections[_section(name)][key] for name, (key, _) in OWN.items()}
    return Saved(**told)


def _section(name: str) -> str:
    return f"components.{name}"


def _values(section: Mapping[str, str]) -> dict[str, Any]:
    """Give the values of a section, which are JSON."""
    return {name: json.loads(value) for name, value in section.items()}


def _is_ours(sections: Mapping[str, Mapping[str, Any]]) -> bool:
    nlp = sections["nlp"]
    hooks = ("before_creation", "after_creation", "after_pipeline_creation")
    return (
        nlp.get("pipeline") == list(TAGGED_PIPES)
        and not nlp.get("disabled")
        and not any(nlp.get(hook) for hook in hooks)
        and all(_is_plain(name, sections[_section(name)]) for name in TAGGED_PIPES)
    )


def _is_plain(name: str, section: Mapping[str, Any]) -> bool:
    told = dict(section)
    if told.pop("factory", None) != name:
        return False
    if name not in OWN:
        return not told
    key, kind = OWN[name]
    return set(told) == {key} and isinstance(told[key], kind)
