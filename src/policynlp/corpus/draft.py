"""Claims drafted by the rules from the spans of an annotator, written where none stand yet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from policynlp.corpus.header import header_of, meta_of
from policynlp.corpus.layers import settle
from policynlp.corpus.markup import Entity, squeeze
from policynlp.corpus.markup_writing import write_markup
from policynlp.corpus.notation import Claim
from policynlp.corpus.records import plain_claim
from policynlp.corpus.source import CLAIM, CorpusFile, read_source
from policynlp.corpus.write import claim_lines
from policynlp.errors import CorpusError, Errors
from policynlp.extensions import read_layer, read_layout, write_layer
from policynlp.layout import repair
from policynlp.spans import ENTITY_LAYERS, entity_records
from policynlp.structure import read_structure

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ANCHORS = ("quantity", "trigger")
_SENTENCE_ENDS = "。！？；"
_CLAUSE_ENDS = "，；：,"


def draft_source(nlp: "Language", file: CorpusFile) -> str:
    """Give the text of a corpus file with claim lines behind the text that has none.

    A block that has claim lines is left as it is. Text without any span gets drafted spans too.

    Args:
        nlp: the rule pipeline.
        file: the file as it was read.

    Raises:
        CorpusError: the file cannot be read.
    """
    if broken := next((finding for finding in file.findings if finding.error), None):
        where = {"path": broken.path, "line": broken.line, "error": broken.message}
        raise CorpusError(Errors.BAD_LINE.format(**where))
    if not file.text:
        return file.source
    if not file.ents and not file.claims:
        file = _mark(nlp, file)
    last = file.blocks[-1] if file.blocks else None
    if last is None or last.claims:
        return file.source
    claims = [claim for claim in draft_claims(nlp, file) if _place(claim) >= last.start]
    behind = claim_lines(file.text, file.ents, claims, first=last.start)
    inserts = {file.line_numbers[index]: lines for index, lines in behind.items()}
    return _insert(file.source, inserts)


def without_claims(file: CorpusFile) -> CorpusFile:
    """Take all claim lines out of a file, so that they are drafted again."""
    lines = file.source.split("\n")
    source = "\n".join(line for line in lines if not line.startswith(CLAIM))
    return read_source(source, file.path)


def _insert(source: str, inserts: Mapping[int, Iterable[str]]) -> str:
    lines = source.removesuffix("\n").split("\n")
    with_claims = (
        piece for number, line in enumerate(lines, 1) for piece in (line, *inserts.get(number, ()))
    )
    return "\n".join([*with_claims, ""])


def _mark(nlp: "Language", file: CorpusFile) -> CorpusFile:
    """Draft the spans of a text that has none, and its header if it lacks one."""
    doc = _run(nlp, file, None)
    layers = {layer: read_layer(doc, layer) for layer in ENTITY_LAYERS}
    ents = entity_records(doc._.raw, read_layout(doc), layers)
    lines = file.source.split("\n")
    for number, marked in zip(
        file.line_numbers, write_markup(file.text, ents).split("\n"), strict=True
    ):
        lines[number - 1] = marked
    if not file.header:
        meta = {"genre": file.doc_id.split("/")[0], "split": "train", "layout": "plain"}
        lines = [*header_of(meta), "", *lines]

    return read_source("\n".join(lines), file.path)


def draft_claims(nlp: "Language", file: CorpusFile) -> list[Claim]:
    """Give the claims that the rules make of the annotated spans."""
    doc = _run(nlp, file, file.ents)
    names = [ent for ent in file.ents if ent["label"] == "INDICATOR"]
    claims = [plain_claim(record) for record in doc._.claim_records or ()]
    for claim in claims:
        _rename(file.text, claim, names)
    return claims


def _run(nlp: "Language", file: CorpusFile, ents: Iterable[Entity] | None) -> "Doc":
    """Run the layers over the text, with the annotated spans in the place of the found ones."""
    doc = nlp.make_doc(file.text)
    doc._.raw = file.text
    doc._.report_year = _report_year(file)
    for name, component in nlp.pipeline:
        if name == "policy_linker" and ents is not None:
            for layer, mentions in settle(read_layout(doc), doc._.mentions or {}, ents).items():
                write_layer(doc, layer, mentions)
        if name != "policy_spans":
            doc = component(doc)
    return doc


def _report_year(file: CorpusFile) -> int | None:
    """Give the year of the header, but for a communiqué the one before, if its text tells of that."""
    year = meta_of(file.header)["report_year"]
    if year is None:
        return None
    told = {
        anchor.report_year for anchor in read_structure(repair(file.text).text, meta=None).anchors
    }
    return year - 1 if file.header.get("genre") == "communique" and year - 1 in told else int(year)


def _rename(text: str, claim: Claim, names: Sequence[Entity]) -> None:
    """Give the indicator the borders of the annotated span that it overlaps most.

    One that overlaps none is the nearest span of the sentence before the number, or right behind it.
    A composed one has borders of its own.
    """
    indicator = claim["indicator"]
    start, end = indicator["start"], indicator["end"]
    if start is None or squeeze(text[start:end]) != indicator["text"]:
        return
    best: Entity | None
    common = [min(end, name["end"]) - max(start, name["start"]) for name in names]
    if max(common, default=0) > 0:
        best = names[common.index(max(common))]
    elif not (best := _neighbour(text, claim, names)):
        return
    else:
        at = _place(claim)
        gap = text[min(best["end"], at) : max(best["start"], at)]
        indicator["inherited"] = any(sign in gap for sign in _CLAUSE_ENDS)
        _drop_trigger(claim, best)
    indicator |= {"text": squeeze(best["text"]), "start": best["start"], "end": best["end"]}


def _neighbour(text: str, claim: Claim, names: Sequence[Entity]) -> Entity | None:
    at = _place(claim)
    begin = max(text.rfind(sign, 0, at) for sign in _SENTENCE_ENDS) + 1
    before = [name for name in names if begin <= name["start"] and name["end"] <= at]
    part = claim["quantity"] or claim["trigger"]
    behind = [name for name in names if part and name["start"] == part["end"]]
    return behind[0] if behind else before[-1] if before else None


def _drop_trigger(claim: Claim, name: Entity) -> None:
    """A verb inside the indicator is no trigger."""
    trigger = claim["trigger"]
    if trigger and claim["quantity"] and name["start"] <= trigger["start"] < name["end"]:
        claim["trigger"] = None


def _place(claim: Claim) -> int:
    parts = (claim[name] for name in _ANCHORS if claim[name] is not None)
    starts = [part["start"] for part in parts if part["start"] is not None]
    return min(starts, default=0)
