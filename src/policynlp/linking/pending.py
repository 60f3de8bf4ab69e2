"""The first value of 由77.7%提升至91.2%, kept until the claim of the second is made."""

from policynlp.lexicons import row_forms
from policynlp.linking import shares
from policynlp.linking.drafts import Draft
from policynlp.linking.inheriting import own_subject
from policynlp.linking.parses import Parse
from policynlp.linking.places import keep_place
from policynlp.linking.ratios import SHARES
from policynlp.linking.reader import Reader
from policynlp.linking.relations import share_subject
from policynlp.schema import Mention

REACH = 20  # letters in which the words that lead to the second value stand


def keep_source(reader: Reader, group: list[Mention], found: Parse, left: int, right: int) -> bool:
    """Keep the first value, or values, for the claim of the second; give whether it is one."""
    if found.source is None or not _leads_on(reader.scope.text, group, right):
        return False
    share = shares.read_share(reader.scope, left, found.source)
    _name_source(reader, group[0], found, share)
    base = found.period and found.period._replace(
        label="BASELINE", value={"kind": "from", "time": found.period.value}
    )
    reader.pending, reader.pending_base = group[0], base or found.baseline
    reader.sources = group
    return True


def _leads_on(text: str, group: list[Mention], right: int) -> bool:
    """Whether a second value follows: 6:55:39，|变为5:54:41."""
    end = group[-1].end
    begin = end + (len(group) >= SHARES and text.startswith("，变为", end))
    tail = text[begin : right + REACH].split("，")[0]
    return any(word in tail for word in row_forms("phrase_marks", "LEADS_TO"))


def _name_source(
    reader: Reader, quantity: Mention, found: Parse, share: shares.Share | None
) -> None:
    """Note what both values measure."""
    if share is not None and share.composed is not None:
        reader.subject = share_subject(reader, share) or reader.subject
        reader.pending_whole = share.named
    elif not found.empty:
        own = own_subject(reader, found)
        keep_place(reader, Draft("level", None, own, None, quantity, "moved"))
        reader.subject = own
        reader.context.region = found.region or reader.context.region
