"""Fill the fields that a claim takes from around it: period, baseline, region, modality."""

import re
from dataclasses import dataclass, field

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft
from policynlp.linking.moods import LASTING, modality, put_first
from policynlp.linking.parses import Parse
from policynlp.linking.periods import SUMMED, default_period
from policynlp.linking.scope import Scope
from policynlp.normalize.dates import resolve, resolve_baseline
from policynlp.schema import Mention

FRAME = re.compile("[中间里内]?[，,]")
Place = tuple[int, str | None]  # where an indicator stands, and its text if composed


@dataclass(slots=True)
class Context:
    """What the clauses before have set: time, place, base, mood."""

    period: Mention | None = None
    faded: bool = False
    region: Mention | None = None
    baseline: Mention | None = None
    moods: set[str] = field(default_factory=set)
    reached: bool = False  # 由2026年的3家增加到2030年的9家: the year is that of the second value
    summed: bool = False
    listed: bool = False  # 其中, 共有: what follows are members of one list
    throughout: bool = False  # 预计（下同）: the mood holds to the end of the sentence
    places: dict[Place, Mention] = field(default_factory=dict)

    def take(self, text: str, found: Parse) -> None:
        """Remember what this stretch says for the ones after it."""
        if "forecast" in found.roles and put_first(text, found):
            found.roles.discard("forecast")
        if found.period is not None and not (found.lasting and not _frames(text, found)):
            self.period, self.faded, self.reached = found.period, False, False
        self.region = found.region or self.region
        self.moods |= found.roles & LASTING

    def part(self) -> None:
        """Enter what follows ；: time is still meant but no longer said, place and base are not."""
        self.faded, self.listed = True, False
        self.region = self.baseline = None
        if not self.throughout:
            self.moods.discard("forecast")


def _frames(text: str, found: Parse) -> bool:
    """五年来，: a length of years that is all of its clause holds for the clauses after it."""
    period = found.period
    if period is None or "last" not in period.value:
        return False
    return FRAME.match(text, period.end) is not None and not text.startswith("连续", period.start)


def complete(scope: Scope, draft: Draft, context: Context, roles: set[str]) -> Draft:
    """Set period, region, baseline and modality of a draft in place; give it back."""
    sums = draft.yearly or (context.reached and draft.pattern in SUMMED)
    year = context.period is not None and "last" not in context.period.value
    if sums and year and draft.period is None and scope.anchor.span:
        context.period = None  # 2017年达到4.5万亿元，年均增长8.4%: the rate is of all years
    meant = draft.period or (None if _flows_on(scope, draft, context) else context.period)
    draft.period = draft.period or (None if context.faded else context.period)
    draft.region = draft.region or _place(draft, context) or context.region
    draft.period_iso = _period_iso(scope, draft, meant, context)
    if draft.baseline is not None:
        draft.baseline_iso = resolve_baseline(draft.baseline.value, scope.anchor, draft.period_iso)
    draft.modality = modality(scope, draft, roles, context.moods)
    draft.negated = "negation" in roles
    _remember(scope, draft, context)
    return draft


def _remember(scope: Scope, draft: Draft, context: Context) -> None:
    """Keep what the claims after this one take from it."""
    if draft.region is not None:
        context.places[draft.subject.start, draft.subject.text] = draft.region
    if draft.baseline is not None and draft.baseline.value:
        context.reached = draft.baseline.value["kind"] == "from" and draft.period is not None
    context.summed = draft.pattern in SUMMED or (context.summed and _goes_on(scope, draft))


def _place(draft: Draft, context: Context) -> Mention | None:
    """An indicator that is taken over takes its place along: 市区人均收入2万元，…，分别增长8%和9%."""
    if not draft.subject.inherited:
        return None
    return context.places.get((draft.subject.start, draft.subject.text))


def _goes_on(scope: Scope, draft: Draft) -> bool:
    """新增学校5所、|幼儿园8所: a member of a list without a verb of its own."""
    start = draft.subject.start
    return draft.pattern == "bare" and scope.text[start - 1 : start] == "、"


def _flows_on(scope: Scope, draft: Draft, context: Context) -> bool:
    """年末生猪存栏4万头；生猪出栏7万头: the year's end says nothing of what flows."""
    value = context.period.value if context.faded and context.period else {}
    flows = row_forms("phrase_marks", "FLOW")
    return value.get("part") == "-12-31" and scope.text.endswith(
        flows, draft.subject.start, draft.subject.end
    )


def _is_reached(scope: Scope, draft: Draft, frame: Mention) -> bool:
    """五年来，新增产能8万吨，|产值达9亿元: what is reached there is of the last year."""
    pieces = draft.quantity is not None and draft.quantity.value["dimension"] == "count"
    counted = draft.pattern == "had" or (draft.pattern == "bare" and pieces)
    return scope.anchor.span is not None and "last" in frame.value and not counted


def _period_iso(scope: Scope, draft: Draft, meant: Mention | None, context: Context) -> str | None:
    """Resolve the claim's time from its words, failing that from the section.

    In a review of several years a value reached takes the last year, an average or a sum the span.
    """
    if meant is not None and meant is context.period and _is_reached(scope, draft, meant):
        return default_period(scope, draft, listed=False)
    iso = resolve(meant.value, scope.anchor) if meant is not None else None
    if iso is not None or (meant is not None and draft.period is not None):
        return iso
    return default_period(scope, draft, listed=context.summed and _goes_on(scope, draft))
