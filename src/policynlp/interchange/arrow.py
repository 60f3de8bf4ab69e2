"""Folders of Hugging Face ``datasets``: typed Arrow tables; the only room beside training for it.

``arrow`` holds whole documents, claims and all, each field with its type; ``arrow-tokens`` the view
that token classifiers are trained on: characters, and the tag of each. Splits become the splits of
a DatasetDict. Absent and null are one in Arrow, and come back as null.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.arrow_records import from_row, to_row
from policynlp.interchange.places import draft_folder
from policynlp.interchange.records import SPAN_LABELS, UNIT, Placed, Record
from policynlp.interchange.report import Report
from policynlp.interchange.tags import read_spans, tag_characters

if TYPE_CHECKING:
    from datasets import Features

_TAGS = ["O", *(f"{prefix}-{label}" for label in SPAN_LABELS if label != UNIT for prefix in "BI")]
_UNIT_TAGS = ["O", f"B-{UNIT}", f"I-{UNIT}"]


def read_documents(path: Path, report: Report) -> Iterator[Placed]:
    """Give each row as a document; the name of its split stands in ``meta``."""
    for split, number, row, features in _read_rows(path):
        where = f"{path}: {split or 'row'} {number}"
        try:
            document = (
                _from_tokens(where, row, features, f"{split or path.stem}-{number:04d}")
                if "tokens" in row
                else from_row(row)
            )
        except InterchangeError:
            raise
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise InterchangeError(
                Errors.BAD_RECORD.format(where=where, error=f"not the columns expected: {error!r}")
            ) from error
        if split:
            document["meta"].setdefault("split", split)
        yield where, document


def _read_rows(path: Path) -> Iterator[tuple[str, int, Record, Any]]:
    datasets = _datasets()
    try:
        found = datasets.load_from_disk(str(path))
    except (OSError, ValueError) as error:
        raise InterchangeError(
            Errors.UNREADABLE.format(path=path, error=f"no Arrow folder: {error}")
        ) from error
    splits = found if isinstance(found, datasets.DatasetDict) else {"": found}
    for split, rows in splits.items():
        for number, row in enumerate(rows, start=1):
            yield split, number, row, rows.features


def _from_tokens(where: str, row: Record, features: Any, doc_id: str) -> Record:
    lengths = [len(token) for token in row["tokens"]]
    wheres = [f"{where}, token {number}" for number in range(1, len(lengths) + 1)]
    ents: list[Record] = []
    for column in ("ner_tags", "unit_tags"):
        if column in row:
            ents += read_spans(_names(row[column], features[column]), lengths, wheres)
    meta = json.loads(row["meta"]) if row.get("meta") else {}
    fallback = row["doc_id"] if row.get("doc_id") is not None else doc_id
    text, tables = "".join(row["tokens"]), row.get("tables") or []
    return {"doc_id": fallback, "text": text, "meta": meta, "ents": ents, "tables": tables}


def _names(tags: Sequence[Any], feature: Any) -> list[str]:
    """Give tags by name; a ClassLabel stores their numbers."""
    label: Any = getattr(feature, "feature", None)
    return [label.int2str(tag) if isinstance(tag, int) else tag for tag in tags]


def write_documents(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write whole documents, claims and all."""
    from policynlp.interchange.arrow_records import document_features

    _write(documents, path, to_row, document_features(_datasets()))


def write_tokens(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write the view for token classifiers: ``tokens``, ``ner_tags``, ``unit_tags``."""
    datasets = _datasets()
    features = datasets.Features(
        {
            "doc_id": datasets.Value("string"),
            "tokens": datasets.List(datasets.Value("string")),
            "ner_tags": datasets.List(datasets.ClassLabel(names=_TAGS)),
            "unit_tags": datasets.List(datasets.ClassLabel(names=_UNIT_TAGS)),
            "meta": datasets.Value("string"),
            "tables": datasets.List(datasets.List(datasets.Value("int64"))),
        }
    )
    _write(documents, path, _to_tokens, features)


def _to_tokens(document: Record) -> Record:
    return {
        "doc_id": document["doc_id"],
        "tokens": list(document["text"]),
        "ner_tags": tag_characters(document),
        "unit_tags": tag_characters(document, units=True),
        "meta": json.dumps(document["meta"], ensure_ascii=False),
        "tables": document["tables"],
    }


def _write(
    documents: Sequence[Record],
    path: Path,
    make_row: Callable[[Record], Record],
    features: "Features",
) -> None:
    datasets = _datasets()
    splits: dict[str, list[Record]] = defaultdict(list)
    for document in documents:
        splits[str(document["meta"].get("split") or "")].append(make_row(document))
    tables = {
        split: datasets.Dataset.from_list(rows, features=features) for split, rows in splits.items()
    }
    whole = tables.pop("") if set(tables) == {""} else datasets.DatasetDict(_named(tables))
    with draft_folder(path) as draft:
        whole.save_to_disk(str(draft))


def _named(tables: dict[str, Any]) -> dict[str, Any]:
    """Give documents of no split a name beside those of the others."""
    return {split or "unsplit": table for split, table in tables.items()}


def _datasets() -> Any:
    try:
        import datasets
    except ModuleNotFoundError as error:
        raise InterchangeError(Errors.NEEDS_TRAIN.format(error=error)) from error
    datasets.disable_progress_bars()
    return datasets
