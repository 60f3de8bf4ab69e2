"""Word lists: one ``data/<name>.tsv`` a list, one row a sense, ``|`` between forms."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from policynlp.errors import Errors, LexiconError

Row = Mapping[str, str]


@cache
def load_rows(name: str) -> tuple[Row, ...]:
    """Read ``data/<name>.tsv``; every row must fill ``id`` and ``forms``.

    Raises:
        LexiconError: the file is missing, a cell is empty, or a form stands twice.
    """
    path = files(__package__) / "data" / f"{name}.tsv"
    if not path.is_file():
        raise LexiconError(Errors.NO_LEXICON.format(name=name, path=path))
    lines = path.read_text("utf-8").splitlines()
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    rows: list[Row] = []
    owner: dict[str, str] = {}
    for row in reader:
        _check(row, owner, place={"path": path, "line": reader.line_num})
        rows.append(MappingProxyType(row))
    return tuple(rows)


def _check(row: dict[str, str], owner: dict[str, str], place: dict[str, object]) -> None:
    for column in ("id", "forms"):
        if not row.get(column):
            raise LexiconError(Errors.EMPTY_CELL.format(column=column, **place))
    for form in row["forms"].split("|"):
        if form in owner:
            raise LexiconError(Errors.DUPLICATE_FORM.format(form=form, owner=owner[form], **place))
        owner[form] = row["id"]


def iter_forms(name: str) -> Iterator[tuple[str, Row]]:
    """Yield every surface form of the list with its row."""
    for row in load_rows(name):
        for form in row["forms"].split("|"):
            yield form, row


@cache
def load_forms(name: str) -> Mapping[str, Row]:
    """Map each surface form of ``data/<name>.tsv`` to its row."""
    return MappingProxyType(dict(iter_forms(name)))


@cache
def row_forms(name: str, row_id: str) -> tuple[str, ...]:
    """Return the forms of one id, the longest first, as an alternation needs them."""
    forms = (form for form, row in iter_forms(name) if row["id"] == row_id)
    return tuple(sorted(forms, key=len, reverse=True))
