"""The spaCy tokenizer whose tokens are words: ``policynlp.Segmenter.v1``."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import ensure_path, registry
from spacy.vocab import Vocab

from policynlp.errors import Errors, ModelError
from policynlp.extensions import register_extensions
from policynlp.layout import repair
from policynlp.models import model_path
from policynlp.segmenter.borders import find_borders, split_words
from policynlp.segmenter.words import Words

MODEL = "zh_policy_segmenter"
SEGMENTER = "policynlp.Segmenter.v1"
# what ``load`` takes → the tokenizer in the terms of a spaCy config
SEGMENTERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "char": {"@tokenizers": "spacy.zh.ChineseTokenizer", "segmenter": "char"},
        "pkuseg": {"@tokenizers": SEGMENTER, "model": MODEL},
    }
)


def set_segmenter(nlp: Language, name: str) -> None:
    """Give the pipeline another tokenizer, in its config too; its model is read at once.

    Raises:
        ModelError: no segmenter has this name, or its model or library is missing.
    """
    if name not in SEGMENTERS:
        raise ModelError(Errors.NO_SEGMENTER.format(name=name, names=", ".join(SEGMENTERS)))
    config = dict(SEGMENTERS[name])
    tokenizer = registry.resolve({"tokenizer": config})["tokenizer"](nlp)
    if isinstance(tokenizer, Segmenter):
        tokenizer.words  # noqa: B018 - a missing model is told now, not at the first text
    nlp.tokenizer = tokenizer
    nlp.config["nlp"]["tokenizer"] = config


def make_segmenter(model: str = MODEL) -> Callable[[Language], "Segmenter"]:
    """Build the tokenizer of a pipeline; ``model`` names a shipped model or a folder."""

    def make(nlp: Language) -> Segmenter:
        return Segmenter(nlp.vocab, model)

    return make


registry.tokenizers.register(SEGMENTER, func=make_segmenter)


class Segmenter:
    """Cuts a text into words; the texts of its tokens, joined, are the text.

    The layout is repaired on the way, and kept for ``policy_layout``.
    """

    def __init__(self, vocab: Vocab, model: str = MODEL) -> None:
        self.vocab = vocab
        self.model = model
        self._words: Words | None = None
        register_extensions()

    @property
    def words(self) -> Words:
        """The model, read when it is first needed: a saved pipeline brings its own."""
        if self._words is None:
            folder = Path(self.model)
            self._words = Words.read(folder if folder.is_dir() else model_path(self.model))
        return self._words

    def __call__(self, text: str) -> Doc:
        """Make a document of words."""
        layout = repair(text)
        words, spaces = split_words(text, find_borders(text, layout, self.words.find))
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc._.raw, doc._.clean, doc._.runs = text, layout.text, layout.to_json()
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Give the model as bytes."""
        data: bytes = srsly.msgpack_dumps(self.words.files)
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "Segmenter":
        """Read what ``to_bytes`` gave."""
        self._words = Words(srsly.msgpack_loads(data))
        return self

    def to_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> None:
        """Write the model as the folder that spacy-pkuseg reads."""
        folder = ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self.words.files.items():
            (folder / name).write_bytes(data)

    def from_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> "Segmenter":
        """Read what ``to_disk`` wrote."""
        self._words = Words.read(ensure_path(path))
        return self
