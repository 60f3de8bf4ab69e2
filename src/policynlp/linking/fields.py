"""Fill the fields that a claim takes from around it: period, baseline, region, modality."""

from dataclasses import dataclass, field

from policynlp.linking.drafts import Draft
from policynlp.linking.phrases import Parse
from policynlp.linking.scope import Scope
from policynlp.normalize.dates import resolve, resolve_baseline
from policynlp.schema import Anchor, Mention

LASTING = frozenset(("target", "forecast"))
SUMMED = frozenset(("done", "counted", "new"))


@dataclass(slots=True)
class Context:
    """What the clauses before have set, up to the next ；: time, place, base, mood."""

    period: Mention | None = None
    region: Mention | None = None
    baseline: Mention | None = None
    moods: set[str] = field(default_factory=set)

    def take(self, found: Parse) -> None:
        """Remember what this stretch says for the ones after it."""
        self.period = found.period or self.period
        self.region = found.region or self.region
        self.moods |= found.roles & LASTING


def complete(scope: Scope, draft: Draft, context: Context, roles: set[str]) -> Draft:
    """Set period, region, baseline and modality of a draft in place; give it back."""
    draft.period = draft.period or context.period
    draft.region = draft.region or context.region
    draft.period_iso = _period_iso(scope, draft)
    if draft.baseline is not None:
        draft.baseline_iso = resolve_baseline(draft.baseline.value, scope.anchor, draft.period_iso)
    draft.modality = _modality(scope, draft, roles, context.moods)
    draft.negated = "negation" in roles
    return draft


def _period_iso(scope: Scope, draft: Draft) -> str | None:
    """Resolve the claim's time from its words, failing that from the section.

    In a review of several years a value reached takes the last year, an average or a sum the span.
    """
    if draft.period is not None:
        return resolve(draft.period.value, scope.anchor)
    return _default_period(scope.anchor, draft)


def _default_period(anchor: Anchor, draft: Draft) -> str | None:
    if anchor.span and not _reached(draft):
        first, last = anchor.span
        return f"{first}/{last}"
    year = anchor.year if anchor.year is not None else anchor.report_year
    return None if year is None else str(year)


def _reached(draft: Draft) -> bool:
    return draft.kind == "level" and draft.pattern not in SUMMED and not draft.yearly


def _modality(scope: Scope, draft: Draft, roles: set[str], moods: set[str]) -> str:
    """Tell reported, planned, expected and being done apart, from cues, tense and period."""
    words = roles | moods
    for mood in ("forecast", "target"):
        if mood in words:
            return mood
    if draft.kind == "trend" and (draft.pattern == "governed" or "push" in roles):
        return "action"
    if scope.anchor.tense == "plan" or _ahead(scope.anchor, draft):
        return "target"
    return "actual"


def _ahead(anchor: Anchor, draft: Draft) -> bool:
    iso = draft.period_iso
    last = iso.split("/")[-1][:4] if iso else ""
    return bool(last) and anchor.report_year is not None and int(last) > anchor.report_year
