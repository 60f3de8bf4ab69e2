"""The time that a claim is of where its words name none: what the section makes of it."""

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft
from policynlp.linking.scope import Scope
from policynlp.linking.words import NEW, triggers

SUMMED = frozenset(("done", "counted", "new"))


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
    return not (_is_deed(scope, draft) or _is_kept(scope, draft) or _is_of_years(draft))


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
