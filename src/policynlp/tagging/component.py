"""The learned tagger as a component."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, ModelError
from policynlp.extensions import Page, Paged, read_layer, read_structure_of, write_layer
from policynlp.spans import ENTITY_LAYERS, flatten
from policynlp.tagging.merge import Layers, doubts, merge
from policynlp.tagging.network_files import Files
from policynlp.tagging.session import Network
from policynlp.tagging.tagger import Found, Reading, start

BATCH = 64  # documents whose sentences are tagged together, at most
FULL = 8192  # characters that make a batch full
AHEAD = 1  # batches that the components before may be ahead while the network runs
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
        """The network, which is loaded when the first document comes; a forked process loads its own.

        Raises:
            ModelError: the component was made without one.
        """
        if self._network is None or self._network.process != os.getpid():
            if self.files is None:
                raise ModelError(Errors.NO_NETWORK.format(name=self.name))
            self._network = Network(self.files, self.threads)
        return self._network

    def __call__(self, doc: Paged) -> Paged:
        """Tag one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Paged], *, batch_size: int = BATCH) -> Iterator[Paged]:
        """Tag documents by the batch; each comes out as it would alone.

        While the network runs in threads of its own, the next batch is drawn, so that the components
        before it work. If drawing fails, what was drawn before it comes out first. With batches of
        one, each document comes out before the next is drawn: its source may wait for the answer.
        """
        begun: deque[Callable[[], Iterator[Paged]]] = deque()
        batches, failure = _batches(stream, batch_size), None
        while failure is None:
            try:
                docs = next(batches, None)
            except Exception as error:
                docs, failure = None, error
            if docs is None:
                break
            begun.append(self._begin(docs))
            if len(begun) > (AHEAD if batch_size > 1 and self.network.threads > 1 else 0):
                yield from begun.popleft()()
        while begun:
            yield from begun.popleft()()
        if failure is not None:
            raise failure

    def _begin(self, docs: Sequence[Paged]) -> Callable[[], Iterator[Paged]]:
        readings = [reading_of(doc) for doc in docs]
        found = start(self.network, readings)

        def finish() -> Iterator[Paged]:
            for doc, reading, one in zip(docs, readings, found(), strict=True):
                for layer, agreed in _agree(doc, reading, one).items():
                    write_layer(doc, layer, agreed)
                yield doc

        return finish

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
        import srsly  # spaCy's, which a sheet does without

        # not spacy.util.to_bytes: with the exclusion of "vocab" it would leave out vocab.txt
        data: bytes = srsly.msgpack_dumps(dict(self.files.held) if self.files else {})
        return data

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> "Tagger":
        """Take the network that ``to_bytes`` gave."""
        import srsly

        held = srsly.msgpack_loads(data)
        self.files, self._network = Files(held) if held else None, None
        return self


def _batches(stream: Iterable[Paged], most: int) -> Iterator[list[Paged]]:
    batch: list[Paged] = []
    size = 0
    try:
        for doc in stream:
            batch.append(doc)
            size += len(doc._.clean)
            if size >= FULL or len(batch) >= most:
                yield batch
                batch, size = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def reading_of(doc: Page) -> Reading:
    """Leave out the tables: they are read by rule."""
    tables = read_layer(doc, "tables")
    sentences = [
        (sentence.start, sentence.end)
        for sentence in read_structure_of(doc).sentences
        if not any(table.start < sentence.end and sentence.start < table.end for table in tables)
    ]
    rules = flatten(mention for layer in ENTITY_LAYERS for mention in read_layer(doc, layer))
    return Reading(doc._.clean, sentences, rules)


def _agree(doc: Page, reading: Reading, found: Found) -> Layers:
    doubted = doubts(reading.rules, found.beliefs)
    spans = {rule[:3] for rule in doubted}
    layers = {layer: [m for m in read_layer(doc, layer) if m[:3] not in spans] for layer in MERGED}
    named = [rule for rule in doubted if rule.label == "INDICATOR"]
    return merge(reading.text, layers, found.mentions) | {"doubted": named}
