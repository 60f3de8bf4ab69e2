"""What stands behind a counted noun: where it is done, and verbs that only narrow the noun."""

import pytest

from claims_notation import claims_of

ASIDES = [
    (
        "吸引6万名大学生在本地创业就业，选派300名志愿者到偏远乡镇从事支教。",
        [
            "level | 大学生 | 吸引 | 6万名 = 60000 名 | 2030",
            "level | 志愿者 | 选派 | 300名 = 300 名 | 2030",
        ],
    ),
    (
        "有12部影片在电影节上获奖。",
        ["level | 影片 | 有 | 12部 = 12 部 | 2030"],
    ),
    (
        "建设8个城市在建项目，完成200户搬迁到户工程。",
        [
            "level | 城市在建项目 | 建设 | 8个 = 8 个 | 2030",
            "level | 搬迁到户工程 | 完成 | 200户 = 200 户 | 2030",
        ],
    ),
]

NARROWED = [
    (
        "抓紧实施22个列入首批清单的项目。",
        ["level | 列入首批清单的项目 | 实施 | 22个 = 22 个 | 2030"],
    ),
    (
        "滨河路等72条新改扩建道路竣工通车。",
        ["level | 新改扩建道路 | 竣工 | 72条 = 72 条 | 2030"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), ASIDES)
def test_where_it_is_done_is_no_part_of_the_noun(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), NARROWED)
def test_verbs_that_narrow_a_noun(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


FRAMES = [
    (
        "实施超亿元技改项目65个，税收过千万元园区达到12个。",
        [
            "level | 超亿元技改项目 | 实施 | 65个 = 65 个 | 2030",
            "level | 税收过千万元园区 | 达到 | 12个 = 12 个 | 2030",
        ],
    ),
    (
        "全市12个国控断面水质优良比例达到92%，40个重点项目已竣工31个。",
        [
            "level | 国控断面水质优良比例 | 达到 | 92% = 92 % | 2030 | in 全市",
            "level | 重点项目 | 竣工 | 31个 = 31 个 | 2030",
        ],
    ),
    (
        "办公经费在上年预算基础上压缩30%，新创小企业突破8000家。",
        [
            "change down | 办公经费 | 压缩 | 30% = 30 % | 2030",
            "level | 新创小企业 | 突破 | 突破8000家 = gt 8000 家 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), FRAMES)
def test_numbers_and_words_that_only_frame(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
