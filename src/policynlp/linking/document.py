"""Link a whole document, sentence by sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.linking.named import NamedFinder
from policynlp.linking.readings import Read, read_sentence
from policynlp.linking.scope import LAYERS, Slicer
from policynlp.linking.snapping import snap
from policynlp.linking.tables import table_drafts
from policynlp.linking.words import ends_with_scale
from policynlp.schema import Mention
from policynlp.structure import Sentence, Structure

DOUBTED = "doubted"  # indicators by rule that the tagger does not believe
TAGGED = "tagged"  # indicators as the learned tagger sees them; absent where there is none


Told = list[tuple[Draft, Sentence]]  # claims with the sentence that each stands in


class Linked(NamedTuple):
    """Claims with the sentence each stands in, the indicators named, the values in tables."""

    drafts: Told
    indicators: list[Mention]
    cells: list[Mention]


def link_document(
    text: str,
    structure: Structure,
    layers: Mapping[str, Sequence[Mention]],
    read: Read = read_sentence,
) -> Linked:
    """Turn the mentions of the clean text into claims, and find the indicators that it names.

    Args:
        text: the clean text.
        structure: its sentences and what times mean in them.
        layers: mentions by layer; a layer that is missing counts as empty.
        read: what links a sentence.
    """
    drafts, mentioned = link_claims(text, structure, layers, read)
    told = [draft for draft, _ in drafts]
    cells = [draft.quantity for draft in told if draft.pattern == "table" and draft.quantity]
    known = _known(layers)
    places = {mention.start: mention.end for mention in known["regions"]}
    named = _indicators(text, told, mentioned, places)
    found = NamedFinder(text, structure, Slicer(known)).find(_spoken(layers, named))
    named = sorted([*named, *(Mention(*span, "INDICATOR") for span in found)])
    tagged = layers.get(TAGGED)
    if tagged is not None:
        named = _agreed(named, tagged, layers.get(DOUBTED, ()))
    return Linked(drafts, named, cells)


def link_claims(
    text: str,
    structure: Structure,
    layers: Mapping[str, Sequence[Mention]],
    read: Read = read_sentence,
) -> tuple[Told, list[Subject]]:
    """Give the claims alone, and what the sentences name without a claim."""
    known = _known(layers)
    slicer = Slicer(known)
    tables = list(layers.get("tables", ()))
    drafts: Told = []
    mentioned: list[Subject] = []
    for sentence in structure.sentences:
        anchor = structure.anchor_of(sentence)
        if tables and tables[0].start < sentence.end:
            if tables[0].end <= sentence.end:
                table = tables.pop(0)
                rows = table_drafts(table, anchor, known)
                drafts += [(draft, structure.sentence_at(draft.at) or sentence) for draft in rows]
            continue
        start, end = sentence.start, sentence.end
        if slicer.touches("quantities", start, end) or slicer.touches("directions", start, end):
            reading = read(text, sentence, anchor, slicer.cut(start, end))
            drafts += [(draft, sentence) for draft in reading.drafts]
            mentioned += reading.mentioned
    if (tagged := layers.get(TAGGED)) is not None:
        snap([draft for draft, _ in drafts if draft.pattern != "table"], tagged, text)
    return drafts, mentioned


def _known(layers: Mapping[str, Sequence[Mention]]) -> dict[str, Sequence[Mention]]:
    return {name: layers.get(name, ()) for name in LAYERS}


def _spoken(layers: Mapping[str, Sequence[Mention]], named: Iterable[Mention]) -> Iterator[Span]:
    """Give the places that name something else, or an indicator already."""
    names = (m for m in layers.get("entities", ()) if m.label == "POLICY")
    others = (layers.get(layer, ()) for layer in ("quantities", "directions", "tables"))
    return ((m.start, m.end) for mentions in (named, names, *others) for m in mentions)


def _indicators(
    text: str, drafts: Sequence[Draft], mentioned: Iterable[Subject], places: Mapping[int, int]
) -> list[Mention]:
    """Give the places where an indicator has words of its own; a whole that is one counts too."""
    spans = {
        draft.subject.span
        for draft in drafts
        if not draft.subject.inherited or (draft.pattern == "share" and draft.subject.text)
    }
    wholes = (draft.share_of for draft in drafts if draft.share_of)
    spans |= {
        (places.get(start, start), end)  # 占|全市|财政支出的30%
        for start, end in wholes
        if ends_with_scale(text[places.get(start, start) : end])
    }
    spans |= {subject.span for subject in mentioned}
    return [Mention(start, end, "INDICATOR") for start, end in sorted(spans)]


def _agreed(
    named: Iterable[Mention], tagged: Sequence[Mention], doubted: Sequence[Mention]
) -> list[Mention]:
    """Take the tagger's indicators, and those of the rules that touch none and are not doubted."""
    taken = {at for mention in (*tagged, *doubted) for at in range(mention.start, mention.end)}
    rest = [m for m in named if taken.isdisjoint(range(m.start, m.end))]
    return sorted([*tagged, *rest], key=lambda mention: mention.start)
