"""What a counted noun does, and verbs of doing before their object."""

import pytest

from claims_notation import claims_of

PREDICATES = [
    (
        "53项重点工程全面铺开。",
        [
            "level | 重点工程 | 铺开 | 53项 = 53 项 | 2030",
        ],
    ),
    (
        "340户危房全部消除。",
        [
            "level | 危房 | 消除 | 340户 = 340 户 | 2030",
        ],
    ),
    (
        "8个示范区加快建设。",
        [
            "level | 示范区 | 建设 | 8个 = 8 个 | 2030",
        ],
    ),
    (
        "对32个项目予以否决。",
        [
            "level | 项目 | 否决 | 32个 = 32 个 | 2030",
        ],
    ),
    (
        "对620座公厕和排水管道进行全面改造。",
        [
            "level | 公厕和排水管道 | 改造 | 620座 = 620 座 | 2030",
        ],
    ),
    (
        "36家企业在本市设立研发机构。",
        [
            "level | 企业 | 设立 | 36家 = 36 家 | 2030",
        ],
    ),
    (
        "6所普通高中达到省级标准。",
        [
            "level | 普通高中 | 达到 | 6所 = 6 所 | 2030",
        ],
    ),
    (
        "9家医院加快创建省级医院。",
        [
            "level | 医院 | 创建 | 9家 = 9 家 | 2030",
        ],
    ),
    (
        "21个园区初具规模。",
        [
            "level | 园区 | - | 21个 = 21 个 | 2030",
        ],
    ),
    (
        "2所职业学院升格本科。",
        [
            "level | 职业学院 | 升格 | 2所 = 2 所 | 2030",
        ],
    ),
    (
        "省级基地等7个医疗重点项目动工。",
        [
            "level | 医疗重点项目 | 动工 | 7个 = 7 个 | 2030",
        ],
    ),
    (
        "636个重点项目开（复）工。",
        [
            "level | 重点项目 | 开（复）工 | 636个 = 636 个 | 2030",
        ],
    ),
    (
        "四个省级平台挂牌运行。",
        [
            "level | 省级平台 | 挂牌运行 | 四个 = 4 个 | 2030",
        ],
    ),
    (
        "12万亩小麦喜获丰收。",
        [
            "level | 小麦 | 喜获丰收 | 12万亩 = 120000 亩 | 2030",
        ],
    ),
]

OBJECTS = [
    (
        "交工乡村公路300公里。",
        [
            "level | 乡村公路 | 交工 | 300公里 = 300 公里 | 2030",
        ],
    ),
    (
        "撤并改造小锅炉310座、老旧管网40公里。",
        [
            "level | 小锅炉 | 撤并改造 | 310座 = 310 座 | 2030",
            "level | 老旧管网 | 撤并改造 | 40公里 = 40 公里 | 2030",
        ],
    ),
    (
        "制定、修改、废止地方规章9部。",
        [
            "level | 地方规章 | 制定、修改、废止 | 9部 = 9 部 | 2030",
        ],
    ),
    (
        "实施帮扶项目76个。",
        [
            "level | 帮扶项目 | 实施 | 76个 = 76 个 | 2030",
        ],
    ),
    (
        "中心城区新建改扩建幼儿园12所。",
        [
            "level | 幼儿园 | 新建改扩建 | 12所 = 12 所 | 2030",
        ],
    ),
    (
        "新建中小学6所、新增学位7000个。",
        [
            "level | 中小学 | 新建 | 6所 = 6 所 | 2030",
            "level | 新增学位 | - | 7000个 = 7000 个 | 2030",
        ],
    ),
    (
        "建成450个智能车间。",
        [
            "level | 智能车间 | 建成 | 450个 = 450 个 | 2030",
        ],
    ),
    (
        "按时足额发放养老金12亿元。",
        [
            "level | 养老金 | 发放 | 12亿元 = 1200000000 元 | 2030",
        ],
    ),
    (
        "参加新制度的乡镇达到32个。",
        [
            "level | 参加新制度的乡镇 | 达到 | 32个 = 32 个 | 2030",
        ],
    ),
    (
        "推行新制度的试点乡镇达到32个。",
        [
            "level | 推行新制度的试点乡镇 | 达到 | 32个 = 32 个 | 2030",
        ],
    ),
    (
        "并购国内企业14家。",
        [
            "level | 并购国内企业 | - | 14家 = 14 家 | 2030",
        ],
    ),
    (
        "加大向上争取力度。",
        [
            "trend up | 向上争取力度 | 加大 | - | 2030 | action",
        ],
    ),
]

NONE = [
    (
        "时速300公里的列车正式下线。",
        [],
    ),
    (
        "对年收入不足900元的家庭予以补助。",
        [],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), PREDICATES)
def test_predicate_behind_a_counted_noun(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), OBJECTS)
def test_verb_parted_from_its_object(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), NONE)
def test_size_that_counts_nothing(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
