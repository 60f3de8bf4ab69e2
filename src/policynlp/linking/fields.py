"""Fill the fields that a claim takes from around it: period, baseline, region, modality."""

from dataclasses import dataclass, field

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft
from policynlp.linking.parses import Parse
from policynlp.linking.scope import Scope
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
    meant = draft.period or context.period
    draft.period = draft.period or (None if context.faded else context.period)
    draft.region = draft.region or context.region
    draft.period_iso = _period_iso(scope, draft, meant)
    if draft.baseline is not None:
        draft.baseline_iso = resolve_baseline(draft.baseline.value, scope.anchor, draft.period_iso)
    draft.modality = _modality(scope, draft, roles, context.moods)
    draft.negated = "negation" in roles
    return draft


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
    if anchor.span and not _reached(draft) and not _of_last_year(scope, draft):
        first, last = anchor.span
        return f"{first}/{last}"
    year = anchor.year if anchor.year is not None else anchor.report_year
    if year is None:
        return None
    return f"{year}-12-31" if not anchor.span and _held(scope, draft) else str(year)


def _reached(draft: Draft) -> bool:
    return draft.kind == "level" and draft.pattern not in SUMMED and not draft.yearly


def _of_last_year(scope: Scope, draft: Draft) -> bool:
    base = draft.baseline
    return base is not None and scope.text.startswith(
        row_forms("phrase_marks", "LAST_YEAR"), base.start
    )


def _held(scope: Scope, draft: Draft) -> bool:
    """Whether the claim is of a stock at the year's end: 存款余额, 比上年末."""
    base, subject = draft.baseline, draft.subject
    if base is not None and scope.text[base.start : base.end].endswith(
        row_forms("phrase_marks", "YEAR_END")
    ):
        return True
    return scope.text[subject.start : subject.end].endswith(row_forms("phrase_marks", "STOCK"))


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
