"""The columns of each table: their names, types and words, as rows of ``data/<table>.tsv``."""

import csv
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from policynlp.schema import Claim

Lang = Literal["zh", "en"]
Type = Literal["string", "number", "integer", "boolean"]
JOINT = " / "  # between the headings of a section


class Column(NamedTuple):
    """A column: its name, where a claim holds its value, how it is shown and explained."""

    name: str
    path: str
    type: Type
    width: int
    en: str
    zh: str
    about_en: str
    about_zh: str

    def head(self, lang: Lang | None) -> str:
        """Give its head in a language, or its name."""
        return {"zh": self.zh, "en": self.en, None: self.name}[lang]

    def about(self, lang: Lang) -> str:
        """Say in a language what stands in it."""
        return self.about_zh if lang == "zh" else self.about_en


@cache
def load_columns(table: str) -> tuple[Column, ...]:
    """Read the columns of ``claims``, ``documents`` or ``panel``, in their order."""
    return tuple(
        Column(**{**row, "width": int(row["width"])})  # type: ignore[arg-type]  # a cell is a str
        for row in load_rows(table)
    )


def load_rows(name: str) -> list[dict[str, str]]:
    """Read ``data/<name>.tsv``, a mapping a row."""
    text = (files(__package__) / "data" / f"{name}.tsv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def names(table: str) -> list[str]:
    """Give the names of the columns."""
    return [column.name for column in load_columns(table)]


@cache
def claim_readers() -> tuple[Callable[[Claim], Any], ...]:
    """Give for each column of ``claims`` the function that reads it from a claim."""
    return tuple(_reader(column.path.split(".")) for column in load_columns("claims"))


def flatten(claim: Claim) -> tuple[Any, ...]:
    """Give the claim as the cells of a row; what it lacks is None."""
    return tuple([read(claim) for read in claim_readers()])


def _reader(steps: list[str]) -> Callable[[Claim], Any]:
    def read(claim: Claim) -> Any:
        value: Any = claim
        for step in steps:
            value = getattr(value, step, None)
        return JOINT.join(value) if isinstance(value, tuple) else value

    return read
