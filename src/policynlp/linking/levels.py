"""Levels whose noun stands behind the next number: 2家省级、4家市级|设计中心."""

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Span
from policynlp.linking.scope import Scope
from policynlp.linking.subjects import attached
from policynlp.linking.words import JOINTS


def shared_head(scope: Scope, phrase: Span) -> str:
    """Give the noun that a bare level takes from the next of its list; empty if it has its own."""
    text, levels = scope.text, row_forms("size_marks", "LEVEL")
    if text[slice(*phrase)] not in levels or text[phrase[1] : phrase[1] + 1] not in JOINTS:
        return ""
    start = phrase[1] + 1
    follower = scope.number_at(start)
    if follower is None:
        return ""
    stop, after = scope.clause_end(start), scope.number_from(start + 1)
    behind = attached(scope, follower.end, min(stop, after.start) if after else stop)
    if behind is None:
        return ""
    words = text[slice(*behind.phrase)]
    level = next((form for form in levels if words.startswith(form)), "")
    return words[len(level) :] or shared_head(scope, behind.phrase)
