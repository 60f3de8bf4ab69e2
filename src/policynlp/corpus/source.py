"""A corpus file as it is read: header, text, spans, and the claims of each block."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policynlp.corpus.findings import Finding, Says
from policynlp.corpus.header import read_header
from policynlp.corpus.markup_reading import parse_markup
from policynlp.corpus.notation import Claim
from policynlp.corpus.notation_reading import NotationError, parse_claim
from policynlp.corpus.places import set_places
from policynlp.corpus.search import Finder

CLAIM = "> "


@dataclass(slots=True)
class Block:
    """Lines of text and the claims behind them; ``start`` and ``end`` count the text."""

    lines: list[tuple[int, str]] = field(default_factory=list)
    claims: list[tuple[int, str]] = field(default_factory=list)
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class CorpusFile:
    """A document of the corpus, and where in its file each line of it stands."""

    path: str
    source: str = ""
    header: dict[str, str] = field(default_factory=dict)
    text: str = ""
    ents: list[dict[str, Any]] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    claim_lines: list[int] = field(default_factory=list)  # the line of each claim
    blocks: list[Block] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)  # in the text
    line_numbers: list[int] = field(default_factory=list)  # in the file
    findings: list[Finding] = field(default_factory=list)
    compiled_id: str = ""  # where the file holds many documents

    @property
    def doc_id(self) -> str:
        """Folder and name of the file: plan_report/2031_city."""
        if self.compiled_id:
            return self.compiled_id
        path = Path(self.path).resolve()
        return "/".join(filter(None, (path.parent.name, path.stem)))

    def line_of(self, offset: int) -> int:
        """Give the line of the file where a character of the text stands."""
        index = bisect_right(self.line_starts, offset) - 1
        return self.line_numbers[index] if self.line_numbers else 1

    def fail(self, line: int, message: str, *, error: bool = True) -> None:
        """Note what is wrong."""
        self.findings.append(Finding(self.path, line, message, error))


def read_source(source: str, path: str = "-") -> CorpusFile:
    """Read the text of a corpus file; what is wrong with it is in ``findings``."""
    file = CorpusFile(path, source)
    lines = [
        (number, line.removesuffix("\r")) for number, line in enumerate(source.split("\n"), start=1)
    ]
    body = read_header(file.header, lines, file.fail)
    file.blocks = list(_blocks(body, file))
    for block in file.blocks:
        _read_text(block, file)
    finder = Finder(file.text, file.ents)
    for block in file.blocks:
        _read_claims(block, file, finder)
    return file


def _blocks(body: list[tuple[int, str]], file: CorpusFile) -> Iterator[Block]:
    block = Block()
    for number, line in body:
        if line.startswith(CLAIM):
            block.claims.append((number, line.removeprefix(CLAIM)))
            if not block.lines:
                file.fail(number, Says.NO_TEXT)
        elif line.strip():
            if line[0] in "#>":
                file.fail(number, Says.BAD_LINE.format(sign=line[0]))
            if block.claims:
                yield block
                block = Block()
            block.lines.append((number, line))
    if block.lines or block.claims:
        yield block


def _read_text(block: Block, file: CorpusFile) -> None:
    """Put the text of a block and its spans behind what was read before."""
    markup = "\n".join(line for _, line in block.lines)
    marked = parse_markup(markup)
    shift = len(file.text) + (1 if file.line_numbers and block.lines else 0)
    file.text += "\n" * (shift - len(file.text)) + marked.text
    block.start, block.end = shift, len(file.text)
    for ent in marked.ents:
        file.ents.append(ent | {"start": ent["start"] + shift, "end": ent["end"] + shift})
    at = shift
    for (number, _), line in zip(block.lines, marked.text.split("\n"), strict=False):
        file.line_starts.append(at)
        file.line_numbers.append(number)
        at += len(line) + 1
    for problem in marked.problems:
        number = block.lines[markup.count("\n", 0, problem.at)][0]
        file.fail(number, problem.message)


def _read_claims(block: Block, file: CorpusFile, finder: Finder) -> None:
    cursor = block.start
    for number, line in block.claims:
        try:
            claim, places = parse_claim(line)
            cursor = set_places(finder, claim, places, (block.start, block.end), cursor)
        except NotationError as error:
            file.fail(number, str(error))
            continue
        file.claims.append(claim)
        file.claim_lines.append(number)
