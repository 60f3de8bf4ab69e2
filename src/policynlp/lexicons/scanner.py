"""Forms of a word list in a text, looked for at all its characters at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
Places = NDArray[np.int64]

_CODE_BITS = 21  # of a code point
_NO_EDGE = np.iinfo(np.int64).max
_PAIRS = 1 << 18
_FACTOR = 40_503  # odd, and spread over the bits: few pairs share a place in the table


class Found(NamedTuple):
    """Where forms stand in a text, and the place of each in ``Scanner.values``."""

    starts: Places
    ends: Places
    forms: Places


class Scanner(Generic[T]):
    """Finds the forms of a list from left to right, the longest first, none over another.

    It holds the forms as a tree of letters, an edge being a node and the code of a letter. All
    places of a text go down that tree together, a letter at a step: numpy does it, not Python.

    >>> list(Scanner({"个": 1, "个百分点": 2}).scan("3个百分点"))
    [(1, 5, 2)]
    """

    def __init__(self, forms: Mapping[str, T]) -> None:
        self.values: Sequence[T] = tuple(forms.values())
        edges: dict[int, int] = {}
        whole = {_walk(edges, form): place for place, form in enumerate(forms)}
        self._firsts = _first_nodes(edges)
        self._edges = np.array([*sorted(edges), _NO_EDGE], np.int64)
        self._nodes = np.array([edges[edge] for edge in sorted(edges)], np.int64)
        self._forms = np.array([whole.get(node, -1) for node in range(len(edges) + 1)], np.int64)
        # a form of one letter may stand before any other: it is a pair with none
        pairs = np.array([[ord(form[0]), ord(form[1:2] or "\0")] for form in forms], np.int64)
        self._pairs = np.zeros(_PAIRS, bool)
        self._pairs[_pair(pairs[:, 0], pairs[:, 1])] = True
        self._has_letters = any(len(form) == 1 for form in forms)
        self._longest = max(map(len, forms), default=0)

    def scan(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield start, end and value of each form in the text."""
        found = self.find(text)
        for start, end, form in zip(*(places.tolist() for places in found), strict=True):
            yield start, end, self.values[form]

    def find(self, text: str) -> Found:
        """Find the forms in the text."""
        codes = _codes(text, self._longest)
        here = self._beginnings(codes, len(text))
        ends = np.zeros(len(text), np.int64)
        forms = np.zeros(len(text), np.int64)
        nodes = self._firsts.take(codes.take(here), mode="clip")
        here, nodes = here[nodes > 0], nodes[nodes > 0]
        for size in range(1, self._longest + 1):
            form = self._forms.take(nodes)
            whole = (form >= 0).nonzero()[0]
            at = here.take(whole)
            ends[at] = at + size
            forms[at] = form.take(whole)
            here, nodes = self._step(here, nodes, codes.take(here + size))
            if not len(here):
                break
        starts = ends.nonzero()[0]
        return _apart(Found(starts, ends[starts], forms[starts]))

    def _beginnings(self, codes: Places, length: int) -> Places:
        """Give the places whose first two letters begin a form, and a few that only look so."""
        first = codes[:length]
        found = self._pairs.take(_pair(first, codes[1 : length + 1]))
        if self._has_letters:
            found |= self._pairs.take(_pair(first, 0))
        return found.nonzero()[0]

    def _step(self, here: Places, nodes: Places, codes: Places) -> tuple[Places, Places]:
        edges = nodes << _CODE_BITS | codes
        at = self._edges.searchsorted(edges)
        alive = (self._edges.take(at) == edges).nonzero()[0]
        return here.take(alive), self._nodes.take(at.take(alive))


def _walk(edges: dict[int, int], form: str) -> int:
    """Give the node of a form; make the edges to it that are missing."""
    node = 0
    for letter in form:
        node = edges.setdefault(node << _CODE_BITS | ord(letter), len(edges) + 1)
    return node


def _first_nodes(edges: Mapping[int, int]) -> Places:
    """Give the node of each code that begins a form; zero of every other, the last for all beyond."""
    firsts = {edge: node for edge, node in edges.items() if not edge >> _CODE_BITS}
    nodes = np.zeros(max(firsts, default=0) + 2, np.int64)
    nodes[list(firsts)] = list(firsts.values())
    return nodes


def _pair(first: Places, second: Places | int) -> Places:
    return (first * _FACTOR + second) & (_PAIRS - 1)


def _codes(text: str, padding: int) -> Places:
    """Give the code of each letter, and zeros after the last."""
    data = (text + "\0" * (padding + 1)).encode("utf-32-le", "surrogatepass")
    return np.frombuffer(data, np.uint32).astype(np.int64)


def _apart(found: Found) -> Found:
    """Leave out what begins inside a form that stands before it."""
    starts, ends = found.starts, found.ends
    kept = np.ones(len(starts), bool)
    doubtful = (starts[1:] < np.maximum.accumulate(ends[:-1])).nonzero()[0] + 1
    for here in doubtful.tolist():
        before = here - 1
        while not kept[before]:
            before -= 1
        kept[here] = starts[here] >= ends[before]
    return Found(*(places[kept] for places in found))
