"""The annotated documents that a tagger is trained on, shared out to train, dev and test."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

from policynlp.corpus.compile import compiled
from policynlp.corpus.files import MARKUP, read_corpus
from policynlp.errors import Errors, TrainingError
from policynlp.interchange import read_corpus as read_other

SPLITS = ("train", "dev", "test")
TENTH = 10  # of documents without a split one in so many is dev

Documents = list[dict[str, Any]]


def read_corpora(paths: Iterable[Path], extra: Iterable[Path] = ()) -> dict[str, Documents]:
    """Read corpora in the project's markup or in any format of ``policynlp corpus convert``.

    A document is in the split that its ``meta`` names. If no document of a corpus names one, every
    tenth, told by its name, is dev. Documents of ``extra`` are all for training.

    Raises:
        CorpusError, InterchangeError: a file cannot be read; file and line are named.
        TrainingError: nothing is left to train on.
    """
    shared: dict[str, Documents] = {split: [] for split in SPLITS}
    for path in paths:
        documents = read_documents(path)
        named = any(_split(document) for document in documents)
        for document in documents:
            shared[_split(document) or ("train" if named else _draw(document))].append(document)
    for path in extra:
        shared["train"] += read_documents(path)
    if not any(document["ents"] for document in shared["train"]):
        names = ", ".join(map(str, paths))
        raise TrainingError(Errors.NOTHING_TO_LEARN.format(paths=names))
    return shared


def read_documents(path: Path) -> Documents:
    """Read the documents of one file or folder."""
    if path.suffix == MARKUP or (path.is_dir() and any(path.rglob(f"*{MARKUP}"))):
        return list(compiled(read_corpus([path])))
    return [dict(document) for document in read_other(path)]


def _split(document: dict[str, Any]) -> str | None:
    split = (document.get("meta") or {}).get("split")
    return split if split in SPLITS else None


def _draw(document: dict[str, Any]) -> str:
    return "train" if crc32(str(document["doc_id"]).encode()) % TENTH else "dev"
