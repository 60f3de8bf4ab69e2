"""Names of what happens: disasters, each with its place or disease, and a census with results."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from policynlp.components.name_candidates import Candidate
from policynlp.lexicons import row_forms
from policynlp.schema import Mention

_CENSUS = "普查"
_NAMED = frozenset(("province", "city", "county", "area"))


def label_of(text: str, found: Candidate) -> str:
    """第三次农业普查 is work to be done, but has been where its results are given."""
    told = text.startswith(row_forms("name_shapes", "results"), found.end)
    counted = told and text.endswith(_CENSUS, found.head, found.end)
    return "EVENT" if counted else found.row["label"]


def crisis_edge(
    text: str, found: Candidate, places: Sequence[Mention], starts: Sequence[int]
) -> int:
    """Take along the place or the disease: 汶川地震, 新冠肺炎疫情; of 学校疫情 only 疫情."""
    here = bisect_left(starts, found.start)
    if (
        here < len(places)
        and places[here].end <= found.head
        and places[here].value["level"] in _NAMED
    ):
        dated = text.rfind("“", found.start, places[here].start)
        return dated if text[places[here].start - 1] == "”" and dated >= 0 else places[here].start
    kind = _kind().search(text, found.start, found.head)
    return kind.start() if kind else found.head


@cache
def _kind() -> re.Pattern[str]:
    """What kind of disaster it is: 超强台风, 新冠疫情."""
    return re.compile(f"(?:{'|'.join(row_forms('name_shapes', 'disaster'))})+\\Z")
