"""Parts of what is counted, and what they do: 80%的行政村|获评|“绿盈乡村”."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.linking.reader import Reader
from policynlp.linking.scope import Scope
from policynlp.linking.subjects import Attached, attached, parse_after
from policynlp.linking.words import JOINTS
from policynlp.schema import Mention


def part_draft(reader: Reader, quantity: Mention, behind: Attached) -> Draft | None:
    """Make the claim of a part: what follows the verb is measured, the noun is the whole."""
    scope = reader.scope
    told = _told(scope.text, behind) or _told_of_next(scope, behind)
    if told is None:
        return None
    whole, verb = told
    theme = _theme(scope, verb[1]) or whole
    return Draft("level", None, Subject(*theme), verb, quantity, "part", share_of=whole)


def _theme(scope: Scope, start: int) -> Span | None:
    """What is done, to the end of the clause or to the next number: 通|邮、|88%的村通电话."""
    follower = scope.number_from(start)
    found = parse_after(scope, start)
    if follower is None or found is None or found[1] <= follower.start:
        return found
    end = found[0] + len(scope.text[found[0] : follower.start].rstrip("".join(JOINTS)))
    return (found[0], end) if found[0] < end < follower.start else found


def _told(text: str, behind: Attached) -> tuple[Span, Span] | None:
    """Give the whole and the verb behind it: 断面|为|四类水质, 行政村|通|硬化路."""
    if behind.verb is not None:
        return behind.phrase, behind.verb
    start, end = behind.phrase
    split = _state().match(text, start + 1, end)
    return ((start, split.start(1)), split.span(1)) if split else None


def _told_of_next(scope: Scope, behind: Attached) -> tuple[Span, Span] | None:
    """96%的乡镇和|30%的行政村通硬化路: the verb of the next part is that of both."""
    text, end = scope.text, behind.phrase[1]
    follower = scope.number_from(end + 1)
    if follower is None or text[end : follower.start].strip() not in JOINTS:
        return None
    if not text.startswith("的", follower.end):
        return None
    after = attached(scope, follower.end, scope.clause_end(follower.end))
    told = _told(text, after) if after else None
    return (behind.phrase, told[1]) if told else None


@cache
def _state() -> re.Pattern[str]:
    linked = "|".join(row_forms("phrase_marks", "LINKED"))
    connected = rf"(?<![交普沟流联接贯开融畅])通上?(?=了?(?:{linked}))"
    known = "|".join(row_forms("phrase_marks", "PARTAKING"))
    verbs = rf"(?:为|是|满足|达|{known})(?=[^，、；])"
    return re.compile(rf"[^，、；]{{0,12}}?({verbs}|{connected})")
