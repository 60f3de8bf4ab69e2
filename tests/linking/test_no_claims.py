"""Numbers that are no values, verbs that move nothing measurable."""

import pytest

from claims_notation import PLAN, claims_of

NO_VALUES = [
    "严守耕地红线等三条控制线。",
    "守住三条红线。",
    "倡导八个方面良好风气。",
    "出台《关于稳定就业的十五条措施》。",
    "总结全年的三件大事，抓好八项重点工作。",
    "行政村中500人规模以上村全覆盖。",
    "东湖电厂2×60万千瓦机组投产。",
    "划定永久基本农田和生态保护红线两条底线。",
    "为60岁以上老人办理乘车卡。",
    "3岁以下婴幼儿照护服务扩面。",
    "提前50天完成年度投资任务。",
    "一般事项1小时内办结。",
    "500千伏线路全线贯通。",
    "规模以上工业企业效益向好。",
    "开展十方面重点工作。",
    "实施国企改革三年行动。",
    "综合实力居全省第3位。",
    "第12届农博会成功举办。",
    "在110个监测断面中开展水质评价。",
    "强化“12345”热线服务。",
    "5G基站建设加快推进。",
    "我市获评全国文明城市500强。",
    "全面推进“四好农村路”建设。",
    "深化一带一路经贸合作，推进乡村振兴战略。",
]

NO_TRENDS = [
    "建立职工工资正常增长和支付保障机制。",
    "加快建设现代化产业体系。",
    "扩大高水平对外开放。",
    "完善公共服务体系，优化营商环境。",
    "实施增收行动和能力提升行动。",
    "推动经济运行回升向好。",
    "市场活力持续增强。",
    "全面加强党的建设。",
    "加快推进乡村振兴。",
    "紧扣稳定经济增长。",
    "稳定外贸增长，强化耕地保护和质量提升。",
    "工业生产逐步摆脱增长速度回落过猛的局面。",
    "粮食安全是保持国民经济增长的基础。",
]


@pytest.mark.parametrize("sentence", NO_VALUES)
def test_numbers_that_are_no_values(nlp, sentence):
    assert claims_of(nlp, sentence) == []


@pytest.mark.parametrize("sentence", NO_TRENDS)
def test_nothing_measurable_moves(nlp, sentence):
    assert claims_of(nlp, sentence, PLAN) == []
