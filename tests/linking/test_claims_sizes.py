"""Numbers inside names, set phrases and attributes, beside those that count."""

import pytest

from claims_notation import claims_of

NONE = [
    "开工建设500千伏北屯输变电工程。",
    "建成500千伏北屯一回线路工程。",
    "10万吨级主航道建成通航。",
    "40万吨炼油装置建成投产。",
    "建成60万吨甲醇、15万吨醋酸等项目。",
    "全力办好八件实事：",
    "加快建设四个强省。",
    "坚持和平共处五项原则的立场不会改变。",
    "落实会商工作六项机制。",
    "统筹用好两个市场、两种资源。",
]

SIZES = [
    (
        "5—10万吨级泊位建成3个。",
        ["level | 5—10万吨级泊位 | 建成 | 3个 = 3 个 | 2030"],
    ),
    (
        "20户以上自然村生活垃圾收运覆盖率90%以上。",
        ["level | 20户以上自然村生活垃圾收运覆盖率 | - | 90%以上 = ge 90 % | 2030"],
    ),
    (
        "建立六项机制。",
        ["level | 机制 | 建立 | 六项 = 6 项 | 2030"],
    ),
    (
        "化解60万吨钢铁过剩产能。",
        ["level | 钢铁过剩产能 | 化解 | 60万吨 = 600000 吨 | 2030"],
    ),
    (
        "办好12件民生实事。",
        ["level | 民生实事 | 办好 | 12件 = 12 件 | 2030"],
    ),
]

TOGETHER = [
    (
        "620户2100人纳入监测帮扶。",
        [
            "level | 监测帮扶 | 纳入 | 620户 = 620 户 | 2030",
            "level | 监测帮扶 | 纳入 | 2100人 = 2100 人 | 2030",
        ],
    ),
    (
        "21个集体、个人荣获省级表彰。",
        ["level | 集体、个人 | 荣获 | 21个 = 21 个 | 2030"],
    ),
    (
        "建成3个小区、社区服务中心5个。",
        [
            "level | 小区 | 建成 | 3个 = 3 个 | 2030",
            "level | 社区服务中心 | 建成 | 5个 = 5 个 | 2030",
        ],
    ),
    (
        "财政资金投入基础教育的比重从12%提高到30%。",
        ["level up | 财政资金投入基础教育的比重 | 提高到 | 30% = 30 % | 2030 | from 12% = 12 %"],
    ),
]

ATTRIBUTES = [
    (
        "开工总投资300亿元的东海化工项目。",
        ["level | 总投资 | - | 300亿元 = 30000000000 元 | 2030"],
    ),
    (
        "设立规模达50亿元的产业基金。",
        ["level | 规模 | 达 | 50亿元 = 5000000000 元 | 2030"],
    ),
    (
        "年成交额上亿元的市场18个。",
        ["level | 年成交额上亿元的市场 | - | 18个 = 18 个 | 2030"],
    ),
    (
        "农产品价格降幅由峰值的-12.1%收窄至-9.4%。",
        ["level down | 农产品价格降幅 | 收窄至 | -9.4% = -9.4 % | 2030 | from -12.1% = -12.1 %"],
    ),
]

LIMITS = [
    ("亩均税收1万元以下低效企业改造提升基本完成。", []),
    ("40兆瓦风力发电项目并网运行。", []),
    ("为群众办好的十件实事是：", []),
    (
        "新增白酒产能5万千升。",
        ["level | 新增白酒产能 | - | 5万千升 = 50000 千升 | 2030"],
    ),
    (
        "建成40兆瓦发电项目。",
        ["level | 发电项目 | 建成 | 40兆瓦 = 40 兆瓦 | 2030"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), LIMITS)
def test_limits(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize("sentence", NONE)
def test_part_of_a_name(nlp, sentence):
    assert claims_of(nlp, sentence) == []


@pytest.mark.parametrize(("sentence", "claims"), SIZES)
def test_sizes_and_counts(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), TOGETHER)
def test_counted_together(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), ATTRIBUTES)
def test_attributes(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
