"""The components, by the names of their factories, in the order they run in."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from policynlp import marks
from policynlp.claim_marks import mark_claims

RULED = "policy_indicators"  # what the rules take for indicators, which the tagger sees
TAGGER = "policy_tagger"
LINKER = "policy_linker"
SPANS = "policy_spans"  # spaCy's spans, for who holds the Doc
# the rules, and what each stores
MARKS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "policy_layout": marks.mark_layout,
        "policy_structure": marks.mark_structure,
        "policy_quantities": marks.mark_quantities,
        "policy_times": marks.mark_times,
        "policy_regions": marks.mark_regions,
        "policy_entities": marks.mark_entities,
        "policy_directions": marks.mark_directions,
        "policy_tables": marks.mark_tables,
        LINKER: mark_claims,
    }
)
PIPES = (*MARKS, SPANS)
_FINDERS = tuple(name for name in MARKS if name != LINKER)
# with a learned tagger: it sees what the rules found, indicators too
TAGGED_PIPES = (*_FINDERS, RULED, TAGGER, LINKER, SPANS)
