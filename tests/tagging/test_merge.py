"""Who is believed where rules and tagger differ; the text is the same all through."""

import pytest

from policynlp.components.directions import direction_of
from policynlp.components.places import place_value
from policynlp.schema import Mention
from policynlp.tagging.merge import merge

TEXT = "河北省提升通关效率，就业率提升，保障农民工。"
SURE, LITTLE = {"confidence": 0.7}, {"confidence": 0.4999}
NONE = {"entities": [], "regions": [], "directions": [], "tagged": []}


def m(words, label, value=None, at=0):
    start = TEXT.index(words, at)
    return Mention(start, start + len(words), label, value)


HEBEI = m("河北省", "REGION", {"id": "130000"})
HEBEI_SEEN = m("河北省", "REGION", SURE)
FIRST = m("提升", "DIRECTION", SURE)
SECOND = m("提升", "DIRECTION", SURE, at=8)
CUSTOMS = m("通关效率", "INDICATOR", SURE)
JOBS = m("就业率", "INDICATOR", SURE)
WORKERS = m("农民工", "GROUP", SURE)


@pytest.mark.parametrize(
    ("rules", "tagged", "merged"),
    [
        pytest.param({}, [], {}, id="nothing"),
        pytest.param({}, [WORKERS], {"entities": [WORKERS]}, id="a name only the tagger finds"),
        pytest.param(
            {"entities": [m("农民", "GROUP")]}, [WORKERS], {"entities": [WORKERS]}, id="its border"
        ),
        pytest.param(
            {"entities": [m("保障", "POLICY")], "regions": [HEBEI]},
            [],
            {"entities": [m("保障", "POLICY")], "regions": [HEBEI]},
            id="what it does not see stands",
        ),
        pytest.param(
            {"entities": [m("农民", "GROUP")], "regions": [m("省", "REGION")]},
            [m("河北省", "ORG", SURE), WORKERS],
            {"entities": [m("河北省", "ORG", SURE), WORKERS]},
            id="but not inside another name",
        ),
        pytest.param(
            {"entities": [m("保障", "POLICY")]},
            [m("障", "POLICY", SURE), m("，", "ORG", SURE), m("民", "GROUP", SURE)],
            {"entities": [m("保障", "POLICY")]},
            id="a name of one letter or of a mark is none",
        ),
        pytest.param(
            {"entities": [m("通关", "SECTOR")]},
            [CUSTOMS],
            {"entities": [m("通关", "SECTOR")], "tagged": [CUSTOMS]},
            id="an indicator hides no name from the linker",
        ),
        pytest.param(
            {"entities": [m("农民", "GROUP")]},
            [
                m("农民工", "GROUP", LITTLE),
                m("就业率", "INDICATOR", LITTLE),
                m("河北省", "REGION", LITTLE),
                m("提升", "DIRECTION", LITTLE),
            ],
            {"entities": [m("农民", "GROUP")]},
            id="it is not sure",
        ),
        pytest.param(
            {"entities": [m("农民工", "GROUP")]},
            [m("就业", "SECTOR", SURE)],
            {"entities": [m("就业", "SECTOR", SURE), m("农民工", "GROUP")]},
            id="in order",
        ),
        pytest.param(
            {"regions": [HEBEI]},
            [HEBEI_SEEN],
            {"regions": [HEBEI._replace(value={"id": "130000", **SURE})]},
            id="the code of a place is the rules'",
        ),
        pytest.param(
            {},
            [HEBEI_SEEN],
            {"regions": [HEBEI._replace(value={**place_value("河北省"), **SURE})]},
            id="a place that only the tagger finds is looked up",
        ),
        pytest.param(
            {"directions": [m("提升", "DIRECTION", {})]},
            [],
            {"directions": [m("提升", "DIRECTION", {})]},
            id="a verb of the rules stays",
        ),
        pytest.param(
            {"directions": [m("提升", "DIRECTION", {})]},
            [FIRST],
            {"directions": [m("提升", "DIRECTION", {})]},
            id="and is no second time",
        ),
        pytest.param(
            {},
            [FIRST, CUSTOMS],
            {
                "directions": [
                    FIRST._replace(value={**direction_of("提升", theme="after"), **SURE})
                ],
                "tagged": [CUSTOMS],
            },
            id="a new verb governs what follows at once",
        ),
        pytest.param(
            {},
            [JOBS, SECOND],
            {
                "directions": [
                    SECOND._replace(value={**direction_of("提升", theme="before"), **SURE})
                ],
                "tagged": [JOBS],
            },
            id="or what stands before",
        ),
        pytest.param({}, [m("保障", "DIRECTION", SURE)], {}, id="a verb that no lexicon knows"),
        pytest.param(
            {},
            [m("就业", "TIME", SURE), m("率", "QUANTITY", SURE)],
            {},
            id="times and numbers are the rules'",
        ),
    ],
)
def test_merge(rules, tagged, merged):
    assert merge(TEXT, {**NONE, **rules}, tagged) == {**NONE, **merged}


@pytest.mark.parametrize(
    ("label", "least"),
    [
        ("INDICATOR", 0.6),
        ("REGION", 0.7),
        ("POLICY", 0.6),
        ("ORG", 0.6),
        ("SECTOR", 0.6),
        ("GROUP", 0.6),
        ("EVENT", 0.6),
    ],
)
def test_how_sure_it_must_be_hangs_on_the_label(label, least):
    layers = {"entities": [], "regions": [], "directions": []}
    for confidence, count in ((least, 1), (least - 0.0001, 0)):
        merged = merge(TEXT, layers, [m("就业率", label, {"confidence": confidence})])
        assert sum(map(len, merged.values())) == count


def test_a_verb_before_its_contrary_is_a_noun():
    text = "外需增长放缓，内需增长加快。"
    layers = {"entities": [], "regions": [], "directions": []}
    tagged = [Mention(at, at + 2, "DIRECTION", SURE) for at in (2, 9)]
    assert [found.start for found in merge(text, layers, tagged)["directions"]] == [9]
