"""Files to documents: what can be read, and by which reader."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from policynlp.readers.discover import discover, name_documents
from policynlp.readers.text import read_text
from policynlp.schema import Document

__all__ = ["READERS", "discover", "name_documents", "read"]

# ending → reader; every other ending is read as text, and refused if it is none
READERS: Mapping[str, Callable[[Path], Document]] = MappingProxyType(
    {".txt": read_text, ".md": read_text}
)


def read(path: str | Path) -> Iterator[Document]:
    """Read the documents of a file; a text file holds one.

    Raises:
        ReadError: the file cannot be read as a report; the message names it and says what to do.
    """
    path = Path(path)
    yield READERS.get(path.suffix.lower(), read_text)(path)
