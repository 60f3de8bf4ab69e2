"""What is wrong with a corpus: one pass over its files, and what only shows between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from policynlp.corpus.agreement import check_claimed, check_claims, check_spans
from policynlp.corpus.duplicates import check_duplicates
from policynlp.corpus.findings import Finding
from policynlp.corpus.header import check_header
from policynlp.corpus.periods import check_times
from policynlp.corpus.readings import check_values
from policynlp.corpus.source import CorpusFile
from policynlp.corpus.twins import check_twins


@dataclass(slots=True)
class Report:
    """All findings, and how much was looked at."""

    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    files: int = 0
    claims: int = 0

    def summary(self) -> str:
        """Say in a line what was found."""
        return (
            f"{self.files} documents, {self.claims} claims: "
            f"{len(self.errors)} errors, {len(self.warnings)} warnings"
        )

    def to_dict(self, shown: Iterable[Finding]) -> dict[str, Any]:
        """Give the findings that are shown, and the counts of all, as JSON values."""
        return {
            "documents": self.files,
            "claims": self.claims,
            "errors": len(self.errors),
            "warnings": len(self.warnings),
            "findings": [finding._asdict() for finding in shown],
        }


def check_corpus(files: Iterable[CorpusFile]) -> Report:
    """Look at every file alone, then at all together."""
    kept = list(files)
    report = Report(files=len(kept), claims=sum(len(file.claims) for file in kept))
    found = [*check_twins(kept), *check_duplicates(kept)]
    for file in kept:
        found += [*file.findings, *_check_alone(file)]
    for finding in sorted(set(found)):
        (report.errors if finding.error else report.warnings).append(finding)
    return report


def _check_alone(file: CorpusFile) -> Iterator[Finding]:
    if not file.compiled_id:
        for message in check_header(file.header, file.path):
            yield Finding(file.path, 1, message)
    yield from check_spans(file)
    yield from check_claims(file)
    yield from check_claimed(file)
    yield from check_values(file)
    yield from check_times(file)
