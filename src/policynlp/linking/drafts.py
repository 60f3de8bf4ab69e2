"""A claim in the making: spans of the clean text, before it is told in the raw text's terms."""

from dataclasses import dataclass

from policynlp.schema import Mention

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured. ``text`` is set where the words are composed (失业保险参保人数)."""

    start: int
    end: int
    text: str | None = None
    inherited: bool = False
    whole: Span | None = None

    @property
    def span(self) -> Span:
        """Where the words stand; of a list with shared words (城乡低保标准), the whole list."""
        return self.whole or (self.start, self.end)

    def words(self, text: str) -> str:
        """Give the words: the composed ones, or those of the clean ``text``."""
        return self.text or text[self.start : self.end]

    def inherit(self) -> "Subject":
        """Give the subject as the clauses after it take it over."""
        return Subject(self.start, self.end, self.text, True, self.whole)


@dataclass(slots=True)
class Draft:
    """A claim over the clean text. Spans are half-open; ``None`` where nothing is said."""

    kind: str
    direction: str | None
    subject: Subject
    trigger: Span | None
    quantity: Mention | None
    pattern: str
    modality: str = "actual"
    negated: bool = False
    relation: str | None = None
    from_quantity: Mention | None = None
    share_of: Span | None = None
    period: Mention | None = None
    period_iso: str | None = None
    baseline: Mention | None = None
    baseline_iso: str | None = None
    region: Mention | None = None
    yearly: bool = False
    source: str = "rules"

    @property
    def at(self) -> int:
        """Where the claim stands: its number, else its verb."""
        span = self.quantity or self.trigger
        return span[0] if span else self.subject.start
