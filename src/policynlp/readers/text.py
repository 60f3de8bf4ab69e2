"""Plain text and Markdown: the text is the decoded file as it is."""

from policynlp.readers.encoding import decode
from policynlp.readers.files import File
from policynlp.schema import Document


def read_text(file: File) -> Document:
    """Read a file whole; line ends and stray spaces stay, offsets count on them.

    Raises:
        ReadError: it is empty, no text, or in no encoding that gives Chinese.
    """
    text, encoding = decode(file.data, file.name)
    return Document(file.doc_id, text, {"encoding": encoding})
