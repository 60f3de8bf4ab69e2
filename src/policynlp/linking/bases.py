"""How far a base of comparison reaches: 比上年增加208所、|增长1.9%."""

from policynlp.linking.drafts import Draft
from policynlp.linking.moods import LASTING
from policynlp.linking.parses import Parse
from policynlp.linking.reader import Reader

COMPARING = ("multiple", "excess")  # patterns that hold their base in themselves


def set_baseline(reader: Reader, draft: Draft, found: Parse) -> None:
    """A baseline reaches the coordinate changes of the same subject: 比上年增加208所、增长1.9%."""
    own = draft.baseline or found.baseline or reader.pending_base
    if own is not None:
        reader.context.baseline = own
    elif draft.kind != "change" or not (draft.subject.inherited or _lists_changes(reader, found)):
        reader.context.baseline = None
    draft.baseline = own if draft.yearly else own or reader.context.baseline


def _lists_changes(reader: Reader, found: Parse) -> bool:
    """纺织业比上年增长7%，汽车业增长5%: rates in a row are measured alike."""
    last = reader.drafts[-1] if reader.drafts else None
    if last is None or found.roles & LASTING:
        return False
    return last.kind == "change" and last.pattern not in COMPARING
