"""Sentences as they were read, for who links the same text again: a tagger changes few of them."""

from collections.abc import Callable

from policynlp.linking.scope import Scope
from policynlp.linking.sentence import Reading, link_sentence
from policynlp.schema import Anchor, Mention
from policynlp.structure import Sentence

Layers = dict[str, list[Mention]]
Read = Callable[[str, Sentence, Anchor, Layers], Reading]


def read_sentence(text: str, sentence: Sentence, anchor: Anchor, layers: Layers) -> Reading:
    """Link a sentence of the text with the mentions inside it."""
    return link_sentence(Scope(text, sentence.start, sentence.end, anchor, dict(layers)))


class Readings:
    """What was read of the sentences of one text, each with the mentions that it was read with."""

    def __init__(self) -> None:
        """Know none."""
        self._known: dict[Sentence, tuple[Anchor, Layers, Reading]] = {}

    def note(self, text: str, sentence: Sentence, anchor: Anchor, layers: Layers) -> Reading:
        """Link a sentence, and know it."""
        reading = read_sentence(text, sentence, anchor, layers)
        self._known[sentence] = (anchor, layers, reading)
        return reading

    def take(self, text: str, sentence: Sentence, anchor: Anchor, layers: Layers) -> Reading:
        """Give what is known of a sentence, link it where that was read with other mentions.

        It is known no longer: who takes a draft may change it.
        """
        known = self._known.pop(sentence, None)
        if known is not None and known[0] == anchor and _are_alike(known[1], layers):
            return known[2]
        return read_sentence(text, sentence, anchor, layers)


def _are_alike(layers: Layers, others: Layers) -> bool:
    """Whether the mentions are the same; a place that the tagger is sure of is no other place."""
    return layers == others or all(
        list(map(_without_confidence, mentions)) == list(map(_without_confidence, others[layer]))
        for layer, mentions in layers.items()
    )


def _without_confidence(mention: Mention) -> Mention:
    value = {key: part for key, part in (mention.value or {}).items() if key != "confidence"}
    return mention._replace(value=value)
