"""Whatever a document holds: written and read again it is the same, but for what is said lost."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interchange.samples import plain
from policynlp.interchange import FORMATS, Report, read_corpus, write_corpus
from policynlp.interchange.records import ROLES, SPAN_LABELS, UNIT, entity, surface
from policynlp.interchange.tidy import tidy
from policynlp.interchange.utf16 import Offsets

SIGNS = st.sampled_from(list("税收增长5%\\#\t\n\r\u3000 \u2028\x85\x00𬭩😀\ufeff[]|"))
TEXTS = st.one_of(
    st.text(SIGNS, max_size=24),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
JSON_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.text(SIGNS, max_size=4)
)


def solid(text, start, end):
    """A span that neither begins nor ends with white space, as the check leaves them."""
    words = text[start:end]
    return bool(words) and words == words.strip()


@st.composite
def spans(draw, text, labels):
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = [(a, b) for a, b in zip(borders[::2], borders[1::2], strict=False) if solid(text, a, b)]
    return [entity(text, start, end, draw(st.sampled_from(labels))) for start, end in pairs]


@st.composite
def parts(draw, text):
    start, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    if solid(text, start, end) and draw(st.booleans()):
        words = draw(st.sampled_from([surface(text, start, end), "合成的词"]))
        return {"text": words, "start": start, "end": end}
    return {"text": draw(st.sampled_from([None, "词"])), "start": None, "end": None}


@st.composite
def claims(draw, text):
    claim = {role: draw(st.none() | parts(text)) for role in ROLES}
    claim["indicator"] = {**draw(parts(text)), "inherited": draw(st.booleans())}
    for role in ("quantity", "from_quantity"):
        if claim[role]:
            claim[role] |= {
                "value": draw(st.floats(-1e15, 1e15)),
                "high": None,
                "unit": "吨",
                "relation": "eq",
            }
    if claim["period"]:
        claim["period"]["iso"] = draw(st.sampled_from([None, "2030"]))
    return {
        **claim,
        "kind": draw(st.sampled_from(["level", "change", "trend"])),
        "direction": draw(st.sampled_from([None, "increase", "stable"])),
        "modality": draw(st.sampled_from(["actual", "target"])),
        "negated": draw(st.booleans()),
    }


@st.composite
def documents(draw):
    text = draw(TEXTS)
    ents = draw(spans(text, [label for label in SPAN_LABELS if label != UNIT])) + draw(
        spans(text, [UNIT])
    )
    ents.sort(key=lambda e: (e["start"], -e["end"], e["label"] == UNIT))
    tables = [[e["start"], e["end"]] for e in draw(spans(text, ["TABLE"]))]
    meta = draw(
        st.dictionaries(st.sampled_from(["title", "report_year", "x y"]), JSON_VALUES, max_size=2)
    )
    doc_id = draw(st.text(SIGNS, max_size=6))
    return {"doc_id": doc_id, "text": text, "meta": meta, "ents": ents, "tables": tables,
            "claims": draw(st.lists(claims(text), max_size=3))}  # fmt: skip


def placed(document):
    """The claims that have a place in the text, as the tools' relations can hold them."""
    return [
        c
        for c in document["claims"]
        if any(c[role] and c[role]["start"] is not None for role in ROLES)
    ]


def check(document, name, expected):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"corpus{FORMATS[name].ending}"
        report = write_corpus([document], path, name)
        [back] = read_corpus(path, name)
    assert plain(back) == plain(expected)
    return dict(report.counts)


@pytest.fixture(scope="module")
def _spacy_is_loaded():
    import spacy

    spacy.blank("zh")


@given(documents())
def test_the_check_changes_nothing_in_a_document_that_passed_it(document):
    report = Report()

    [once] = tidy([("here", document)], {}, report)

    assert (plain(once), dict(report.counts)) == (plain(document), {})


@given(documents())
def test_gold(document):
    assert check(document, "gold", document) == {}


@pytest.mark.usefixtures("_spacy_is_loaded")
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_docbin(document):
    assert check(document, "spacy", document) == {}


@pytest.mark.parametrize("name", ["bio", "doccano"])
@settings(suppress_health_check=[HealthCheck.differing_executors])
@given(document=documents())
def test_spans_alone(name, document):
    lost = len(document["claims"])
    why = f"not written: {name} holds spans only"

    counts = check(document, name, {**document, "claims": []})

    assert counts == ({("claims", why): lost} if lost else {})


@pytest.mark.parametrize("name", ["doccano-relations", "label-studio"])
@settings(suppress_health_check=[HealthCheck.differing_executors])
@given(document=documents())
def test_spans_and_relations(name, document):
    kept = placed(document)
    lost = len(document["claims"]) - len(kept)

    counts = check(document, name, {**document, "claims": kept})

    assert counts == (
        {("claims", "not written: they have no place in the text"): lost} if lost else {}
    )


@given(documents())
def test_brat(document):
    kept = placed(document)
    lost = len(document["claims"]) - len(kept)

    counts = check(document, "brat", {**document, "claims": kept, "meta": {}})

    told = {
        ("claims", "not written: they have no place in the text"): lost,
        ("meta", "not written: brat has no place for it"): int(bool(document["meta"])),
    }
    assert counts == {key: count for key, count in told.items() if count}


@given(TEXTS, st.data())
def test_offsets_go_to_utf16_and_back(text, data):
    start, end = data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))))
    offsets = Offsets(text)

    units = offsets.units(start, end)

    assert units == tuple(len(text[:place].encode("utf-16-le")) // 2 for place in (start, end))
    assert offsets.points("here", *units) == (start, end)
