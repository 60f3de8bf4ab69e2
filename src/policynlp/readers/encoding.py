"""Bytes to text: which encoding a file is in, and whether it is text at all."""

import codecs
import re
from functools import cache

from policynlp.errors import Errors, ReadError
from policynlp.lexicons import load_forms

_KINDS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word, Excel or zip"),
    (b"\xd0\xcf\x11\xe0", "old Word or Excel"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as that of UTF-16 does
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "hz", "big5": "big5hkscs"}
_SAMPLE = 100_000  # bytes by which an encoding is told
_CHINESE = 0.4  # commonest characters beyond ASCII: over 0.8 in reports, under 0.2 in mojibake
_ASCII = re.compile(r"[\x00-\x7f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HTML = re.compile(r"\s*(?:<!doctype html|<html)", re.I)


def decode(data: bytes, name: str = "input") -> tuple[str, str]:
    """Text of a file and its encoding; a byte order mark is no part of the text.

    Raises:
        ReadError: the file is empty, is no text, or is in no encoding that gives Chinese.
    """
    if not data.strip():
        raise ReadError(Errors.EMPTY_FILE.format(path=name))
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise ReadError(Errors.NOT_TEXT.format(path=name, kind=kind))
    mark, encoding = next((pair for pair in _BOMS if data.startswith(pair[0])), (b"", ""))
    body = data[len(mark) :]
    encoding = encoding or _guess(body, name)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        place = error.start + len(mark)
        raise ReadError(Errors.DAMAGED.format(path=name, encoding=encoding, place=place)) from error
    _check(text, name)
    return text, encoding


def decode_as(data: bytes, declared: str, name: str = "input") -> tuple[str, str]:
    """Text and encoding of a file that names its encoding, be it right or wrong.

    Raises:
        ReadError: as ``decode``.
    """
    if not data.strip():
        raise ReadError(Errors.EMPTY_FILE.format(path=name))
    mark, encoding = next((pair for pair in _BOMS if data.startswith(pair[0])), (b"", ""))
    encoding = encoding or _known(declared, data)
    if not encoding:
        encoding = _guess(data, name)
    # a saved page may be cut in the middle of a character, and loses no more than that
    text = data[len(mark) :].decode(encoding, "replace")
    _check_binary(text, name)
    return text, encoding


def _known(declared: str, data: bytes) -> str:
    """The encoding that a file names, in its widest form, if it fits."""
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return ""
    name = _WIDER.get(name, name)
    text = _try(data[:_SAMPLE], name)
    fits = text is not None and (text.isascii() or _chinese(text) >= _CHINESE)
    return name if fits else ""


def _check(text: str, name: str) -> None:
    if not text.strip():
        raise ReadError(Errors.EMPTY_FILE.format(path=name))
    if _HTML.match(text):
        raise ReadError(Errors.NOT_TEXT.format(path=name, kind="HTML"))
    _check_binary(text, name)


def _check_binary(text: str, name: str) -> None:
    if "\0" in text or len(_CONTROL.findall(text[:_SAMPLE])) > 0.01 * len(text[:_SAMPLE]):
        raise ReadError(Errors.NOT_TEXT.format(path=name, kind="binary"))


def _guess(data: bytes, name: str) -> str:
    """Take UTF-8 where it fits, else the encoding under which the text is the most Chinese."""
    sample = data[:_SAMPLE]
    plain = _try(sample, "utf-8")
    if plain and not _CONTROL.search(plain) and (plain.isascii() or _chinese(plain) >= _CHINESE):
        return "utf-8"
    scores = {encoding: _score(sample, encoding) for encoding in (*_CANDIDATES, *_detect(sample))}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] >= _CHINESE:
        return best
    if plain is not None and "\0" not in plain:
        return "utf-8"
    if _chinese(sample.decode("utf-8", "ignore")) >= _CHINESE:
        return "utf-8"  # damaged: decoding says where
    raise ReadError(Errors.NO_ENCODING.format(path=name))


def _detect(sample: bytes) -> list[str]:
    """Ask charset-normalizer too: it knows HZ, EUC-TW and their like."""
    from charset_normalizer import from_bytes  # only where UTF-8 does not fit

    match = from_bytes(sample[:10_000]).best()
    return [match.encoding] if match else []


def _try(sample: bytes, encoding: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(sample)
    except UnicodeError:
        return None


def _score(sample: bytes, encoding: str) -> float:
    text = _try(sample, encoding)
    return 0.0 if text is None or _CONTROL.search(text) else _chinese(text)


def _chinese(text: str) -> float:
    """Share of the commonest Chinese characters and signs in what is not ASCII."""
    foreign = _ASCII.sub("", text)
    rare = _common().sub("", foreign)  # a look at each character takes four times as long
    return (len(foreign) - len(rare)) / len(foreign) if foreign else 0.0


@cache
def _common() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(load_forms('common_characters')))}]+")
