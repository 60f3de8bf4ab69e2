"""How a list with 分别 divides, and which words its members share."""

import pytest

from policynlp.linking.coordination import compose
from policynlp.linking.distribution import divide, spread
from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.members import halves, members


def cut(phrase, count):
    spans = members(phrase, count)
    return None if spans is None else [phrase[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("PM10、PM2.5浓度", ["PM10", "PM2.5浓度"]),
        ("出口和进口", ["出口", "进口"]),
        ("水稻、小麦和玉米产量", ["水稻", "小麦", "玉米产量"]),
        ("水稻、小麦以及玉米产量", ["水稻", "小麦", "玉米产量"]),
        ("钢铁、石油和化工产值", ["钢铁", "石油和化工产值"]),
        ("钢铁、石油和化工产值", ["钢铁", "石油", "化工产值"]),
        ("税收及非税收入", ["税收", "非税收入"]),
        ("新车（含轿车、客车）、二手车销量", ["新车（含轿车、客车）", "二手车销量"]),
        ("“一老、一小”服务床位、托位", ["“一老、一小”服务床位", "托位"]),
    ],
)
def test_members(phrase, parts):
    assert cut(phrase, len(parts)) == parts


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("粮食产量", 2),
        ("出口和进口", 3),
        ("水稻、小麦、玉米产量", 2),
        ("粮食产量和", 2),
        ("、粮食产量", 2),
    ],
)
def test_a_phrase_that_does_not_divide_so(phrase, count):
    assert members(phrase, count) is None


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("城乡居民收入", ["城镇居民收入", "农村居民收入"]),
        ("城乡低保标准", ["城市低保标准", "农村低保标准"]),
        ("存贷款余额", ["存款余额", "贷款余额"]),
        ("进出口总额", ["进口总额", "出口总额"]),
        ("三次产业增加值", ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
    ],
)
def test_halves(phrase, parts):
    assert halves(phrase, len(parts)) == parts


@pytest.mark.parametrize(
    ("phrase", "count"), [("粮食产量", 2), ("城乡居民收入", 3), ("三次产业增加值", 2)]
)
def test_a_word_that_is_no_pair(phrase, count):
    assert halves(phrase, count) is None


COMPOSED = [
    (
        ["基本养老", "失业", "工伤保险参保人数"],
        ["基本养老保险参保人数", "失业保险参保人数", "工伤保险参保人数"],
    ),
    (["铁路", "公路货运量"], ["铁路货运量", "公路货运量"]),
    (["二氧化硫", "氮氧化物排放量"], ["二氧化硫排放量", "氮氧化物排放量"]),
    (["第一", "二", "三产业增加值"], ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
    (["财政收入", "税收收入"], ["财政收入", "税收收入"]),
    (["出口", "进口"], ["出口", "进口"]),
    (["化学需氧量", "氨氮排放量"], ["化学需氧量排放量", "氨氮排放量"]),
    (["化学需氧量", "二氧化硫年排放量"], ["化学需氧量年排放量", "二氧化硫年排放量"]),
    (["氨氮", "氮氧化物排放量"], ["氨氮排放量", "氮氧化物排放量"]),
    (["存款", "贷款"], ["存款", "贷款"]),
    (["塑料产品", "水泥", "玩具出口"], ["塑料产品出口", "水泥出口", "玩具出口"]),
    (
        ["农村特困人员集中", "分散供养标准"],
        ["农村特困人员集中供养标准", "农村特困人员分散供养标准"],
    ),
    (["居民消费价格", "工业品出厂价格"], ["居民消费价格", "工业品出厂价格"]),
    (["规模以上工业增加值", "固定资产投资"], ["规模以上工业增加值", "固定资产投资"]),
    (["PM2.5", "PM10平均浓度"], ["PM2.5平均浓度", "PM10平均浓度"]),
    (["存款", "贷款余额"], ["存款余额", "贷款余额"]),
]


@pytest.mark.parametrize(("parts", "words"), COMPOSED)
def test_compose(parts, words):
    assert compose(parts) == words


def test_divided_subjects_keep_their_places():
    text = "铁路、公路货运量"
    first, second = divide(text, Subject(0, len(text)), 2)
    assert (first.start, first.end, first.text, first.span) == (0, 2, "铁路货运量", (0, 8))
    assert (second.start, second.end, second.text, second.span) == (3, 8, None, (0, 8))


def test_whole_members_are_indicators_each():
    text = "财政收入、税收收入"
    assert [subject.span for subject in divide(text, Subject(0, len(text)), 2)] == [(0, 4), (5, 9)]


def drafts_of(subject, count):
    return [Draft("level", None, subject, None, None, "reached") for _ in range(count)]


def test_values_without_a_member_each_keep_the_whole_and_say_so():
    text = "水稻、小麦、玉米产量"
    spread_out = spread(text, drafts_of(Subject(0, len(text)), 2), [])
    assert [(d.subject.span, d.pattern) for d in spread_out] == [((0, 10), "unaligned")] * 2


def test_a_list_goes_on_with_the_subjects_of_the_list_before():
    text = "出口和进口"
    earlier = [Subject(0, 2), Subject(3, 5)]
    spread_out = spread(text, drafts_of(Subject(0, 5, inherited=True), 2), earlier)
    assert [(d.subject.start, d.subject.inherited) for d in spread_out] == [(0, True), (3, True)]


def test_a_list_that_does_not_come_out_even_is_less_sure(nlp):
    def sure(sentence):
        return min(claim.confidence for claim in nlp(f"2030年工作回顾\n{sentence}")._.claims)

    assert sure("水稻、小麦、玉米播种面积分别扩大12万亩、9万亩。") < sure(
        "水稻、小麦播种面积分别扩大12万亩、9万亩。"
    )
