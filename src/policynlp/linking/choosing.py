"""Choose what the number of a clause tells: those behind it, a share, what stands before it."""

from dataclasses import replace

from policynlp.linking import shares
from policynlp.linking.counted import counted_draft, prefers_behind
from policynlp.linking.drafts import Draft
from policynlp.linking.parses import Parse
from policynlp.linking.parts import part_draft
from policynlp.linking.preceding import preceding_draft
from policynlp.linking.reader import Reader
from policynlp.linking.recipients import recipients_draft
from policynlp.linking.relations import excess_draft, multiple_draft, share_draft
from policynlp.linking.subjects import Attached
from policynlp.linking.venues import held_draft
from policynlp.schema import Mention

WHOLE = 100


def choose_draft(
    reader: Reader, quantity: Mention, left: int, found: Parse, behind: Attached | None
) -> Draft | None:
    """Make the claim of a number; None where nothing is measured.

    Args:
        reader: what is known of the sentence.
        quantity: the number.
        left: where the words before it begin.
        found: those words.
        behind: the noun behind it.
    """
    scope = reader.scope
    if behind is not None and behind.given:
        return counted_draft(reader, quantity, found, behind)
    served = recipients_draft(reader, quantity, left) or held_draft(reader, quantity)
    if served is not None:
        return served
    share = shares.read_share(scope, left, quantity.start)
    if share is not None:
        return share_draft(reader, quantity, share, found)
    compared = None if found.direction else _compared(reader, quantity, left)
    if compared is not None:
        return compared
    if behind is not None and prefers_behind(scope.text, quantity, found):
        return _behind_draft(reader, quantity, found, behind)
    return preceding_draft(reader, quantity, found)


def _compared(reader: Reader, quantity: Mention, left: int) -> Draft | None:
    """是2012年的1.9倍, 高于全国0.4个百分点."""
    if quantity.value["unit"] == "倍":
        return multiple_draft(reader, quantity, left)
    return excess_draft(reader, quantity, left) if quantity.value["unit"] == "百分点" else None


def _behind_draft(
    reader: Reader, quantity: Mention, found: Parse, behind: Attached
) -> Draft | None:
    if quantity.value["dimension"] != "ratio":
        return counted_draft(reader, quantity, found, behind)
    if found.empty and not found.direction and found.kind != "reach":
        return part_draft(reader, quantity, behind)
    draft = preceding_draft(reader, quantity, found)
    if draft is None or (found.direction is not None and not found.direction.value["to"]):
        return draft  # 增长4%的要求, but 扩大到86%的县
    if quantity.value["value"] == WHOLE and not reader.scope.text.startswith("的", quantity.end):
        return draft  # 贫困村100%通电
    return replace(draft, share_of=behind.phrase)
