"""Claims drafted by the rules from the spans of an annotator, written where none stand yet."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from policynlp.corpus.header import header_of, meta_of
from policynlp.corpus.layers import settle
from policynlp.corpus.markup import Entity
from policynlp.corpus.markup_writing import write_markup
from policynlp.corpus.naming import name_claim, place_of
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
    claims = [claim for claim in draft_claims(nlp, file) if place_of(claim) >= last.start]
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
        name_claim(file.text, claim, names)
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
