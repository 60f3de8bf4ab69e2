"""A short report with all that the page shows: levels, changes with hedges, a trend, a table."""

from policynlp.corpus.compile import document_of
from policynlp.corpus.source import read_source

MARKUP = """\
# genre: plan_report
# split: train
# year: 2031
# layout: plain

澄江市2030年计划执行情况与2031年计划草案的报告
——2031年1月20日
各位代表：
一、2030年计划执行情况
（一）交通
[TIM 2030年]，[REG 𬭎水县][IND 公路里程]达到[QTY 9万{公里}]，比[TIM 上年][DIR 增长][QTY 3.2{%}]。
> level | 公路里程 | 达到 | 9万公里 = 90000 公里 | 2030年 = 2030 | in 𬭎水县
> change up | ^公路里程 | 增长 | 3.2% = 3.2 % | 2030年 = 2030 | base 比上年 = 2029 | in 𬭎水县
[IND 城镇调查失业率]由[QTY 5.4{%}][DIR 下降到][QTY 5.1{%}]。
> level down | 城镇调查失业率 | 下降到 | 5.1% = 5.1 % | 2030 | from 5.4% = 5.4 %
二、2031年主要目标
[ORG 市政府]提出：[IND 进出口总额][DIR 增长][QTY 6{%}—8{%}]，[IND 单位能耗][DIR 降低][QTY 2.5{%}以上]，[IND 居民消费价格][DIR 上涨][QTY 2{%}左右]。
> change up | 进出口总额 | 增长 | 6%—8% = range 6~8 % | 2031 | target
> change down | 单位能耗 | 降低 | 2.5%以上 = ge 2.5 % | 2031 | target
> change up | 居民消费价格 | 上涨 | 2%左右 = approx 2 % | 2031 | target
[IND 居民收入水平]继续[DIR 提高]。
> trend up | 居民收入水平 | 提高 | - | 2031 | target
"""


def sample(doc_id="sample", markup=MARKUP):
    """Give the report as ``policynlp annotate`` would."""
    return {**document_of(read_source(markup, "sample.txt")), "doc_id": doc_id}
