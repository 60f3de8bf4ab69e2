"""Who is believed where the tagger and the rules differ, label by label.

The table (``PRECEDENCE`` in the documentation, measured by ``benchmarks/ablation.py``):

- QUANTITY, UNIT, TIME: the rules; they read values, and err less.
- DIRECTION: both; what only the tagger finds counts if it is a verb of the lexicon.
- INDICATOR: the tagger; the linker takes its borders.
- POLICY, ORG, EVENT, SECTOR, GROUP, REGION: the tagger, which has seen what the rules found.
"""

from collections.abc import Iterable, Mapping, Sequence

from policynlp.components.directions import direction_of
from policynlp.components.places import place_value
from policynlp.schema import Mention

Layers = dict[str, list[Mention]]
NAMES = frozenset(("POLICY", "ORG", "EVENT", "SECTOR", "GROUP"))


def merge(
    text: str, layers: Mapping[str, Sequence[Mention]], tagged: Sequence[Mention], read: bytearray
) -> Layers:
    """Give the layers as they stand when rules and tagger agree.

    Args:
        text: the clean text.
        layers: what the rules found.
        tagged: what the tagger found, flat.
        read: 1 for each character that the tagger has read; elsewhere the rules stand.
    """
    by_label: Layers = {}
    for mention in tagged:
        by_label.setdefault(mention.label, []).append(mention)
    names = [mention for mention in tagged if mention.label in NAMES]
    regions = [_region(text, m, layers["regions"]) for m in by_label.get("REGION", ())]
    return {
        "entities": _in_order([*_unread(layers["entities"], read), *names]),
        "regions": _in_order([*_unread(layers["regions"], read), *regions]),
        "directions": _in_order([*layers["directions"], *_new_verbs(text, layers, by_label)]),
        "tagged": by_label.get("INDICATOR", []),
    }


def _unread(mentions: Iterable[Mention], read: bytearray) -> list[Mention]:
    return [mention for mention in mentions if not read[mention.start]]


def _region(text: str, mention: Mention, known: Sequence[Mention]) -> Mention:
    """Give a place the code that the rules know for it."""
    same = next((m for m in known if m[:2] == mention[:2]), None)
    value = same.value if same else place_value(text[mention.start : mention.end])
    return mention._replace(value={**value, **mention.value})


def _new_verbs(text: str, layers: Mapping[str, Sequence[Mention]], found: Layers) -> list[Mention]:
    taken = {at for m in layers["directions"] for at in range(m.start, m.end)}
    starts = {indicator.start for indicator in found.get("INDICATOR", ())}
    verbs = []
    for mention in found.get("DIRECTION", ()):
        # 提升|通关效率 governs what follows at once, 通关效率|提升 what stands before
        theme = "after" if mention.end in starts else "before"
        value = direction_of(text[mention.start : mention.end], theme=theme)
        if value is not None and taken.isdisjoint(range(mention.start, mention.end)):
            verbs.append(mention._replace(value={**value, **mention.value}))
    return verbs


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: mention.start)
