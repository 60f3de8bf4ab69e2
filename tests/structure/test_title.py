import pytest

from policynlp.structure import read_structure

GREETING = "各位代表：\n现在，我代表市人民政府，向大会报告工作。\n"
# text, title, issuer, report year, genre
FRONTS = [
    (
        "2031年政府工作报告\n——2031年1月12日在清河市第七届人民代表大会第二次会议上\n" + GREETING,
        "2031年政府工作报告", "清河市人民政府", 2031, "work_report",
    ),
    (
        "——二〇三一年一月十二日在清河市第七届人民代表大会第二次会议上\n市长 方远\n" + GREETING,
        None, "清河市人民政府", 2031, "work_report",
    ),
    (
        "政府工作报告\n——2031年3月5日在第十五届全国人民代表大会第四次会议上\n国务院总理 方远\n各位代表：\n",
        "政府工作报告", "国务院", 2031, "work_report",
    ),
    ("清河市政府工作报告（2031年1月12日 方远）\n" + GREETING,
     "清河市政府工作报告（2031年1月12日 方远）", "清河市人民政府", 2031, "work_report"),
    ("中华人民共和国2030年国民经济和社会发展统计公报\n国家统计局\n2031年2月28日\n一、综合\n全年增长5%。\n",
     "中华人民共和国2030年国民经济和社会发展统计公报", "国家统计局", 2030, "communique"),
    ("关于2030年国民经济和社会发展计划执行情况与2031年国民经济和社会发展计划草案的报告\n各位代表：\n",
     "关于2030年国民经济和社会发展计划执行情况与2031年国民经济和社会发展计划草案的报告", None, 2031, "plan_report"),
    ("清河市2030年预算执行情况和2031年预算草案的报告\n各位代表：\n",
     "清河市2030年预算执行情况和2031年预算草案的报告", None, 2031, "budget"),
    ("国民经济和社会发展第十六个五年规划纲要\n第一章　目标\n增长。\n",
     "国民经济和社会发展第十六个五年规划纲要", None, 2031, "plan"),
    ("关于加快农村公路建设的实施意见\n为改善交通，提出如下意见。\n",
     "关于加快农村公路建设的实施意见", None, None, "opinion"),
    ("2031年\n一、农业\n粮食增产。\n", "2031年", None, 2031, "communique"),
    # the page's own lines are no title
    ("下载\n来源：清河日报\n时间：2031-02-02\n政府工作报告\n" + GREETING, "政府工作报告", None, 2031, "work_report"),
    ("粮食产量达到80万吨。\n", None, None, None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "issuer", "year", "genre"), FRONTS)
def test_front(text, title, issuer, year, genre):
    structure = read_structure(text)

    assert (structure.title, structure.issuer, structure.report_year, structure.genre) == (
        title, issuer, year, genre,
    )  # fmt: skip


def test_what_is_known_goes_before_what_is_read():
    text = FRONTS[0][0]

    structure = read_structure(text, meta={"title": "甲", "issuer": "乙", "report_year": 2029})

    assert (structure.title, structure.issuer, structure.report_year) == ("甲", "乙", 2029)


def test_the_option_goes_before_all():
    structure = read_structure(FRONTS[0][0], meta={"report_year": 2029}, report_year=2035)

    assert structure.report_year == 2035
