"""The learned tagger as a spaCy component."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import srsly
from spacy.tokens import Doc
from spacy.util import minibatch

from policynlp.errors import Errors, ModelError
from policynlp.extensions import read_layer, read_structure_of, write_layer
from policynlp.schema import Mention
from policynlp.spans import ENTITY_LAYERS, flatten
from policynlp.tagging.merge import Layers, merge
from policynlp.tagging.session import Files, Network
from policynlp.tagging.tagger import Reading, tag

BATCH = 64  # documents whose sentences are tagged together
MERGED = ("entities", "regions", "directions")


class Tagger:
    """Tags the sentences of documents and stores the layers that rules and tagger agree on."""

    def __init__(self, name: str = "policy_tagger", threads: int = 0) -> None:
        """Make a tagger without a network; ``from_disk`` or ``from_bytes`` brings it."""
        self.name = name
        self.threads = threads
        self.files: Files | None = None
        self._network: Network | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Leave out the running network; what it is made of goes to the other process."""
        return {**self.__dict__, "_network": None}

    @property
    def network(self) -> Network:
        """The network, which is loaded when the first document comes.

        Raises:
            ModelError: the component was made without one.
        """
        if self._network is None:
            if self.files is None:
                raise ModelError(Errors.NO_NETWORK.format(name=self.name))
            self._network = Network(self.files, self.threads)
        return self._network

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        return self._tag([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Tag documents by the batch; each comes out as it would alone."""
        for docs in minibatch(stream, batch_size):
            yield from self._tag(list(docs))

    def _tag(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        readings = [reading_of(doc) for doc in docs]
        for doc, reading, found in zip(docs, readings, tag(self.network, readings), strict=True):
            for layer, mentions in _agree(doc, reading, found).items():
                write_layer(doc, layer, mentions)
        return docs

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        """Write the network's files to a folder."""
        if self.files is not None:
            Path(path).mkdir(parents=True, exist_ok=True)
            for name, data in self.files.held.items():
                (Path(path) / name).write_bytes(data)

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> "Tagger":
        """Take the network of a folder.

        Raises:
            ModelError: one of its files is missing.
        """
        self.files, self._network = Files.read(Path(path)), None
        return self

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        """Give the network's files as bytes; without a network, those of none."""
        # not spacy.util.to_bytes: with the exclusion of "vocab" it would leave out vocab.txt
        data: bytes = srsly.msgpack_dumps(dict(self.files.held) if self.files else {})
        return data

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> "Tagger":
        """Take the network that ``to_bytes`` gave."""
        held = srsly.msgpack_loads(data)
        self.files, self._network = Files(held) if held else None, None
        return self


def reading_of(doc: Doc) -> Reading:
    """Leave out the tables: they are read by rule."""
    tables = read_layer(doc, "tables")
    sentences = [
        (sentence.start, sentence.end)
        for sentence in read_structure_of(doc).sentences
        if not any(table.start < sentence.end and sentence.start < table.end for table in tables)
    ]
    rules = flatten(mention for layer in ENTITY_LAYERS for mention in read_layer(doc, layer))
    return Reading(doc._.clean, sentences, rules)


def _agree(doc: Doc, reading: Reading, found: Sequence[Mention]) -> Layers:
    return merge(reading.text, {layer: read_layer(doc, layer) for layer in MERGED}, found)
