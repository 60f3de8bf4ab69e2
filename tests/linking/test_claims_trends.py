"""Which way, without a number."""

import pytest

from claims_notation import PLAN, claims_of

SUBJECT_FIRST = [
    ("生态系统稳定性提升。", ["trend up | 生态系统稳定性 | 提升 | - | 2030"]),
    ("巩固率、毛入学率提高。", ["trend up | 巩固率、毛入学率 | 提高 | - | 2030"]),
    (
        "粮食产量稳步提高，财政收入持续增长。",
        [
            "trend up | 粮食产量 | 提高 | - | 2030",
            "trend up | 财政收入 | 增长 | - | 2030",
        ],
    ),
    (
        "就业规模扩大，失业率下降。",
        [
            "trend up | 就业规模 | 扩大 | - | 2030",
            "trend down | 失业率 | 下降 | - | 2030",
        ],
    ),
    (
        "森林面积和森林蓄积量持续增加。",
        ["trend up | 森林面积和森林蓄积量 | 增加 | - | 2030"],
    ),
    (
        "空气质量持续改善。",
        ["trend up | 空气质量 | 改善 | - | 2030"],
    ),
    (
        "投资增速明显放缓。",
        ["trend down | 投资增速 | 放缓 | - | 2030"],
    ),
    (
        "进出口总额保持稳定。",
        ["trend flat | 进出口总额 | 保持稳定 | - | 2030"],
    ),
    (
        "物价水平基本稳定。",
        ["trend flat | 物价水平 | 稳定 | - | 2030"],
    ),
    (
        "粮食生产能力得到提升。",
        ["trend up | 粮食生产能力 | 提升 | - | 2030"],
    ),
    (
        "创新能力显著增强，单位能耗持续降低。",
        [
            "trend up | 创新能力 | 增强 | - | 2030",
            "trend down | 单位能耗 | 降低 | - | 2030",
        ],
    ),
    (
        "就业压力有所减轻，居民消费需求持续扩大。",
        [
            "trend down | 就业压力 | 减轻 | - | 2030",
            "trend up | 居民消费需求 | 扩大 | - | 2030",
        ],
    ),
    (
        "项目建设进度加快。",
        ["trend up | 项目建设进度 | 加快 | - | 2030"],
    ),
    (
        "出口有望回升。",
        ["trend up | 出口 | 回升 | - | 2030 | forecast"],
    ),
    (
        "常住人口与上年持平。",
        ["trend flat | 常住人口 | 持平 | - | 2030 | base 上年 = 2029"],
    ),
    (
        "油料产量42万吨，与上年持平。",
        [
            "level | 油料产量 | - | 42万吨 = 420000 吨 | 2030",
            "trend flat | ^油料产量 | 持平 | - | 2030 | base 上年 = 2029",
        ],
    ),
    (
        "群众就医负担有待进一步减轻。",
        ["trend down | 群众就医负担 | 减轻 | - | 2030 | action"],
    ),
    (
        "居民消费价格总水平上涨。",
        ["trend up | 居民消费价格总水平 | 上涨 | - | 2030"],
    ),
    (
        "税收收入达到820亿元，实现持续较快增长。",
        [
            "level | 税收收入 | 达到 | 820亿元 = 82000000000 元 | 2030",
            "trend up | ^税收收入 | 增长 | - | 2030",
        ],
    ),
    ("对外贸易延续较快增长态势。", ["trend up | 对外贸易 | 增长 | - | 2030"]),
    ("地表水水质稳定在Ⅲ类以上。", ["trend flat | 地表水水质 | 稳定在 | - | 2030"]),
    ("救助范围扩大到低收入家庭。", ["trend up | 救助范围 | 扩大到 | - | 2030"]),
    ("事故死亡人数实现“双下降”。", ["trend down | 事故死亡人数 | 下降 | - | 2030"]),
    ("消费品供应明显增多。", ["trend up | 消费品供应 | 增多 | - | 2030"]),
    (
        "公共设施欠账较多、均等化水平有待提高。",
        ["trend up | 均等化水平 | 提高 | - | 2030 | action"],
    ),
    ("县域经济发展水平加快提升。", ["trend up | 县域经济发展水平 | 提升 | - | 2030"]),
    ("能耗降幅有望扩大。", ["trend up | 能耗降幅 | 扩大 | - | 2030 | forecast"]),
    ("有效遏制了房价过快上涨。", []),
    ("耕地面积下降态势得到初步遏制。", []),
    ("综合实力稳步增强，发展质量稳步提升。", []),
    ("可能导致企业利润下降。", ["trend down | 企业利润 | 下降 | - | 2030 | forecast"]),
    (
        "居民收入增长与经济增长基本同步。",
        ["trend flat | 居民收入增长 | 同步 | - | 2030 | base 经济增长 = -"],
    ),
]

VERB_FIRST = [
    (
        "在提高质量、优化结构、增进效益的基础上努力实现这样的发展速度。",
        ["trend up | 质量 | 提高 | - | 2031 | action"],
    ),
    (
        "扩大有效投资规模，增加居民收入。",
        [
            "trend up | 有效投资规模 | 扩大 | - | 2031 | action",
            "trend up | 居民收入 | 增加 | - | 2031 | action",
        ],
    ),
    (
        "着力缩小城乡收入差距。",
        ["trend down | 城乡收入差距 | 缩小 | - | 2031 | action"],
    ),
    (
        "不断提升公共服务水平。",
        ["trend up | 公共服务水平 | 提升 | - | 2031 | action"],
    ),
    (
        "努力促进居民收入增长。",
        ["trend up | 居民收入 | 增长 | - | 2031 | action"],
    ),
    (
        "提高城乡居民收入水平。",
        ["trend up | 城乡居民收入水平 | 提高 | - | 2031 | action"],
    ),
    (
        "把扩大消费放在更加突出的位置。",
        ["trend up | 消费 | 扩大 | - | 2031 | action"],
    ),
    (
        "统筹扩大内需和深化改革。",
        ["trend up | 内需 | 扩大 | - | 2031 | action"],
    ),
    (
        "财政收入与生产总值基本同步增长。",
        ["trend up | 财政收入 | 增长 | - | 2031 | base 生产总值 = - | target"],
    ),
    (
        "保持制造业贷款合理稳定增长。",
        ["trend up | 制造业贷款 | 增长 | - | 2031 | action"],
    ),
    ("推动居民收入稳步提高。", ["trend up | 居民收入 | 提高 | - | 2031 | action"]),
    (
        "加快项目建设进度。",
        ["trend up | 项目建设进度 | 加快 | - | 2031 | action"],
    ),
    (
        "降低债务风险等级。",
        ["trend down | 债务风险等级 | 降低 | - | 2031 | action"],
    ),
    (
        "抓住扩大有效投资的机遇。",
        [],
    ),
]

DONE = [
    (
        "扩大了医保覆盖范围。",
        ["trend up | 医保覆盖范围 | 扩大 | - | 2030 | action"],
    ),
    (
        "减轻了企业税费负担。",
        ["trend down | 企业税费负担 | 减轻 | - | 2030 | action"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), SUBJECT_FIRST)
def test_subject_first(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), VERB_FIRST)
def test_verb_first(nlp, sentence, claims):
    assert claims_of(nlp, sentence, PLAN) == claims


@pytest.mark.parametrize(("sentence", "claims"), DONE)
def test_verb_first_and_done(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
