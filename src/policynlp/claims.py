"""Claims in the terms of the raw text: the last step from what was linked to the records."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policynlp.confidence import confidence_of
from policynlp.layout import Layout
from policynlp.linking.document import Told
from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.normalize.indicators import link_indicator
from policynlp.schema import Claim, Mention
from policynlp.structure import Sentence, Structure

if TYPE_CHECKING:
    from policynlp.extensions import Page

DOUBT = 0.5  # 分别 with more values than subjects: which belongs to which is not known

Record = dict[str, Any]


def without_space(text: str) -> str:
    """Leave out the white space that layout may have brought."""
    return "".join(text.split())


def read_claims(doc: "Page", doc_id: str | None = None) -> Iterator[Claim]:
    """Give the claims of a processed document."""
    return map(Claim.from_dict, read_records(doc, doc_id))


def read_records(doc: "Page", doc_id: str | None = None, first: int = 0) -> Iterator[Record]:
    """Give the claims as ``Claim.to_dict`` does, numbered from ``first``."""
    name = doc._.doc_id if doc_id is None else doc_id
    for number, record in enumerate(doc._.claim_records or [], start=first):
        yield {"id": f"{name}:{number:05d}", "doc_id": name, **record}


def claim_records(
    raw: str, layout: Layout, structure: Structure, told: Told, *, shift: int = 0
) -> list[Record]:
    """Tell each draft in JSON values, with offsets into ``raw``; ids are given later.

    The fields stand as in ``Claim``: what is only written needs no ``Claim`` made of it.

    ``shift`` is added to every offset, for a piece of a longer text.
    """
    teller = _Teller(raw, layout, structure, shift)
    return [teller.tell(draft, sentence) for draft, sentence in told]


class _Teller:
    """Holds what all claims of a document share."""

    def __init__(self, raw: str, layout: Layout, structure: Structure, shift: int) -> None:
        self.raw = raw
        self.shift = shift
        self.layout = layout
        self.structure = structure
        self.sentences: dict[Sentence, tuple[Record, list[str]]] = {}

    def tell(self, draft: Draft, sentence: Sentence) -> Record:
        part, section = self._sentence(sentence)
        record: Record = {
            "kind": draft.kind,
            "direction": draft.direction,
            "modality": draft.modality,
            "negated": draft.negated,
            "indicator": self._indicator(draft.subject),
            "trigger": self._part(draft.trigger),
            "quantity": self._quantity(draft.quantity, draft.relation),
            "from_quantity": self._quantity(draft.from_quantity, None),
            "share_of": self._part(draft.share_of),
            "period": self._time(draft.period, draft.period_iso),
            "baseline": self._time(draft.baseline, draft.baseline_iso) if draft.baseline else None,
            "region": self._region(draft.region),
            "sentence": part,
            "section": section,
        }
        doubt = DOUBT if draft.pattern == "unaligned" else 1
        record["confidence"] = confidence_of(record) * doubt
        record["source"] = draft.source
        return record

    def _sentence(self, sentence: Sentence) -> tuple[Record, list[str]]:
        if sentence not in self.sentences:
            part = self._part((sentence.start, sentence.end))
            self.sentences[sentence] = (part or {}, self.structure.path_of(sentence))
        return self.sentences[sentence]

    def _part(self, span: Span | None) -> Record | None:
        if span is None:
            return None
        start, end = self.layout.raw_start(span[0]), self.layout.raw_end(span[1])
        text = without_space(self.raw[start:end])
        return {"text": text, "start": start + self.shift, "end": end + self.shift}

    def _indicator(self, subject: Subject) -> Record:
        part: Record = self._part((subject.start, subject.end)) or {}
        part["text"] = subject.text or part["text"]
        part["inherited"] = subject.inherited
        part["id"] = link_indicator(subject.text or self.layout.text[subject.start : subject.end])
        return part

    def _quantity(self, mention: Mention | None, relation: str | None) -> Record | None:
        if mention is None:
            return None
        value = mention.value
        part: Record = self._part(mention[:2]) or {}
        part["value"] = value["value"]
        part["high"] = value["high"]
        part["unit"] = value["unit"]
        part["relation"] = relation or value["relation"]
        part["dimension"] = value["dimension"]
        part["base"] = value["base"]
        return part

    def _time(self, mention: Mention | None, iso: str | None) -> Record:
        part: Record = (mention and self._part(mention[:2])) or dict.fromkeys(
            ("text", "start", "end")
        )
        part["iso"] = iso
        return part

    def _region(self, mention: Mention | None) -> Record | None:
        if mention is None:
            return None
        part: Record = self._part(mention[:2]) or {}
        part["id"] = (mention.value or {}).get("id")
        return part
