"""A form with files, read in memory: a form that is cut off is no form, and a name opens nothing."""

from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from policynlp.web.server.problems import RequestError


@dataclass(slots=True)
class Part:
    """A part of a form; only one with a file's name is a file."""

    headers: dict[str, bytes] = field(default_factory=dict)
    data: bytearray = field(default_factory=bytearray)

    @property
    def name(self) -> str:
        """What the form calls it."""
        return self._option(b"name") or ""

    @property
    def filename(self) -> str | None:
        """What the sender calls the file; None where there is none."""
        return self._option(b"filename")

    def _option(self, key: bytes) -> str | None:
        _, options = parse_options_header(self.headers.get("content-disposition", b""))
        value = options.get(key)
        return None if value is None else value.decode("utf-8", "replace")


def read_form(body: bytes, content_type: str) -> list[Part]:
    """Give the parts of a form.

    Raises:
        RequestError: it is no form, or not a whole one.
    """
    boundary = parse_options_header(content_type)[1].get(b"boundary")
    if not boundary:
        raise RequestError("invalid_form", reason="its content type names no boundary")
    taker = _Taker()
    try:
        parser = MultipartParser(boundary, taker.callbacks())  # type: ignore[arg-type]  # a dict is one
        parser.write(body)
        parser.finalize()
    except (FormParserError, ValueError) as error:
        raise RequestError("invalid_form", reason="it breaks the rules of its type") from error
    if not taker.whole:
        raise RequestError("invalid_form", reason="it is cut off: its last boundary is missing")
    return taker.parts


class _Taker:
    """Takes what the parser comes across."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.whole = False
        self.header, self.value = bytearray(), bytearray()

    def callbacks(self) -> dict[str, object]:
        """Give the methods by the names that the parser calls."""
        names = [name for name in dir(self) if name.startswith("on_")]
        return {name: getattr(self, name) for name in names}

    def on_part_begin(self) -> None:
        self.parts.append(Part())

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self.header += data[start:end]

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self.value += data[start:end]

    def on_header_end(self) -> None:
        self.parts[-1].headers[self.header.decode("latin-1").lower()] = bytes(self.value)
        self.header.clear()
        self.value.clear()

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        self.parts[-1].data += data[start:end]

    def on_end(self) -> None:
        self.whole = True
