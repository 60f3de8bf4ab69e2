"""The lists of indicators, head nouns and directions keep their shape."""

import re

import pytest

from policynlp.lexicons import load_forms, load_rows
from policynlp.normalize.indicators import link_indicator

CLASSES = {"amount", "rate", "flow", "quality", "ability", "force", "pace", "scope", "load", "name"}
ID = re.compile(r"[A-Z][A-Z0-9_]*")


def test_at_least_six_hundred_indicators():
    assert len(load_rows("indicators")) >= 600


def test_every_indicator_has_unit_and_polarity():
    bad = [r["id"] for r in load_rows("indicators") if not r["unit"] or r["polarity"] not in "+-0"]

    assert bad == []


def test_every_form_links_to_its_row():
    wrong = {
        f: r["id"] for f, r in load_forms("indicators").items() if link_indicator(f) != r["id"]
    }

    assert wrong == {}


@pytest.mark.parametrize("name", ["indicators", "heads", "directions", "direction_guards"])
def test_ids_are_ascii_and_stand_once(name):
    ids = [row["id"] for row in load_rows(name)]

    assert all(map(ID.fullmatch, ids))
    assert len(ids) == len(set(ids))


def test_heads_name_known_classes():
    named = {c for row in load_rows("heads") for c in row["classes"].split(",")}

    assert named == CLASSES
    assert {row["scale"] for row in load_rows("heads")} == {"0", "1"}


def test_directions_move_known_classes():
    rows = load_rows("directions")

    assert {row["direction"] for row in rows} == {"increase", "decrease", "stable", ""}
    assert {row["kind"] for row in rows} == {"verb", "noun", "hybrid"}
    assert {c for row in rows for c in row["moves"].split(",")} <= CLASSES | {""}
    assert all(row["moves"] for row in rows if row["trend"] == "1")
