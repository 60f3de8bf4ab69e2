"""Reported, planned, expected or being done: the modality of a claim."""

import re

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft
from policynlp.linking.parses import Parse
from policynlp.linking.scope import Scope
from policynlp.linking.words import NEW
from policynlp.schema import Anchor

LASTING = frozenset(("target", "forecast"))
AIM = re.compile(r"的[^，。；、]{0,6}?(?:目标|要求|任务)")
STOP = re.compile(r"[，。；：！\n]")


def put_first(text: str, found: Parse) -> bool:
    """Whether 将 puts the object before its verb (将|补助标准|提高20元), and foresees nothing."""
    region = found.region
    at = region.start if region and region.end == found.start else found.start
    if found.empty or text[at - 1 : at] != "将" or _foresees(text, at - 1):
        return False
    if found.direction or (found.trigger and found.trigger[0] >= found.end):
        return True
    stop = STOP.search(text, found.start)
    rest = text[found.start : stop.start() if stop else len(text)]
    return any(form in rest for form in row_forms("phrase_marks", "DISPOSED"))


def _foresees(text: str, at: int) -> bool:
    """Whether what stands before 将 makes it one that foresees: 预计|将, 即|将."""
    return text[max(at - 1, 0) : at] in row_forms("phrase_marks", "FORESEEN")


def modality(scope: Scope, draft: Draft, roles: set[str], moods: set[str]) -> str:
    """Tell reported, planned, expected and being done apart, from cues, tense and period."""
    words = roles | moods
    if "forecast" in words and ("forecast" in roles or not _is_own_deed(scope, draft)):
        return "forecast"
    if draft.kind == "trend" and draft.pattern == "governed":
        return "action"
    if "target" in words and (scope.anchor.tense != "past" or _is_aimed(scope, draft, roles)):
        return "target"
    if draft.kind == "trend" and "push" in roles:
        return "action"
    if scope.anchor.tense == "plan" or _ahead(scope.anchor, draft):
        return "target"
    return "actual"


def _is_own_deed(scope: Scope, draft: Draft) -> bool:
    """预计产值增长5%，|建成水厂3座: what is done is told anew, but not what is reached (实现)."""
    if draft.pattern == "new":
        return scope.text.startswith(NEW, draft.subject.start)
    if draft.quantity is not None and scope.text[draft.quantity.start - 1] == "、":
        return False  # 预计3个县摘帽、|20个村出列
    verb = scope.text[slice(*draft.trigger)] if draft.trigger else ""
    return draft.pattern in ("done", "counted") and verb not in row_forms("phrase_marks", "RESULT")


def _is_aimed(scope: Scope, draft: Draft, roles: set[str]) -> bool:
    """要实现|产值翻两番的战略目标 sets a goal, in a review too; 实现了…的目标 has reached it."""
    if draft.quantity is None or "target" not in roles:
        return False
    return AIM.match(scope.text, draft.quantity.end) is not None


def _ahead(anchor: Anchor, draft: Draft) -> bool:
    iso = draft.period_iso
    last = iso.split("/")[-1][:4] if iso else ""
    return bool(last) and anchor.report_year is not None and int(last) > anchor.report_year
