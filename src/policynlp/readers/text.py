"""Plain text and Markdown: the text is the decoded file as it is."""

from pathlib import Path

from policynlp.errors import Errors, ReadError
from policynlp.readers.encoding import decode
from policynlp.schema import Document


def read_text(path: Path) -> Document:
    """Read a file whole; line ends and stray spaces stay, offsets count on them."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(
            Errors.UNREADABLE.format(path=path, error=error.strerror or error)
        ) from error
    return parse_text(data, path.stem, name=str(path))


def parse_text(data: bytes, doc_id: str, *, name: str) -> Document:
    """Make a document of the bytes of a file; ``name`` is what an error calls it."""
    text, encoding = decode(data, name)
    return Document(doc_id, text, {"encoding": encoding})
