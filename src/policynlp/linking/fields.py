"""Fill the fields that a claim takes from around it: period, baseline, region, modality."""

from dataclasses import dataclass, field

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft
from policynlp.linking.parses import Parse
from policynlp.linking.scope import Scope
from policynlp.linking.words import NEW, triggers
from policynlp.normalize.dates import resolve, resolve_baseline
from policynlp.schema import Anchor, Mention

LASTING = frozenset(("target", "forecast"))
SUMMED = frozenset(("done", "counted", "new"))


@dataclass(slots=True)
class Context:
    """What the clauses before have set: time, place, base, mood."""

    period: Mention | None = None
    faded: bool = False
    region: Mention | None = None
    baseline: Mention | None = None
    moods: set[str] = field(default_factory=set)

    def take(self, found: Parse) -> None:
        """Remember what this stretch says for the ones after it."""
        if found.period is not None and not found.lasting:
            self.period, self.faded = found.period, False
        self.region = found.region or self.region
        self.moods |= found.roles & LASTING

    def part(self) -> None:
        """Enter what follows ；: time is still meant but no longer said, place and base are not."""
        self.faded = True
        self.region = self.baseline = None
        self.moods.discard("forecast")


def complete(scope: Scope, draft: Draft, context: Context, roles: set[str]) -> Draft:
    """Set period, region, baseline and modality of a draft in place; give it back."""
    if draft.yearly and draft.period is None and scope.anchor.span:
        context.period = None  # 2017年达到4.5万亿元，年均增长8.4%: the rate is of all years
    meant = draft.period or (None if _flows_on(scope, draft, context) else context.period)
    draft.period = draft.period or (None if context.faded else context.period)
    draft.region = draft.region or context.region
    draft.period_iso = _period_iso(scope, draft, meant)
    if draft.baseline is not None:
        draft.baseline_iso = resolve_baseline(draft.baseline.value, scope.anchor, draft.period_iso)
    draft.modality = _modality(scope, draft, roles, context.moods)
    draft.negated = "negation" in roles
    return draft


def _flows_on(scope: Scope, draft: Draft, context: Context) -> bool:
    """年末生猪存栏4万头；生猪出栏7万头: the year's end says nothing of what flows."""
    value = context.period.value if context.faded and context.period else {}
    flows = row_forms("phrase_marks", "FLOW")
    return value.get("part") == "-12-31" and scope.text.endswith(
        flows, draft.subject.start, draft.subject.end
    )


def _period_iso(scope: Scope, draft: Draft, meant: Mention | None) -> str | None:
    """Resolve the claim's time from its words, failing that from the section.

    In a review of several years a value reached takes the last year, an average or a sum the span.
    """
    iso = resolve(meant.value, scope.anchor) if meant is not None else None
    if iso is not None or (meant is not None and draft.period is not None):
        return iso
    return _default_period(scope, draft)


def _default_period(scope: Scope, draft: Draft) -> str | None:
    anchor = scope.anchor
    if anchor.span and not _reached(scope, draft) and not _of_last_year(scope, draft):
        first, last = anchor.span
        return f"{first}/{last}"
    year = anchor.year if anchor.year is not None else anchor.report_year
    if year is None:
        return None
    return f"{year}-12-31" if not anchor.span and _held(scope, draft) else str(year)


def _reached(scope: Scope, draft: Draft) -> bool:
    """Whether a value is one of the last year, not a sum or a bound of all of them."""
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


def _is_of_years(draft: Draft) -> bool:
    """是“十五”的2.7倍: what is compared with years is a sum of years."""
    base = draft.baseline.value if draft.baseline and draft.baseline.value else {}
    return draft.pattern == "multiple" and "span" in (base.get("time") or {})


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


def _modality(scope: Scope, draft: Draft, roles: set[str], moods: set[str]) -> str:
    """Tell reported, planned, expected and being done apart, from cues, tense and period."""
    words = roles | moods
    own_deed = draft.pattern in ("done", "counted") and "forecast" not in roles
    if "forecast" in words and not own_deed:
        return "forecast"
    if "target" in words and scope.anchor.tense != "past":
        return "target"
    if draft.kind == "trend" and (draft.pattern == "governed" or "push" in roles):
        return "action"
    if scope.anchor.tense == "plan" or _ahead(scope.anchor, draft):
        return "target"
    return "actual"


def _ahead(anchor: Anchor, draft: Draft) -> bool:
    iso = draft.period_iso
    last = iso.split("/")[-1][:4] if iso else ""
    return bool(last) and anchor.report_year is not None and int(last) > anchor.report_year
