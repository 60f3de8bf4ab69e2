"""Every time that names its year read again, to compare with what the annotator wrote."""

from collections.abc import Iterator

from policynlp.components.times import find_times
from policynlp.corpus.findings import Finding, Says
from policynlp.corpus.notation import TIMES
from policynlp.corpus.source import CorpusFile
from policynlp.layout import repair
from policynlp.normalize.dates import resolve
from policynlp.schema import Anchor


def check_times(file: CorpusFile) -> Iterator[Finding]:
    """Find periods and baselines whose ISO form is not the year that their own words name.

    A warning: what is reached in “九五”期间 may be told for its last year.
    """
    for claim, line in zip(file.claims, file.claim_lines, strict=True):
        for field in TIMES:
            part = claim[field]
            read = read_iso(part["text"]) if part and part["text"] else None
            if read and read != part["iso"]:
                words = {"field": field, "text": part["text"], "read": read}
                message = Says.TIME.format(**words, said=part["iso"] or "-")
                yield Finding(file.path, line, message, error=False)


def read_iso(text: str) -> str | None:
    """Give the ISO form of words that need no document around them: 比2030年末, “十五五”时期.

    >>> read_iso("比2030年末")
    '2030-12-31'
    """
    if "同期" in text:
        return None  # the same months of a year: the claim's own period says which
    times = find_times(repair(text).text)
    return resolve(times[0].value, Anchor()) if len(times) == 1 else None
