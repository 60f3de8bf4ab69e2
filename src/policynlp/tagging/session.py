"""The tagger's network on ONNX Runtime."""

import math
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policynlp.cores import usable_cores
from policynlp.tagging.decode import decode, likelihoods
from policynlp.tagging.labels import HIDDEN, TAGS
from policynlp.tagging.network_files import NETWORK, SETTINGS, Files, open_session, read_settings
from policynlp.tagging.vocabulary import FILE, Vocabulary

JOB = 4096  # characters with padding that a thread takes at a time
BATCH = 1024  # characters with padding in one run of the network: more fall out of a core's cache
ALIKE = 1.3  # how much longer than the first text of a run the others may be

Probabilities = NDArray[np.float32]


class Tagged(NamedTuple):
    """What the network says of one text, a number a character.

    The tag, how sure it is of it, and how likely it holds the label that the rules told it.
    """

    tags: NDArray[np.int64]
    sureness: Probabilities
    belief: Probabilities


class Network:
    """Texts, and what the rules found in them, to tags.

    Texts are sorted by length and run together; what comes out for one does not depend on others.
    Several jobs run at a time, a thread each, beside whoever asked: the layers of such a network
    are too narrow for two threads to share one.
    """

    def __init__(self, source: Path | Files, threads: int = 0) -> None:
        """Load the network of a folder, or of what was read there.

        ``threads`` 0 is one a core; with 1 it runs in the thread that waits for its tags.

        Raises:
            ModelError: the folder has no tagger, or one that this version cannot run.
        """
        held, folder = source if isinstance(source, Files) else Files.read(source)
        self.vocabulary = Vocabulary.parse(held[FILE], folder / FILE)
        self.settings = read_settings(held[SETTINGS], folder / SETTINGS)
        self.temperature = float(self.settings.get("temperature", 1.0))
        self.session = open_session(held[NETWORK], folder / NETWORK)
        self.process = os.getpid()  # a forked process has none of the threads
        self.threads = threads or usable_cores()
        self._pool = ThreadPoolExecutor(self.threads) if self.threads > 1 else None

    def tag(self, texts: Sequence[str], rules: Sequence[Sequence[int]]) -> list[Tagged]:
        """Tag each text; ``rules`` holds the tags of the rules, one a character, for each."""
        return self.start(texts, rules)()

    def start(
        self, texts: Sequence[str], rules: Sequence[Sequence[int]]
    ) -> Callable[[], list[Tagged]]:
        """Begin as ``tag`` does, and give the call that waits for the tags."""
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        jobs = list(_groups(order, texts, JOB))
        calls = [
            partial(self._tag, [texts[row] for row in rows], [rules[row] for row in rows])
            for rows in jobs
        ]
        try:
            begun = [self._pool.submit(call) for call in calls] if self._pool else []
        except RuntimeError:  # the program is ending: no thread may begin any more
            begun = []
        return partial(_in_order, jobs, begun, calls)

    def _tag(self, texts: list[str], rules: list[Sequence[int]]) -> list[Tagged]:
        """Tag texts that come by their length, shortest first."""
        lengths = np.array([len(text) for text in texts])
        logits = np.zeros((len(texts), int(lengths[-1]), len(TAGS)), dtype=np.float32)
        for rows in _groups(range(len(texts)), texts, BATCH, ALIKE):
            part = slice(rows[0], rows[-1] + 1)
            scored = self._score(texts[part], rules[part])
            logits[part, : scored.shape[1]] = scored
        tags = decode(logits, lengths)
        known = np.zeros(tags.shape, dtype=np.int64)
        for row, told in enumerate(rules):
            known[row, : len(told)] = told
        sure, belief = likelihoods(logits / self.temperature, tags, known)
        return [
            Tagged(tags[row, :n], sure[row, :n], belief[row, :n]) for row, n in enumerate(lengths)
        ]

    def _score(self, texts: list[str], rules: list[Sequence[int]]) -> Probabilities:
        """Run the network: texts to logits of [text, character, tag]."""
        width = max(map(len, texts)) + 2
        ids = np.full((len(texts), width), self.vocabulary.pad, dtype=np.int64)
        known = np.zeros((len(texts), width), dtype=np.int64)
        mask = np.zeros((len(texts), width), dtype=np.int64)
        for row, (text, told) in enumerate(zip(texts, rules, strict=True)):
            ids[row, : len(text) + 2] = self.vocabulary.encode(text)
            known[row, 1 : len(told) + 1] = told
            mask[row, : len(text) + 2] = 1
        feed = {"input_ids": ids, "attention_mask": mask, "rule_ids": known}
        scores: Probabilities = self.session.run(["logits"], feed)[0][:, 1:-1]
        return scores


def hidden_rules(length: int) -> list[int]:
    """Give the tags that tell the network nothing of what the rules found."""
    return [HIDDEN] * length


def _in_order(
    jobs: Sequence[Sequence[int]],
    begun: Sequence[Future[list[Tagged]]],
    calls: Sequence[Callable[[], list[Tagged]]],
) -> list[Tagged]:
    """Wait for the jobs, and give their texts' tags in the order that the texts came in."""
    tagged: dict[int, Tagged] = {}
    try:
        for rows, answer in zip(jobs, [one.result for one in begun] or calls, strict=True):
            tagged.update(zip(rows, answer(), strict=True))
    finally:
        for one in begun:  # after Ctrl-C nobody asks for the rest
            one.cancel()
    return [tagged[row] for row in range(len(tagged))]


def _groups(
    order: Iterable[int], texts: Sequence[str], size: int, alike: float = math.inf
) -> Iterator[list[int]]:
    """Put neighbours together: ``size`` characters with padding, lengths ``alike``."""
    group: list[int] = []
    for row in order:
        width = len(texts[row]) + 2
        longest = alike * (len(texts[group[0]]) + 2) if group else width
        if group and ((len(group) + 1) * width > size or width > longest):
            yield group
            group = []
        group.append(row)
    if group:
        yield group
