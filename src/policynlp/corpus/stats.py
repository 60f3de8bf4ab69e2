"""How large a corpus is, and how varied."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from policynlp.corpus.markup import LABELS, UNIT, squeeze
from policynlp.corpus.sentences import is_whole, sentences_of, shingles
from policynlp.corpus.source import CorpusFile
from policynlp.layout import repair

SINGLE_SHINGLES = 0.85  # at least so many pieces of eight characters stand in one sentence only
RARE_INDICATORS = 0.5  # at least so many indicators occur once or twice
_RARE = 2
KINDS = ("level", "change", "trend")


@dataclass(slots=True)
class Counts:
    """What there is of one genre, one split, or all."""

    documents: int = 0
    sentences: int = 0
    characters: int = 0
    spans: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)

    def add(self, file: CorpusFile, sentences: int) -> None:
        """Count one document more."""
        self.documents += 1
        self.sentences += sentences
        self.characters += len(squeeze(file.text))
        self.spans.update(ent["label"] for ent in file.ents)
        self.claims.update(claim["kind"] for claim in file.claims)

    def to_dict(self) -> dict[str, Any]:
        """Give the counts as JSON values, labels and kinds in their own order."""
        return {
            "documents": self.documents,
            "sentences": self.sentences,
            "characters": self.characters,
            "spans": {label: self.spans[label] for label in (*LABELS, UNIT)},
            "claims": {kind: self.claims[kind] for kind in KINDS},
        }


@dataclass(slots=True)
class Stats:
    """Counts of all, by split, genre and layout, and two measures of variety."""

    total: Counts = field(default_factory=Counts)
    splits: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    genres: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    layouts: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    shingles: Counter[str] = field(default_factory=Counter)
    indicators: Counter[str] = field(default_factory=Counter)

    @property
    def single_shingles(self) -> float:
        """Share of the pieces of eight characters that stand in one sentence only."""
        return _share(self.shingles, 1)

    @property
    def rare_indicators(self) -> float:
        """Share of the indicators that occur once or twice."""
        return _share(self.indicators, _RARE)

    def to_dict(self) -> dict[str, Any]:
        """Give all as JSON values."""
        return {
            "total": self.total.to_dict(),
            "splits": {name: self.splits[name].to_dict() for name in sorted(self.splits)},
            "genres": {name: self.genres[name].to_dict() for name in sorted(self.genres)},
            "layouts": {name: self.layouts[name].to_dict() for name in sorted(self.layouts)},
            "single_shingles": round(self.single_shingles, 4),
            "rare_indicators": round(self.rare_indicators, 4),
            "indicators": len(self.indicators),
        }

    def lines(self) -> Iterator[str]:
        """Give all as lines of a table to read."""
        yield f"{'':20}{'documents':>10}{'sentences':>10}{'characters':>11}{'spans':>8}{'claims':>8}"
        yield _row("all", self.total)
        for groups in (self.splits, self.genres, self.layouts):
            yield ""
            yield from (_row(name, groups[name]) for name in sorted(groups))
        yield ""
        yield from (f"{label:20}{self.total.spans[label]:>10}" for label in (*LABELS, UNIT))
        yield ""
        yield from (f"{kind:20}{self.total.claims[kind]:>10}" for kind in KINDS)
        yield ""
        yield f"8-character pieces in one sentence only: {self.single_shingles:.3f} (bar {SINGLE_SHINGLES})"
        yield (
            f"indicators that occur once or twice: {self.rare_indicators:.3f} (bar {RARE_INDICATORS})"
            f" of {len(self.indicators)}"
        )


def _share(counts: Counter[str], most: int) -> float:
    return sum(count <= most for count in counts.values()) / len(counts) if counts else 0.0


def _row(name: str, counts: Counts) -> str:
    spans, claims = counts.spans.total(), counts.claims.total()
    numbers = f"{counts.documents:>10}{counts.sentences:>10}{counts.characters:>11}"
    return f"{name:20}{numbers}{spans:>8}{claims:>8}"


def count_corpus(files: Iterable[CorpusFile]) -> Stats:
    """Count the documents; a document without a header counts under ``-``."""
    stats = Stats()
    for file in files:
        pieces = [piece.text for piece in sentences_of(file)]
        sentences = sum(map(is_whole, pieces))
        groups = {"split": stats.splits, "genre": stats.genres, "layout": stats.layouts}
        for counts in (stats.total, *(groups[key][file.header.get(key, "-")] for key in groups)):
            counts.add(file, sentences)
        for piece in pieces:
            stats.shingles.update(shingles(squeeze(piece)))
        stats.indicators.update(
            repair(squeeze(ent["text"])).text for ent in file.ents if ent["label"] == "INDICATOR"
        )
    return stats
