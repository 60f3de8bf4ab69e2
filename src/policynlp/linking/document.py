"""Link a whole document, sentence by sentence."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.scope import Scope, Slicer
from policynlp.linking.sentence import link_sentence
from policynlp.linking.tables import table_drafts
from policynlp.schema import Mention
from policynlp.structure import Sentence, Structure

LAYERS = ("quantities", "times", "regions", "directions", "baselines", "entities")


class Linked(NamedTuple):
    """Claims with the sentence each stands in, and the indicators that have words of their own."""

    drafts: list[tuple[Draft, Sentence]]
    indicators: list[Mention]


def link_document(
    text: str, structure: Structure, layers: Mapping[str, Sequence[Mention]]
) -> Linked:
    """Turn the mentions of the clean text into claims.

    Args:
        text: the clean text.
        structure: its sentences and what times mean in them.
        layers: mentions by layer; a layer that is missing counts as empty.
    """
    known = {name: layers.get(name, ()) for name in LAYERS}
    slicer = Slicer(known)
    tables = list(layers.get("tables", ()))
    drafts: list[tuple[Draft, Sentence]] = []
    for sentence in structure.sentences:
        anchor = structure.anchor_of(sentence)
        if tables and tables[0].start < sentence.end:
            if tables[0].end <= sentence.end:
                table = tables.pop(0)
                drafts += [(draft, sentence) for draft in table_drafts(table, anchor, known)]
            continue
        found = slicer.cut(sentence.start, sentence.end)
        if found["quantities"] or found["directions"]:
            scope = Scope(text, sentence.start, sentence.end, anchor, found)
            drafts += [(draft, sentence) for draft in link_sentence(scope)]
    return Linked(drafts, _indicators(draft.subject for draft, _ in drafts))


def _indicators(subjects: Iterable[Subject]) -> list[Mention]:
    own = {(s.start, s.end) for s in subjects if not s.inherited}
    return [Mention(start, end, "INDICATOR") for start, end in sorted(own)]

