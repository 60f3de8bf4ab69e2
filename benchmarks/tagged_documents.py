"""Gold documents as the rules and the learned tagger read them, each apart from the other."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from policynlp.extensions import read_layout
from policynlp.layout import Layout
from policynlp.schema import Mention
from policynlp.spans import units_of
from policynlp.tagging.component import Tagger, reading_of
from policynlp.tagging.session import Network, Tagged, hidden_rules
from policynlp.tagging.tagger import start

Span = tuple[int, int, str]
TAGGER = "policy_tagger"


class Blind(Network):
    """A network that is told nothing of what the rules found."""

    def start(
        self, texts: Sequence[str], rules: Sequence[Sequence[int]]
    ) -> Callable[[], list[Tagged]]:
        """Begin to tag each text."""
        return super().start(texts, [hidden_rules(len(text)) for text in texts])


class Found(NamedTuple):
    """What was found in a document; offsets count in its raw text.

    ``tagged`` is what the tagger finds when it sees what the rules found, with its confidence;
    ``alone`` what it finds when it does not; ``unread`` of the rules' spans those where it does not
    read.
    """

    rules: set[Span]
    tagged: dict[Span, float]
    alone: set[Span]
    unread: set[Span]

    @property
    def model(self) -> set[Span]:
        """What the tagger finds; where it does not read, in tables, the rules stand for it."""
        return self.unread | set(self.tagged)


def find_apart(nlp: Language, documents: Iterable[Mapping[str, Any]]) -> Iterator[Found]:
    """Give what the rules find, what the tagger makes of it, and what the tagger finds alone.

    UNIT, which lies in a QUANTITY, is the rules' alone.
    """
    tagger = tagger_of(nlp)
    assert tagger.files is not None
    blind = Blind(tagger.files, tagger.threads)
    for document in documents:
        doc = read_by_rules(nlp, document)
        layout, reading = read_layout(doc), reading_of(doc)
        quantities = [mention for mention in reading.rules if mention.label == "QUANTITY"]
        units = _raw(layout, units_of(quantities))
        unread = _raw(layout, (m for m in reading.rules if not _is_read(m, reading.sentences)))
        tagged = {
            span: mention.value["confidence"]
            for mention in start(tagger.network, [reading])()[0].mentions
            for span in _raw(layout, [mention])
        }
        alone = _raw(layout, start(blind, [reading])()[0].mentions)
        yield Found(_raw(layout, reading.rules) | units, tagged, alone, unread)


def tagger_of(nlp: Language) -> Tagger:
    """Give the pipeline's tagger; end the program if it has none."""
    component = nlp.get_pipe(TAGGER) if nlp.has_pipe(TAGGER) else None
    if not isinstance(component, Tagger):
        raise SystemExit("the pipeline has no learned tagger; name another with --model")
    return component


def read_by_rules(nlp: Language, document: Mapping[str, Any]) -> Doc:
    """Run the components that stand before the tagger."""
    doc = nlp.make_doc(document["text"])
    doc._.report_year = (document.get("meta") or {}).get("report_year")
    for name, component in nlp.pipeline:
        if name == TAGGER:
            break
        doc = component(doc)
    return doc


def _is_read(mention: Mention, sentences: Sequence[tuple[int, int]]) -> bool:
    return any(start <= mention.start < end for start, end in sentences)


def _raw(layout: Layout, mentions: Iterable[Mention]) -> set[Span]:
    return {(layout.raw_start(m.start), layout.raw_end(m.end), m.label) for m in mentions}
