"""The time that a claim is of where its words name none: what the section makes of it."""

from collections.abc import Sequence
from itertools import pairwise

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft
from policynlp.linking.scope import Scope
from policynlp.linking.words import NEW, triggers

SUMMED = frozenset(("done", "counted", "new"))
SUM = 6  # letters before a verb in which 累计 stands


def default_period(scope: Scope, draft: Draft, *, listed: bool) -> str | None:
    """Give the section's time: of a value reached the last year, of sums and averages the span.

    ``listed`` says that the claim goes on with the list of a sum: 新增学校5所、|幼儿园8所.
    """
    anchor = scope.anchor
    lasting = listed or not _reached(scope, draft)
    if anchor.span and lasting and not _of_last_year(scope, draft):
        first, last = anchor.span
        return f"{first}/{last}"
    year = anchor.year if anchor.year is not None else anchor.report_year
    if year is None:
        return None
    return f"{year}-12-31" if not anchor.span and _held(scope, draft) else str(year)


def _reached(scope: Scope, draft: Draft) -> bool:
    """Whether a value is one of the last year, not a sum or a bound of all of them."""
    if draft.kind == "change":
        return _from_year(draft)
    if draft.kind != "level" or draft.pattern in SUMMED or draft.yearly:
        return False
    if _is_summed(scope, draft):
        return False
    return not (_is_deed(scope, draft) or _is_kept(scope, draft) or _is_of_years(draft))


def _is_summed(scope: Scope, draft: Draft) -> bool:
    """投资年均增长9%，|累计完成4万亿元: a deed that goes on with the subject before sums it up."""
    if draft.pattern != "inherited" or draft.trigger is None:
        return False
    start, end = draft.trigger
    verb = triggers().get(scope.text[start:end])
    return verb is not None and verb.kind == "do" and scope.text.endswith("累计", 0, start)


def _is_deed(scope: Scope, draft: Draft) -> bool:
    """棚户区改造|2600万套: a noun of doing counts what was done in all the years."""
    words = scope.text[draft.subject.start : draft.subject.end]
    forms = (words[-length:] for length in (4, 3, 2) if length < len(words))
    deed = next((t for form in forms if (t := triggers().get(form))), None)
    known = deed is not None and deed.kind == "do"
    return draft.pattern == "bare" and (
        known or words.endswith(row_forms("phrase_marks", "FULFILLED"))
    )


def _is_kept(scope: Scope, draft: Draft) -> bool:
    """失业率控制在5%以内 holds for all the years, 总人口控制在14亿人 for the last."""
    verb = scope.text[slice(*draft.trigger)] if draft.trigger else ""
    quantity = draft.quantity.value if draft.quantity else {}
    kept = verb in row_forms("phrase_marks", "KEPT")
    return kept and quantity.get("dimension") not in ("person", "money")


def _from_year(draft: Draft) -> bool:
    """比2026年提高3个百分点, 比“十五”末增长两成: counts from a year to the last of all."""
    base = draft.baseline.value if draft.baseline and draft.baseline.value else {}
    time = base.get("time") or {}
    return not draft.yearly and (isinstance(time.get("base"), int) or "last" in time)


def _is_of_years(draft: Draft) -> bool:
    """是“十五”的2.7倍: what is compared with years is a sum of years."""
    base = draft.baseline.value if draft.baseline and draft.baseline.value else {}
    time = base.get("time") or {}
    return draft.pattern == "multiple" and ("span" in time or "before" in time)


def _of_last_year(scope: Scope, draft: Draft) -> bool:
    base = draft.baseline
    return (
        base is not None
        and not draft.yearly
        and scope.text.startswith(row_forms("phrase_marks", "LAST_YEAR"), base.start)
    )


def _held(scope: Scope, draft: Draft) -> bool:
    """Whether the claim is of a stock at the year's end: 比上年末, or 存款余额 in a communiqué."""
    base, subject = draft.baseline, draft.subject
    if base is not None and scope.text[base.start : base.end].endswith(
        row_forms("phrase_marks", "YEAR_END")
    ):
        return True
    anchor = scope.anchor
    own_year = anchor.report_year == anchor.year and anchor.tense != "plan"
    words = scope.text[subject.start : subject.end]
    return own_year and NEW not in words and words.endswith(row_forms("phrase_marks", "STOCK"))


def settle(scope: Scope, drafts: Sequence[Draft]) -> None:
    """实现产值500亿元，|年均增长8%: what then grows, or is compared, is of the last year; in place."""
    if not scope.anchor.span:
        return
    for one, two in pairwise(drafts):
        if (
            _is_result(scope, one)
            and two.subject.inherited
            and two.subject.start == one.subject.start
        ):
            grows = two.kind == "change" and two.yearly
            if grows or (two.pattern == "multiple" and _is_of_year(two)):
                one.period_iso = str(scope.anchor.span[1])


def _is_result(scope: Scope, draft: Draft) -> bool:
    """Whether the value was reached by 实现, 完成 and is no sum: not 累计完成投资."""
    if draft.kind != "level" or draft.pattern != "done" or draft.period or not draft.trigger:
        return False
    start, end = draft.trigger
    summed = "累计" in scope.text[max(start - SUM, scope.start) : draft.subject.end]
    return scope.text[start:end] in row_forms("phrase_marks", "RESULT") and not summed


def _is_of_year(draft: Draft) -> bool:
    """是2026年的2倍: compared with one year."""
    base = draft.baseline.value if draft.baseline and draft.baseline.value else {}
    return isinstance((base.get("time") or {}).get("base"), int)
