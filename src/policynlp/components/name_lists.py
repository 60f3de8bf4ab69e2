"""Names that are listed: ministries, campaigns, industries, groups of people."""

from collections.abc import Iterator
from functools import cache

from policynlp.lexicons import iter_forms, row_forms
from policynlp.lexicons.scanner import Scanner
from policynlp.schema import Mention

_LISTS = {
    "industries": "SECTOR",
    "organizations": "ORG",
    "policies": "POLICY",
    "events": "EVENT",
    "groups": "GROUP",
    "sectors": "SECTOR",
}
_NEVER = "never"
_LINKS = frozenset("、和与及")
_CLOSERS = frozenset("、和与及等，。；：的是为在对将以”（）！？\n")
_OPENERS = frozenset("、和与及，。；：的是为在对将以“（）！？\n从抓向被由等")


def find_listed(text: str) -> Iterator[Mention]:
    """Yield listed names where their context lets them be names; they may not overlap."""
    for start, end, (label, context) in _scanner().scan(text):
        if context == _NEVER:
            continue
        if context == "any" or _fits(text, start, end, context):
            yield Mention(start, end, label)


def _fits(text: str, start: int, end: int, context: str) -> bool:
    """Read a common word as a name only where nothing makes it a part of a longer one.

    教育、医疗和文化 are sectors, 教育资源 and 文化活动 are not.
    """
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    closed = after in _CLOSERS or text.startswith(row_forms("name_shapes", "branch"), end)
    if context == "alone":
        return closed or before in _OPENERS
    return closed and before in _OPENERS and (before in _LINKS or after in _LINKS or after == "等")


@cache
def _scanner() -> Scanner[tuple[str, str]]:
    """A form of two lists is what the first of them says."""
    forms: dict[str, tuple[str, str]] = {}
    for name, label in _LISTS.items():
        for form, row in iter_forms(name):
            forms.setdefault(form, (label, row["context"]))
    return Scanner(forms)
