"""Places where something is done: they count what is held there, or only frame it."""

import pytest

from claims_notation import claims_of

VENUES = [
    (
        "在12个县进行了乡镇财政管理改革试点。",
        ["level | 乡镇财政管理改革试点 | 进行 | 12个 = 12 个 | 2030"],
    ),
    (
        "在15个县区开展社区治理新模式试点。",
        ["level | 社区治理新模式试点 | 开展 | 15个 = 15 个 | 2030"],
    ),
    ("在12个县新建医院5所。", ["level | 医院 | 新建 | 5所 = 5 所 | 2030"]),
    ("在6个县实施退耕还林12万亩。", ["level | 退耕还林 | 实施 | 12万亩 = 120000 亩 | 2030"]),
    ("12个县开展试点。", ["level | 县 | 开展 | 12个 = 12 个 | 2030"]),
]


@pytest.mark.parametrize(("text", "expected"), VENUES)
def test_where_it_is_done(nlp, text, expected):
    assert claims_of(nlp, text) == expected
