"""Documents → the markup: header, text with its spans, claims behind the lines they tell of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from policynlp.corpus.header import header_of
from policynlp.corpus.markup import squeeze
from policynlp.corpus.markup_writing import write_markup
from policynlp.corpus.notation import FIELDS, Claim, write_claim
from policynlp.corpus.places import anchor_of, blocks_of, say_places
from policynlp.corpus.records import plain_document
from policynlp.corpus.search import Finder, Span
from policynlp.corpus.source import CLAIM
from policynlp.errors import CorpusError, Errors
from policynlp.sinks.atomic import open_atomic

Document = Mapping[str, Any]
_STOP = re.compile(r"[。！？]")


def source_of(document: Document) -> str:
    """Write a gold-shaped document as a corpus file; ``read_source`` gives it back.

    Raises:
        CorpusError: spans overlap, or a part of a claim lies outside the text.
    """
    plain = plain_document(document)
    header = header_of(plain["meta"])
    lines = write_markup(plain["text"], plain["ents"]).split("\n")
    behind = claim_lines(plain["text"], plain["ents"], plain["claims"])
    body = [piece for number, line in enumerate(lines) for piece in (line, *behind.get(number, ()))]
    return "\n".join([*header, *[""][: len(header)], *body, ""])


def claim_lines(
    text: str, ents: Sequence[Mapping[str, Any]], claims: Sequence[Claim], *, first: int = 0
) -> dict[int, list[str]]:
    """Give the claim lines that stand behind each line of the text, by the line's index.

    ``first`` is where the first block starts.
    """
    finder = Finder(text, ents)
    lines: dict[int, list[str]] = {}
    start = cursor = first
    for end, claim in zip(_block_ends(text, ents, claims), claims, strict=True):
        number = text.count("\n", 0, end)
        if number not in lines:
            start = cursor = max((_next_line(text, ended) for ended in lines), default=first)
        signs, cursor = say_places(finder, claim, (start, end), cursor)
        lines.setdefault(number, []).append(CLAIM + write_claim(claim, signs))
    return lines


def _next_line(text: str, number: int) -> int:
    """Give the place where the line behind the one of this index starts."""
    at = -1
    for _ in range(number + 1):
        at = text.find("\n", at + 1)
    return at + 1


def _block_ends(
    text: str, ents: Sequence[Mapping[str, Any]], claims: Sequence[Claim]
) -> Iterator[int]:
    """Give where the block of each claim ends: behind its last part, and not before the last one's."""
    extents = [_extent(text, claim) for claim in claims]
    spans = [(ent["start"], ent["end"]) for ent in ents]
    ends = blocks_of(text, [*spans, *extents])
    last = 0
    for _, end in extents:
        last = next(at for at in ends if at >= max(end, last))
        yield last


def _extent(text: str, claim: Claim) -> Span:
    """Give the stretch that a claim tells of: its parts from the beginning of its sentence on."""
    spans = []
    for name in FIELDS:
        part = claim[name]
        if part is not None and part["start"] is not None:
            if not 0 <= part["start"] < part["end"] <= len(text):
                reason = "it lies outside the text"
                raise CorpusError(
                    Errors.UNWRITABLE_PART.format(field=name, text=part["text"], reason=reason)
                )
            _refuse_edges(text, name, part)
            if not part.get("inherited"):  # it may stand in an earlier block
                spans.append((part["start"], part["end"]))
    anchor = anchor_of(claim) or min(spans, default=(0, 0))
    begin = max((match.end() for match in _STOP.finditer(text, 0, anchor[0])), default=0)
    near = [span for span in spans if span[0] >= begin] or [anchor]
    return min(start for start, _ in near), max(end for _, end in near)


def _refuse_edges(text: str, name: str, part: Mapping[str, Any]) -> None:
    surface = text[part["start"] : part["end"]]
    if surface != surface.strip() or not squeeze(part["text"]):
        reason = "white space at its edge"
        raise CorpusError(
            Errors.UNWRITABLE_PART.format(field=name, text=part["text"], reason=reason)
        )


def write_corpus(documents: Iterable[Document], folder: Path) -> int:
    """Write each document as ``folder/doc_id.txt``; give how many."""
    count = 0
    for count, document in enumerate(documents, start=1):  # noqa: B007 - the last one is the answer
        path = folder / f"{document['doc_id']}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        with open_atomic(path) as stream:
            stream.write(source_of(document))
    return count
