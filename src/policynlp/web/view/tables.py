"""The tables that the page is made from: words and colours, a row a line."""

import csv
from functools import cache
from importlib.resources import files

Row = dict[str, str]


def read_data(name: str) -> str:
    """Give a file of the page's own, as text."""
    return (files(__package__) / "data" / name).read_text("utf-8")


@cache
def read_rows(name: str) -> tuple[Row, ...]:
    """Give the rows of ``data/<name>.tsv``."""
    lines = read_data(f"{name}.tsv").splitlines()
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
