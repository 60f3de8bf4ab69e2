"""Claims read from their lines; where their parts stand is found later, in ``places``."""

import re
from typing import Any, get_args

from policynlp.corpus.findings import Says
from policynlp.corpus.markup import squeeze
from policynlp.corpus.notation import DIRECTIONS, EXTRAS, QUANTITIES, TIMES, Claim, Places, unescape
from policynlp.schema import Kind, Modality, Relation

_WAYS = {word: direction for direction, word in DIRECTIONS.items()}
_BAR = re.compile(r"((?:[^\\|]|\\.)*)(?:\||$)")
_DAY = r"\d{4}(?:-Q[1-4]|-\d\d(?:-\d\d)?)?"
_ISO = re.compile(rf"{_DAY}(?:/{_DAY})?")
_AT = re.compile(r"((?:[^\\@]|\\.)*)(?:@|$)")
_VALUE = re.compile(
    rf"(?:(?P<relation>{'|'.join(get_args(Relation))}) )?"
    r"(?P<value>-?\d+(?:\.\d+)?)(?:~(?P<high>-?\d+(?:\.\d+)?))?(?: (?P<unit>\S+))?"
)


class NotationError(ValueError):
    """A claim line cannot be read; the message says what to do."""


def parse_claim(line: str) -> tuple[Claim, Places]:
    """Read a line; the parts have texts and values, but no offsets yet.

    Returns:
        The claim, and what stands behind the ``@`` of its fields.

    Raises:
        NotationError: the line breaks the notation.
    """
    fields = [field.strip() for field in _split(_BAR, line)]
    if len(fields) < 5:
        raise NotationError(Says.CLAIM_SHORT.format(count=len(fields)))
    places: Places = {}
    claim = _head(fields[0])
    name = fields[1].removeprefix("^")
    indicator = _words(name, "indicator", places)
    if indicator is None:
        raise NotationError(Says.CLAIM_EMPTY)
    claim["indicator"] = indicator | {"inherited": name != fields[1]}
    claim["trigger"] = _words(fields[2], "trigger", places)
    claim["quantity"] = _quantity(fields[3], "quantity", places)
    claim["from_quantity"] = None
    claim["period"] = _time(fields[4], "period", places)
    claim |= dict.fromkeys(("baseline", "region", "share_of"))
    for extra in fields[5:]:
        _extra(extra, claim, places)
    _refuse_shape(claim)
    return claim, places


def _refuse_shape(claim: Claim) -> None:
    """A trend has no quantity, the others have one."""
    trend = claim["kind"] == "trend"
    if trend != (claim["quantity"] is None):
        what, way = ("has not", "level or change, or -") if trend else ("needs", "it, or trend")
        raise NotationError(Says.CLAIM_SHAPE.format(kind=claim["kind"], what=what, way=way))


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    """Split at the signs before which no backslash stands."""
    pieces: list[str] = []
    at = 0
    while at <= len(text):
        match = pattern.match(text, at)
        if match is None:  # a \ at the very end
            return [*pieces, text[at:]]
        pieces.append(match[1])
        if match.end() == match.end(1):
            break
        at = match.end()
    return pieces


def split_sign(sign: str) -> tuple[str, str]:
    """Split what stands behind the words, ``@参保人数@2``, at its second ``@``."""
    head, *rest = _split(_AT, sign.removeprefix("@"))
    return head, f"@{rest[0]}" if rest else ""


def _head(text: str) -> Claim:
    kind, _, way = text.partition(" ")
    if kind not in get_args(Kind) or (way and way not in _WAYS):
        raise NotationError(Says.CLAIM_KIND.format(value=text))
    return {"kind": kind, "direction": _WAYS.get(way), "modality": "actual", "negated": False}


def _words(text: str, name: str, places: Places) -> dict[str, Any] | None:
    if text in ("-", ""):
        return None
    words, *rest = _split(_AT, text)
    if rest:
        places[name] = "@" + "@".join(rest)
    return {"text": squeeze(unescape(words)), "start": None, "end": None}


def _quantity(text: str, name: str, places: Places) -> dict[str, Any] | None:
    if text == "-":
        return None
    words, equals, value = text.partition(" = ")
    match = _VALUE.fullmatch(value.strip())
    if not equals or not words or match is None:
        raise NotationError(Says.CLAIM_QUANTITY.format(value=text))
    numbers = {
        "value": _read_number(match["value"]),
        "high": None if match["high"] is None else _read_number(match["high"]),
        "unit": unescape(match["unit"] or ""),
        "relation": match["relation"] or "eq",
    }
    return (_words(words, name, places) or {}) | numbers


def _read_number(digits: str) -> float:
    return float(digits) if "." in digits else int(digits)


def _time(text: str, name: str, places: Places) -> dict[str, Any] | None:
    if text == "-":
        return None
    words, equals, iso = text.rpartition(" = ")
    if not _ISO.fullmatch(iso) and not (equals and words and iso == "-"):
        raise NotationError(Says.CLAIM_TIME.format(value=text))
    if not equals:
        return {"text": None, "start": None, "end": None, "iso": iso}
    return (_words(words, name, places) or {}) | {"iso": None if iso == "-" else iso}


def _extra(text: str, claim: Claim, places: Places) -> None:
    word, _, rest = text.partition(" ")
    if text == "not":
        claim["negated"] = True
    elif text in get_args(Modality):
        claim["modality"] = text
    elif word in EXTRAS and rest:
        name = EXTRAS[word]
        read = _quantity if name in QUANTITIES else _time if name in TIMES else _words
        claim[name] = read(rest, name, places)
    else:
        raise NotationError(Says.CLAIM_EXTRA.format(value=text))
