"""The learned tagger as a spaCy component."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc
from spacy.util import minibatch

from policynlp.errors import Errors, ModelError
from policynlp.extensions import read_layer, read_structure_of, write_layer
from policynlp.schema import Mention
from policynlp.spans import ENTITY_LAYERS, flatten
from policynlp.tagging.merge import Layers, merge
from policynlp.tagging.session import NETWORK, SETTINGS, Network
from policynlp.tagging.tagger import Reading, tag
from policynlp.tagging.vocabulary import FILE

FILES = (NETWORK, SETTINGS, FILE)
BATCH = 64  # documents whose sentences are tagged together
MERGED = ("entities", "regions", "directions")


class Tagger:
    """Tags the sentences of documents and stores the layers that rules and tagger agree on."""

    def __init__(self, name: str = "policy_tagger", threads: int = 0) -> None:
        """Make a tagger without a network; ``from_disk`` brings it."""
        self.name = name
        self.threads = threads
        self.folder: Path | None = None
        self._network: Network | None = None

    @property
    def network(self) -> Network:
        """The network, which is loaded when the first document comes.

        Raises:
            ModelError: the component was made without one.
        """
        if self._network is None:
            if self.folder is None:
                raise ModelError(Errors.NO_NETWORK.format(name=self.name))
            self._network = Network(self.folder, self.threads)
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
        """Copy the network's files to a folder."""
        target = Path(path)
        if self.folder is None or target == self.folder:
            return
        target.mkdir(parents=True, exist_ok=True)
        for file in FILES:
            shutil.copyfile(self.folder / file, target / file)

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> "Tagger":
        """Take the network of a folder.

        Raises:
            ModelError: one of its files is missing.
        """
        folder = Path(path)
        for file in FILES:
            if not (folder / file).is_file():
                missing = Errors.NO_TAGGER.format(path=folder / file, error="no such file")
                raise ModelError(missing)
        self.folder, self._network = folder, None
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
