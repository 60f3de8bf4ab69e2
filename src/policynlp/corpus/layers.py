"""The pipeline's layers put right by the spans that an annotator marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from policynlp.components.baselines import find_baselines
from policynlp.components.directions import TO_ENDS, load_verbs
from policynlp.components.quantities import QuantityFinder
from policynlp.components.times import find_times
from policynlp.layout import Layout
from policynlp.schema import Mention

Entity = Mapping[str, Any]
Layers = dict[str, list[Mention]]

_NAMES = ("POLICY", "ORG", "SECTOR", "GROUP", "EVENT")


def settle(
    layout: Layout, layers: Mapping[str, Sequence[Mention]], ents: Iterable[Entity]
) -> Layers:
    """Give the layers that the linker reads with the annotated spans in the place of its own.

    What a number is worth, when a time is and which way a verb points is read again for each span.

    Args:
        layout: the repaired text of the document.
        layers: what the finders found in it.
        ents: the annotated spans of the raw text.
    """
    settler = _Settler(layout, layers, ents)
    times = list(settler.times())
    return {
        "quantities": list(settler.quantities()),
        "times": times,
        "baselines": find_baselines(layout.text, times),
        "regions": list(settler.regions()),
        "entities": [Mention(*span, label) for label in _NAMES for span in settler.marked(label)],
        "directions": list(settler.directions()),
    }


class _Settler:
    def __init__(
        self, layout: Layout, layers: Mapping[str, Sequence[Mention]], ents: Iterable[Entity]
    ) -> None:
        self.text = layout.text
        self.layers = layers
        self.spans: dict[str, list[tuple[int, int]]] = {}
        for ent in ents:
            span = layout.clean_start(ent["start"]), layout.clean_end(ent["end"])
            if span[0] < span[1]:
                self.spans.setdefault(ent["label"], []).append(span)

    def marked(self, label: str) -> list[tuple[int, int]]:
        return self.spans.get(label, [])

    def found(self, layer: str, span: tuple[int, int]) -> tuple[Mention | None, Mention | None]:
        """Give the finder's mention of exactly this span, and the first that overlaps it."""
        touching = [m for m in self.layers.get(layer, ()) if m.start < span[1] and span[0] < m.end]
        exact = next((m for m in touching if (m.start, m.end) == span), None)
        return exact, next(iter(touching), None)

    def quantities(self) -> Iterator[Mention]:
        finder = QuantityFinder()
        for span in self.marked("QUANTITY"):
            exact, touching = self.found("quantities", span)
            alone = read_alone(finder, self.text[slice(*span)], span[0])
            if chosen := exact or alone or touching:
                yield Mention(*span, "QUANTITY", chosen.value)

    def times(self) -> Iterator[Mention]:
        for span in self.marked("TIME"):
            exact, touching = self.found("times", span)
            alone = next(iter(find_times(self.text[slice(*span)])), None)
            chosen = exact or alone or touching
            yield Mention(*span, "TIME", dict(chosen.value) if chosen else {})

    def regions(self) -> Iterator[Mention]:
        for span in self.marked("REGION"):
            exact, _ = self.found("regions", span)
            yield exact or Mention(*span, "REGION", {"id": None})

    def directions(self) -> Iterator[Mention]:
        for span in self.marked("DIRECTION"):
            exact, touching = self.found("directions", span)
            same = touching if touching and touching.start == span[0] else None
            if exact:
                yield exact
            elif same:
                yield same._replace(end=span[1])
            elif value := read_direction(self.text[slice(*span)]):
                yield Mention(*span, "DIRECTION", value)


def read_alone(finder: QuantityFinder, text: str, shift: int) -> Mention | None:
    """Read a quantity by its own words, None where they are not one quantity from end to end."""
    found = finder.find(text)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return None
    value = dict(found[0].value)
    for name in ("unit_start", "unit_end", "hedge_start", "hedge_end"):
        value[name] = None if value[name] is None else value[name] + shift
    value["units"] = [[start + shift, end + shift] for start, end in value["units"]]
    return Mention(shift, shift + len(text), "QUANTITY", value)


def read_direction(words: str) -> dict[str, Any] | None:
    """Read which way a verb points by the words alone, None where no list has them."""
    verbs = load_verbs()
    for end in ("", "到了", "至", "到", "为", "了"):
        verb = verbs.get(words.removesuffix(end)) if words.endswith(end) else None
        if verb:
            return {
                "direction": verb.direction,
                "kind": verb.kind,
                "to": words[-1] in TO_ENDS,
                "trend": verb.trend,
                "lemma": verb.lemma,
                "theme": None,
            }
    return None
