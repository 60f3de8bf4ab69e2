"""Claims of a part, a multiple or an excess: 占…, 是…的N倍, 高于…."""

from policynlp.lexicons import row_forms
from policynlp.linking import shares
from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.linking.parses import Parse
from policynlp.linking.reader import Reader, kind_of
from policynlp.linking.verbs import hedge_of
from policynlp.schema import Mention


def share_subject(reader: Reader, share: shares.Share) -> Subject | None:
    """X占Y比重 is one indicator; where X is not said again it is that of before."""
    part = share.part
    own = None if part.empty else Subject(part.start, part.end)
    if share.composed is None:
        return own or reader.subject
    if own is None and reader.subject is not None:
        return shares.compose(reader.scope, reader.subject, share.composed)
    return share.composed


def share_draft(
    reader: Reader, quantity: Mention, share: shares.Share, found: Parse
) -> Draft | None:
    """Make the claim of a part of a whole; None where nobody says whose part it is."""
    part, subject = share.part, share_subject(reader, share)
    if subject is None:
        return None
    other = _is_of_other_time(reader.scope.text, found.period, share.whole)
    found.period = part.period if other else found.period or part.period
    found.region = part.region or found.region
    found.baseline = found.baseline or part.baseline
    direction = share.tail.direction if share.tail else None
    kind, way = kind_of(direction, quantity)
    trigger = share.trigger or hedge_of(reader.scope.text, quantity)
    draft = Draft(kind, way, subject, trigger, quantity, "share")
    draft.share_of = share.named
    draft.relation = share.relation
    return draft


def _is_of_other_time(text: str, period: Mention | None, whole: Span) -> bool:
    """不低于|上年收入|的60%: the time of what is compared with; 占|当年总数|的5% is of the same."""
    if period is None or not whole[0] <= period.start < whole[1]:
        return False
    return not text.startswith(row_forms("phrase_marks", "SAME_TIME"), period.start)


def multiple_draft(reader: Reader, quantity: Mention, left: int) -> Draft | None:
    """Make the claim of 是2012年的1.9倍; None where the words before are other ones."""
    scope = reader.scope
    multiple = shares.read_multiple(scope, left, quantity.start)
    if multiple is None:
        return None
    part, verb, base = multiple
    subject = reader.subject if part.empty else Subject(part.start, part.end)
    if subject is None:
        return None
    draft = Draft("level", None, subject, verb, quantity, "multiple")
    time = next((m for m in scope.layers["times"] if m.start >= base[0] and m.end <= base[1]), None)
    value = {"kind": "times", "time": time.value if time else None}
    draft.baseline = Mention(*base, "BASELINE", value)
    draft.period = part.period
    return draft


def excess_draft(reader: Reader, quantity: Mention, left: int) -> Draft | None:
    """Make the claim of 高于全国平均水平1.3个百分点; None where the words before are other ones."""
    excess = shares.read_excess(reader.scope, left, quantity.start)
    if excess is None:
        return None
    part, verb, base = excess
    subject = reader.subject if part.empty else Subject(part.start, part.end)
    if subject is None:
        return None
    way = "decrease" if verb[0] in row_forms("phrase_marks", "LESS") else "increase"
    draft = Draft("change", way, subject, verb.span(), quantity, "excess")
    draft.baseline = Mention(*base, "BASELINE", {"kind": "than", "time": None})
    return draft
