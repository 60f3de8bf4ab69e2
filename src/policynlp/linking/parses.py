"""What stands around and inside a noun phrase of a clause."""

from dataclasses import dataclass, field

from policynlp.linking.drafts import Span
from policynlp.schema import Mention

BRIEF = frozenset(("last", "every"))


@dataclass(slots=True)
class Parse:
    """What stands around and inside a noun phrase of a clause, all in clean offsets."""

    start: int
    end: int
    trigger: Span | None = None
    kind: str = ""
    direction: Mention | None = None
    governs: bool = False
    noun: Mention | None = None
    baseline: Mention | None = None
    period: Mention | None = None
    region: Mention | None = None
    roles: set[str] = field(default_factory=set)
    source: int | None = None
    counted: bool = False
    moved: bool = False
    lead: Span | None = None

    @property
    def lasting(self) -> bool:
        """Whether the time is a length of years or a rate (连续9年, 每年), of this clause alone."""
        return self.period is not None and not self.period.value.keys().isdisjoint(BRIEF)

    @property
    def empty(self) -> bool:
        """Whether no noun phrase is left."""
        return self.start >= self.end
