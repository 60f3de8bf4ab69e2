"""Labels of other people's, and ours for them."""

from collections.abc import Iterable

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.records import SPAN_LABELS


def parse_renames(entries: Iterable[str]) -> dict[str, str]:
    """Read ``["指标=INDICATOR,机构=ORG", "词="]`` as a map from old label to new; empty: no span.

    Raises:
        InterchangeError: an entry is no OLD=NEW, or NEW is no label.
    """
    renames: dict[str, str] = {}
    for entry in (piece for text in entries for piece in text.split(",") if piece.strip()):
        old, sign, new = (piece.strip() for piece in entry.partition("="))
        if not (old and sign) or new not in {*SPAN_LABELS, ""}:
            labels = " ".join(SPAN_LABELS)
            raise InterchangeError(Errors.BAD_RENAME.format(entry=entry, labels=labels))
        renames[old] = new
    return renames
