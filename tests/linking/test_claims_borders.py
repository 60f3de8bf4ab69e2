"""Where an indicator begins and ends: verbs before it, words that only look like adverbs."""

import pytest

from claims_notation import claims_of

DEEDS = [
    (
        "派发普法手册8万册，绿化美化乡村35个，关停整顿矿山12个。",
        [
            "level | 普法手册 | 派发 | 8万册 = 80000 册 | 2030",
            "level | 乡村 | 绿化美化 | 35个 = 35 个 | 2030",
            "level | 矿山 | 关停整顿 | 12个 = 12 个 | 2030",
        ],
    ),
    (
        "分三批取消和下放行政许可事项96项，组织和参与各类推介活动40场。",
        [
            "level | 行政许可事项 | 取消和下放 | 96项 = 96 项 | 2030",
            "level | 各类推介活动 | 组织和参与 | 40场 = 40 场 | 2030",
        ],
    ),
    (
        "直接减税6.5亿元，全年直接经济损失3亿元。",
        [
            "level | 减税 | - | 6.5亿元 = 650000000 元 | 2030",
            "level | 直接经济损失 | - | 3亿元 = 300000000 元 | 全年 = 2030",
        ],
    ),
]

AIMS = [
    (
        "以提高产销率为目标，取得2枚铜牌的优异成绩。",
        [
            "trend up | 产销率 | 提高 | - | 2030 | action",
            "level | 铜牌 | 取得 | 2枚 = 2 枚 | 2030",
        ],
    ),
    (
        "免费实施复明手术97例，培养免费师范生500名。",
        [
            "level | 复明手术 | 实施 | 97例 = 97 例 | 2030",
            "level | 免费师范生 | 培养 | 500名 = 500 名 | 2030",
        ],
    ),
]

PARTS_OF_NOUNS = [
    (
        "建设高质量经济林12万亩，其中有线电视用户9万户。",
        [
            "level | 高质量经济林 | 建设 | 12万亩 = 120000 亩 | 2030",
            "level | 有线电视用户 | - | 9万户 = 90000 户 | 2030",
        ],
    ),
    (
        "股份公司达60户，其中上市公司8户；境外兴办的企业已达40多家。",
        [
            "level | 股份公司 | 达 | 60户 = 60 户 | 2030",
            "level | 上市公司 | - | 8户 = 8 户 | 2030",
            "level | 境外兴办的企业 | 达 | 40多家 = gt 40 家 | 2030",
        ],
    ),
    (
        "新注册企业增长18%，新建农房图集采用率达到85%。",
        [
            "change up | 新注册企业 | 增长 | 18% = 18 % | 2030",
            "level | 新建农房图集采用率 | 达到 | 85% = 85 % | 2030",
        ],
    ),
    (
        "扩大有效投入。",
        ["trend up | 有效投入 | 扩大 | - | 2030 | action"],
    ),
]

EDGES = [
    (
        "全市民营经济增加值增长6%。",
        ["change up | 民营经济增加值 | 增长 | 6% = 6 % | 2030 | in 全市"],
    ),
    (
        "管道天然气价格从每立方米4元降至3.6元，沿海港口吞吐量9亿吨。",
        [
            "level down | 管道天然气价格 | 降至 | 3.6元 = 3.6 元 | 2030 | from 4元 = 4 元",
            "level | 沿海港口吞吐量 | - | 9亿吨 = 900000000 吨 | 2030",
        ],
    ),
    (
        "提高科学民主决策水平，固定资产投资总体上继续增长。",
        [
            "trend up | 科学民主决策水平 | 提高 | - | 2030 | action",
            "trend up | 固定资产投资 | 增长 | - | 2030",
        ],
    ),
]

TAKEN_OVER = [
    (
        "新增科技型企业64家，达到520家。",
        [
            "level | 新增科技型企业 | - | 64家 = 64 家 | 2030",
            "level | ^科技型企业 | 达到 | 520家 = 520 家 | 2030",
        ],
    ),
    (
        "完成食品抽检任务3万批次，达到每年每千人6批次。",
        [
            "level | 食品抽检任务 | 完成 | 3万批次 = 30000 批次 | 2030",
            "level | ^食品抽检任务 | 达到 | 6批次 = 6 批次 | 每年 = 2030",
        ],
    ),
    (
        "中、高等职业教育在校生分别达到3万人和2万人。",
        [
            "level | 中等职业教育在校生 | 达到 | 3万人 = 30000 人 | 2030",
            "level | 高等职业教育在校生 | 达到 | 2万人 = 20000 人 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), DEEDS)
def test_verbs_before_the_indicator_are_its_trigger(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), AIMS)
def test_aims_and_free_deeds(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), PARTS_OF_NOUNS)
def test_words_of_a_noun_stay_with_it(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), EDGES)
def test_words_beside_an_indicator_are_no_part_of_it(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), TAKEN_OVER)
def test_subjects_taken_over_are_what_is_reached(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
