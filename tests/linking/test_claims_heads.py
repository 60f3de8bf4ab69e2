"""How far the noun phrase of an indicator reaches, and what only frames it."""

import pytest

from claims_notation import claims_of

HEADS = [
    (
        "建成1.2万亩高标准水果供应基地。",
        [
            "level | 高标准水果供应基地 | 建成 | 1.2万亩 = 12000 亩 | 2030",
        ],
    ),
    (
        "化解32万吨水泥、焦炭过剩产能。",
        [
            "level | 水泥、焦炭过剩产能 | 化解 | 32万吨 = 320000 吨 | 2030",
        ],
    ),
    (
        "关停80家高耗能、高污染企业。",
        [
            "level | 高耗能、高污染企业 | 关停 | 80家 = 80 家 | 2030",
        ],
    ),
    (
        "全市剩余2300户、6100名贫困人口全部脱贫。",
        [
            "level | 贫困人口 | 脱贫 | 2300户 = 2300 户 | 2030 | in 全市",
            "level | 贫困人口 | 脱贫 | 6100名 = 6100 名 | 2030 | in 全市",
        ],
    ),
    (
        "新建市、县两级工作站12家。",
        [
            "level | 市、县两级工作站 | 新建 | 12家 = 12 家 | 2030",
        ],
    ),
    (
        "建成站点124个，治理能力和服务水平进一步提升。",
        [
            "level | 站点 | 建成 | 124个 = 124 个 | 2030",
            "trend up | 治理能力和服务水平 | 提升 | - | 2030",
        ],
    ),
    (
        "人才培育和引进力度加大。",
        [
            "trend up | 人才培育和引进力度 | 加大 | - | 2030",
        ],
    ),
    (
        "合理降低用电、运输、贷款等企业成本。",
        [
            "trend down | 用电、运输、贷款等企业成本 | 降低 | - | 2030 | action",
        ],
    ),
    (
        "增加高质量、高水平产品供给。",
        [
            "trend up | 高质量、高水平产品供给 | 增加 | - | 2030 | action",
        ],
    ),
    (
        "增加对边远地区的投资。",
        [
            "trend up | 对边远地区的投资 | 增加 | - | 2030 | action",
        ],
    ),
]

FRAMES = [
    (
        "在稳定3万个护林岗位基础上新开发4000个。",
        [
            "level | 护林岗位 | - | 3万个 = 30000 个 | 2030",
            "level | ^护林岗位 | 新开发 | 4000个 = 4000 个 | 2030",
        ],
    ),
    (
        "实现6万农村贫困人口脱贫。",
        [
            "level | 农村贫困人口 | 实现 | 6万 = 60000 人 | 2030",
        ],
    ),
    (
        "扶持80户农村家庭改善居住条件。",
        [
            "level | 农村家庭 | 扶持 | 80户 = 80 户 | 2030",
        ],
    ),
    (
        "组织20个高层次经贸团赴境外洽谈。",
        [
            "level | 高层次经贸团 | 组织 | 20个 = 20 个 | 2030",
        ],
    ),
    (
        "要把工作重点转到提高增长质量和效益上来。",
        [
            "trend up | 增长质量和效益 | 提高 | - | 2030 | action",
        ],
    ),
    (
        "调增经济作物12万亩，调减玉米30万亩。",
        [
            "change up | 经济作物 | 调增 | 12万亩 = 120000 亩 | 2030",
            "change down | 玉米 | 调减 | 30万亩 = 300000 亩 | 2030",
        ],
    ),
]

MOVED = [
    (
        "加大品牌保护力度，丰富活动内涵，扩大农产品网上营销。",
        [
            "trend up | 品牌保护力度 | 加大 | - | 2030 | action",
        ],
    ),
    (
        "把扩大消费作为扩大内需的战略重点。",
        [
            "trend up | 消费 | 扩大 | - | 2030 | action",
        ],
    ),
    (
        "群众获得感幸福感安全感进一步提升。",
        [],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), HEADS)
def test_whole_noun_phrase(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), FRAMES)
def test_noun_without_its_frame(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), MOVED)
def test_verb_with_an_object_of_its_own(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
