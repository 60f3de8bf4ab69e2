"""What of a claim's field is compared: not how the text is set."""

import re
from collections.abc import Mapping
from typing import Any

Values = Mapping[str, Any]

FIELDS = ("period", "baseline", "region", "modality", "from_quantity", "share_of")
_IGNORED = re.compile(r"[\s“”‘’「」\"']+")
_NARROW = str.maketrans("（），：；％", "(),:;%")


def read_field(claim: Values, name: str) -> Any:
    """Give what of the field is compared: the iso of a time, value and unit, else the words."""
    part = claim.get(name)
    if name in ("period", "baseline"):
        return (part or {}).get("iso") or plain(words_of(part))
    if not part:
        return None
    if name == "from_quantity":
        return part.get("value"), plain(part.get("unit"))
    return plain(words_of(part))


def plain(text: str | None) -> str:
    """Drop white space and quotation marks, narrow the full-width signs."""
    return _IGNORED.sub("", text or "").translate(_NARROW)


def words_of(part: Any) -> Any:
    """Give the words of a part, or the bare words that stand in its place."""
    return part.get("text") if isinstance(part, Mapping) else part
