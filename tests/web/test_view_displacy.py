import re

import pytest
from spacy import displacy

import policynlp
from policynlp.schema import LABELS

SENTENCE = "2030年，全市公路里程达到9万公里，比上年增长3.2%。"


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(SENTENCE)


def test_entities_have_our_colours(doc):
    html = displacy.render(doc, style="ent", options=policynlp.displacy_options(), jupyter=False)

    found = re.findall(r"background: (#\w+);[^>]*>\s*([^<\s]+)\s*<span[^>]*>(\w+)<", html)
    colors = policynlp.displacy_options()["colors"]
    assert found == [(colors[ent.label_], ent.text, ent.label_) for ent in doc.ents]
    assert [label for _, _, label in found] == [
        "TIME", "REGION", "INDICATOR", "QUANTITY", "TIME", "DIRECTION", "QUANTITY",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("layer", "label", "count"),
    [("quantities", "QUANTITY", 2), ("times", "TIME", 2), ("units", "UNIT", 2)],
)
def test_each_layer_of_spans_is_drawn(doc, layer, label, count):
    options = policynlp.displacy_options(layer)
    html = displacy.render(doc, style="span", options=options, jupyter=False)

    assert len(doc.spans[layer]) == html.count(f"{label}\n") == count
    assert f"background: {options['colors'][label]}" in html


def test_every_label_has_a_colour_of_its_own():
    options = policynlp.displacy_options()

    assert set(options["ents"]) == {*LABELS, "UNIT"} == set(options["colors"])
    assert len(set(options["colors"].values())) == len(options["colors"])
