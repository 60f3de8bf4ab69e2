"""The tagger's network on ONNX Runtime."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from policynlp.errors import Errors, ModelError
from policynlp.tagging.decode import decode
from policynlp.tagging.labels import HIDDEN, TAGS
from policynlp.tagging.vocabulary import FILE, Vocabulary

NETWORK, SETTINGS = "tagger.onnx", "tagger.json"
NAMES = (NETWORK, SETTINGS, FILE)
BATCH = 4096  # characters with padding in one run of the network
STEP = 8  # lengths are filled up to a multiple of this

Probabilities = NDArray[np.float32]


class Tagged(NamedTuple):
    """What the network says of one text: a tag a character, and how sure it is of it."""

    tags: NDArray[np.int64]
    sureness: Probabilities


class Files(NamedTuple):
    """What a tagger is stored in, by name, and the folder that errors name."""

    held: Mapping[str, bytes]
    folder: Path = Path()

    @classmethod
    def read(cls, folder: Path) -> "Files":
        """Read the files of a folder.

        Raises:
            ModelError: one is missing.
        """
        for path in (folder / name for name in NAMES):
            if not path.is_file():
                raise ModelError(Errors.NO_TAGGER.format(path=path, error="no such file"))
        return cls({name: (folder / name).read_bytes() for name in NAMES}, folder)


class Network:
    """Texts, and what the rules found in them, to tags.

    Texts are sorted by length and run together; what comes out for one does not depend on others.
    """

    def __init__(self, source: Path | Files, threads: int = 0) -> None:
        """Load the network of a folder, or of what was read there; ``threads`` 0 is one a core.

        Raises:
            ModelError: the folder has no tagger, or one that this version cannot run.
        """
        held, folder = source if isinstance(source, Files) else Files.read(source)
        self.vocabulary = Vocabulary.parse(held[FILE], folder / FILE)
        self.settings = _read_settings(held[SETTINGS], folder / SETTINGS)
        self.temperature = float(self.settings.get("temperature", 1.0))
        self.session = _open(held[NETWORK], folder / NETWORK, threads)

    def tag(self, texts: Sequence[str], rules: Sequence[Sequence[int]]) -> list[Tagged]:
        """Tag each text; ``rules`` holds the tags of the rules, one a character, for each."""
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        tagged: dict[int, Tagged] = {}
        for rows in _batches(order, texts):
            found = self._run([texts[row] for row in rows], [rules[row] for row in rows])
            tagged.update(zip(rows, found, strict=True))
        return [tagged[row] for row in range(len(texts))]

    def _run(self, texts: list[str], rules: list[Sequence[int]]) -> list[Tagged]:
        lengths = np.array([len(text) for text in texts])
        width = -(-(int(lengths.max()) + 2) // STEP) * STEP
        ids = np.full((len(texts), width), self.vocabulary.pad, dtype=np.int64)
        known = np.zeros((len(texts), width), dtype=np.int64)
        for row, (text, told) in enumerate(zip(texts, rules, strict=True)):
            ids[row, : len(text) + 2] = self.vocabulary.encode(text)
            known[row, 1 : len(told) + 1] = told
        mask = (np.arange(width)[None] < lengths[:, None] + 2).astype(np.int64)
        feed = {"input_ids": ids, "attention_mask": mask, "rule_ids": known}
        logits = self.session.run(["logits"], feed)[0][:, 1:-1]
        scores = _log_softmax(logits / self.temperature)
        tags = decode(scores, lengths)
        sure = np.exp(np.take_along_axis(scores, tags[:, :, None], axis=2)[:, :, 0])
        return [Tagged(tags[row, :n], sure[row, :n]) for row, n in enumerate(lengths)]


def hidden_rules(length: int) -> list[int]:
    """Give the tags that tell the network nothing of what the rules found."""
    return [HIDDEN] * length


def _log_softmax(logits: Probabilities) -> Probabilities:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    scores: Probabilities = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return scores


def _batches(order: list[int], texts: Sequence[str]) -> list[list[int]]:
    batches: list[list[int]] = []
    for row in order:
        width = len(texts[row]) + 2 + STEP
        if not batches or (len(batches[-1]) + 1) * width > BATCH:
            batches.append([])
        batches[-1].append(row)
    return batches


def _read_settings(data: bytes, path: Path) -> dict[str, Any]:
    try:
        settings: dict[str, Any] = json.loads(data)
    except ValueError as error:
        raise ModelError(Errors.NO_TAGGER.format(path=path, error=error)) from error
    if settings.get("tags") != list(TAGS):
        reason = "its labels are not those of this version"
        raise ModelError(Errors.NO_TAGGER.format(path=path, error=reason))
    return settings


def _open(data: bytes, path: Path, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own errors share no public base
        raise ModelError(Errors.NO_TAGGER.format(path=path, error=error)) from error
