"""Who is believed where the tagger and the rules differ, label by label.

``benchmarks/ablation.py`` measures this table:

- QUANTITY, UNIT, TIME: the rules; they read values, and err less.
- DIRECTION: both; what only the tagger finds counts if it is a verb of the lexicon.
- A name of one letter or of marks alone: nobody.
- INDICATOR, POLICY, ORG, EVENT, SECTOR, GROUP, REGION: the tagger where it is sure; where it is not,
  what the rules found stands, unless it doubts it (``DOUBTED``). The linker takes
  the tagger's borders of indicators.
"""

from collections.abc import Iterable, Mapping, Sequence

from policynlp.components.directions import direction_of
from policynlp.components.places import place_value
from policynlp.schema import Mention

Layers = dict[str, list[Mention]]
# how likely a mention must be for the tagger to be believed against the rules: where the rules are
# good, their borders are better than doubtful ones
SURE = {"REGION": 0.7}
USUAL = 0.6  # of all others
NAMES = frozenset(("POLICY", "ORG", "EVENT", "SECTOR", "GROUP"))
# what the rules found is left out where the tagger believes in its label less than so; a place never,
# for a claim would lose it
DOUBTED = dict.fromkeys(("INDICATOR", *sorted(NAMES)), 0.4)


def merge(text: str, layers: Mapping[str, Sequence[Mention]], tagged: Sequence[Mention]) -> Layers:
    """Give the layers as they stand when rules and tagger agree.

    Args:
        text: the clean text.
        layers: what the rules found.
        tagged: what the tagger found, flat; ``value["confidence"]`` says how sure it is.
    """
    sure: Layers = {}
    for mention in tagged:
        enough = SURE.get(mention.label, USUAL)
        if mention.value["confidence"] >= enough and _is_whole(text, mention):
            sure.setdefault(mention.label, []).append(mention)
    names = [mention for label in NAMES for mention in sure.get(label, ())]
    regions = [_region(text, m, layers["regions"]) for m in sure.get("REGION", ())]
    # an indicator hides no place from the linker: flattening hides it from the entities
    claimed = {at for m in (*names, *regions) for at in range(m.start, m.end)}
    return {
        "entities": _in_order([*_free(layers["entities"], claimed), *names]),
        "regions": _in_order([*_free(layers["regions"], claimed), *regions]),
        "directions": _in_order([*layers["directions"], *_new_verbs(text, layers, sure)]),
        "tagged": sure.get("INDICATOR", []),
    }


def doubts(rules: Sequence[Mention], beliefs: Sequence[float]) -> list[Mention]:
    """Give the mentions by rule that the tagger does not believe.

    Args:
        rules: what the rules found.
        beliefs: for each of them how likely it holds its label, from 0 to 1.
    """
    pairs = zip(rules, beliefs, strict=True)
    return [rule for rule, belief in pairs if belief < DOUBTED.get(rule.label, 0)]


def _is_whole(text: str, mention: Mention) -> bool:
    """A name has two letters at least: 《, 了 and “” are none."""
    if mention.label not in NAMES:
        return True
    return sum(map(str.isalnum, text[mention.start : mention.end])) > 1


def _free(mentions: Iterable[Mention], claimed: set[int]) -> list[Mention]:
    return [m for m in mentions if claimed.isdisjoint(range(m.start, m.end))]


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
        turned = direction_of(text[mention.end : mention.end + len("放缓")], theme="before")
        if value is None or (turned and turned["direction"] != value["direction"]):
            continue  # 外需增长|放缓: the growth is what slows down
        if taken.isdisjoint(range(mention.start, mention.end)):
            verbs.append(mention._replace(value={**value, **mention.value}))
    return verbs


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: mention.start)
