"""Regions: every row gives the sentence with the whole answer in brackets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.components.places import find_places
from policynlp.components.regions import find_regions
from policynlp.lexicons.divisions import load_countries, load_divisions, short_names

CASES = [
    # divisions under full and short names
    "[四川省]粮食总产量再创新高",
    "[杭州]、[宁波]两市外贸出口保持增长",
    "[甘肃临夏州积石山县]恢复重建有序推进",
    "[浙江安吉]生态产品价值实现走在前列",
    "[吉林]长势良好",
    "[内蒙古]外送电量位居前列",
    "推动[临夏州]与[甘南州]协作",
    # sets, deixis, countries
    "[全市]一般公共预算收入增长5%",
    "[我省]对[“一带一路”沿线国家]进出口增长8%",
    "[京津冀]、[长三角]研发投入强度高于[全国]平均水平",
    "对[德国]、[日本]出口稳定，[东盟]成为第一大贸易伙伴",
    "[各地]因地制宜，[东部地区]率先突破",
    "[全县]新增耕地2万亩，国内外市场回暖，农村道路硬化",
    # zones, basins and parts named after a place
    "[成都高新区]营业收入突破万亿元",
    "[中国（陕西）自由贸易试验区]新增企业3000户",
    "[长江经济带]水质持续改善",
    "支持[中山植物园]扩建，[成都科学城]开园，[中国西部（成都）科学城]起步",
    "推动[珠江口东西两岸]融合，治理[太湖湾]、[海口湾]，[塔里木河干流]水量稳定",
    "[东中部]产业转移，[南北疆]协调发展，[西辽河流域]治理",
    # zones with words before their head, groups of cities, a sea; a shelf is none
    "[郑州自主创新示范区]提质，[湘南湘西承接产业转移示范区]扩区，[皖江城市带]崛起",
    "[黄河大峡谷]、[衢州汽车城]开放，[呼包鄂]协同，整治[渤海海域]，开发浅海大陆架",
    # a street bears the name of a place and is none
    "打通嘉兴路、大同街，改造长江东路",
    # the border of the place lies inside another word
    "兴修水利，提高渔民出海安全，更加蓬勃发展，创建食品安全市，弘扬新乡贤文化",
    "建设出海口，维护共同安全，许多地区整治街道外立面，推进土地复垦利用，面对新老问题",
    "建成[全省]经济副中心，[城市副中心]加快建设",
    # titles name no place
    "创建全国文明城市，荣获全国双拥模范城，入选中国传统村落",
    "[内蒙古东部]降水偏多，[黄河沿线]生态修复提速",
    # 地区生产总值 is one word behind a city, behind a listed set it is not
    "[台州]、[衢州]地区生产总值分别增长6%和7%",
    "[东部地区]生产总值占比提高",
    "[喀什地区]生产总值增长7%",
    "[衢州地区]降水偏多",
    "[渭河流域]水量充足",
    "[滨江新城]加快建设",
    # rivers that share 流域, ports, parts of a river in a province, waters and hills with names
    "统筹治理[辽河、海河和淮河流域]",
    "[台州港]货物吞吐量增长7%",
    "[黄河内蒙古段]水质保持优良",
    "[白洋淀]水质改善，[永定河]、[岱海]补水6亿立方米",
    "提高[贫困地区]农民收入",
    # a zone with a name stays one where programmes follow; the government of a city is no place
    "推进[西安都市圈]一体化",
    "大同市政府工作报告",
    "健全国家安全体系，深化与湖南农大合作",
    "[绍兴工业园]跻身国家绿色园区",
    "防治[“三河三湖”]污染，提高[关中地区]空气质量",
    # a list proves its doubtful members
    "[永安]、[大田]、[将乐]通高铁",
    # words that only look like places
    "盘活资源，深化合作，新建学校5所",
    "创建国家级示范县，规范县乡管理",
    "隆重庆祝建党一百周年",
    "确保社会长治久安",
    "其中国有企业利润增长10%",
    "弘扬中华美德，确保定点帮扶到位，满足更高要求",
    "推进价格公开化，违反规定兴建楼堂，最大同时用户数",
    "办好“安岳柠檬”品牌推介",
    "城市区域布局优化",
]


def parse(marked: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", marked), re.findall(r"\[([^\]]*)\]", marked)


@pytest.mark.parametrize("marked", CASES)
def test_regions(marked):
    text, expected = parse(marked)
    assert [text[r.start : r.end] for r in find_regions(text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("四川", {"id": "510000", "level": "province"}),
        ("成都市", {"id": "510100", "level": "city"}),
        ("浙江安吉", {"id": "330523", "level": "county"}),
        ("吉林", {"id": "220000", "level": "province"}),
        ("德国", {"id": "DE", "level": "country"}),
        ("我市", {"id": "THIS-CITY", "level": "deixis"}),
        ("鼓楼区", {"id": None, "level": "county"}),
        ("成都高新区", {"id": None, "level": "area"}),
    ],
)
def test_region_value(text, value):
    assert [region.value for region in find_regions(text)] == [value]


@pytest.mark.parametrize(
    ("name", "shorts"),
    [
        ("成都市", ["成都"]),
        ("忠县", []),
        ("内蒙古自治区", ["内蒙古"]),
        ("广西壮族自治区", ["广西"]),
        ("临夏回族自治州", ["临夏", "临夏州"]),
        ("积石山保安族东乡族撒拉族自治县", ["积石山", "积石山县"]),
        ("东乡族自治县", ["东乡", "东乡县"]),
        ("浦东新区", ["浦东"]),
        ("中国", []),
    ],
)
def test_short_names(name, shorts):
    assert short_names(name) == shorts


def test_sources_are_whole():
    divisions = [place for place in load_divisions() if not place.short]
    assert len(divisions) > 3000
    assert sum(place.level == "province" for place in divisions) == 34
    assert {"CN", "US", "FR"} <= {place.id for place in load_countries()}


@given(st.lists(st.sampled_from([parse(case)[0] for case in CASES]), min_size=2, max_size=5))
def test_a_sentence_reads_alone_as_in_its_document(sentences):
    together, at = [], 0
    for sentence in sentences:
        together += [(at + p.start, at + p.end, p.value) for p in find_places(sentence)]
        at += len(sentence) + 1
    document = find_places("。".join(sentences) + "。")
    assert [(p.start, p.end, p.value) for p in document] == together
