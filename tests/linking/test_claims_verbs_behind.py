"""The whole verb behind a counted noun, verbs inside nouns, places in a row, verbs after 创新."""

import pytest

from claims_notation import claims_of

WHOLE_VERBS = [
    (
        "24项重点工程启动建设。",
        ["level | 重点工程 | 启动建设 | 24项 = 24 项 | 2030"],
    ),
    (
        "4个综合改革试点顺利推进。",
        ["level | 综合改革试点 | 推进 | 4个 = 4 个 | 2030"],
    ),
    (
        "3个贫困村和216名困难群众脱贫销号。",
        [
            "level | 贫困村 | 脱贫销号 | 3个 = 3 个 | 2030",
            "level | 困难群众 | 脱贫销号 | 216名 = 216 名 | 2030",
        ],
    ),
    ("2所职业大学获批。", ["level | 职业大学 | 获批 | 2所 = 2 所 | 2030"]),
]

INSIDE = [
    (
        "建成5个工业互联网平台。",
        ["level | 工业互联网平台 | 建成 | 5个 = 5 个 | 2030"],
    ),
    (
        "21个城市更新试点项目全面启动。",
        ["level | 城市更新试点项目 | 启动 | 21个 = 21 个 | 2030"],
    ),
    (
        "20家企业技术中心通过认定。",
        ["level | 企业技术中心 | 通过认定 | 20家 = 20 家 | 2030"],
    ),
    (
        "推进20所职业学校达标建设。",
        ["level | 职业学校达标建设 | 推进 | 20所 = 20 所 | 2030"],
    ),
    (
        "兑现复工复产等补贴3亿元，发放救助款物2亿元。",
        [
            "level | 复工复产等补贴 | 兑现 | 3亿元 = 300000000 元 | 2030",
            "level | 救助款物 | 发放 | 2亿元 = 200000000 元 | 2030",
        ],
    ),
]

ANEW = [
    (
        "巩固提升4个示范园建设水平。",
        ["level | 示范园建设水平 | 巩固提升 | 4个 = 4 个 | 2030"],
    ),
    ("创新选派65名干部。", ["level | 干部 | 选派 | 65名 = 65 名 | 2030"]),
    ("新选派65名干部。", ["level | 干部 | 新选派 | 65名 = 65 名 | 2030"]),
    (
        "取消、归并31项收费项目。",
        ["level | 收费项目 | 取消、归并 | 31项 = 31 项 | 2030"],
    ),
]

IN_A_ROW = [
    (
        "武威、白银、张掖生产总值突破500亿元。",
        [
            "level | 生产总值 | 突破 | 突破500亿元 = gt 50000000000 元 | 2030 | in 武威、白银、张掖",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), WHOLE_VERBS)
def test_the_whole_verb_is_taken(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), INSIDE)
def test_verbs_inside_nouns(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), ANEW)
def test_verbs_behind_new(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), IN_A_ROW)
def test_places_in_a_row(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
