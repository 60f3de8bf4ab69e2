"""What a conversion could not carry over, counted by what it was and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """Counts of what was left out or set right on the way, told as one line each."""

    documents: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, what: str, count: int, why: str) -> None:
        """Count what the reason befell: ``add("claims", 12, "not written: …")``."""
        if count:
            self.counts[what, why] += count

    def lines(self) -> Iterator[str]:
        """Give ``claims: 12 not written: bio holds spans only`` and the like, in order of events."""
        for (what, why), count in self.counts.items():
            yield f"{what}: {count} {why}"
