"""The files of a corpus: in the markup, or compiled to JSON lines."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from policynlp.corpus.header import header_of
from policynlp.corpus.records import plain_document
from policynlp.corpus.source import CorpusFile, read_source
from policynlp.errors import CorpusError, Errors
from policynlp.gold import read_gold

MARKUP = ".txt"
COMPILED = (".jsonl", ".ndjson")


def read_corpus(paths: Iterable[str | Path]) -> Iterator[CorpusFile]:
    """Read the corpus files that the paths name: files, folders, compiled JSON lines.

    Raises:
        CorpusError: a path names nothing that can be read.
        GoldError: a line of a compiled file breaks the shape.
    """
    for path in find_files(paths):
        if path.suffix.lower() in COMPILED:
            yield from _read_compiled(path)
        else:
            yield read_file(path)


def find_files(paths: Iterable[str | Path]) -> list[Path]:
    """Give the files that the paths name, each once, in the order of their names.

    Raises:
        CorpusError: a path does not exist, or is a folder without files of the corpus.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        if not path.exists():
            raise CorpusError(Errors.NOT_FOUND.format(path=path))
        inside = sorted(path.rglob(f"*{MARKUP}")) if path.is_dir() else [path]
        if not inside:
            raise CorpusError(Errors.EMPTY_FOLDER.format(path=path, endings=MARKUP))
        found |= {file.resolve(): file for file in inside if file.resolve() not in found}
    return list(found.values())


def read_file(path: Path) -> CorpusFile:
    """Read one file in the markup.

    Raises:
        CorpusError: it cannot be opened, or is not UTF-8.
    """
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CorpusError(Errors.UNREADABLE.format(path=path, error=error.strerror)) from error
    except UnicodeDecodeError as error:
        place = Errors.DAMAGED.format(path=path, encoding="UTF-8", place=error.start)
        raise CorpusError(place) from error
    return read_source(source, str(path))


def _read_compiled(path: Path) -> Iterator[CorpusFile]:
    """Read gold-shaped documents; all of one stands in one line of the file."""
    for number, document in enumerate(read_gold(path), start=1):
        plain = plain_document(document)
        header = dict(line.removeprefix("# ").split(": ", 1) for line in header_of(plain["meta"]))
        claims = plain["claims"]
        yield CorpusFile(
            str(path),
            header=header,
            text=plain["text"],
            ents=sorted(plain["ents"], key=lambda ent: (ent["start"], -ent["end"])),
            claims=claims,
            claim_lines=[number] * len(claims),
            line_starts=[0],
            line_numbers=[number],
            compiled_id=document["doc_id"],
        )
