"""Symbolic times to ISO."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.normalize.dates import resolve, resolve_baseline
from policynlp.normalize.iso import previous, prior, year_of
from policynlp.normalize.timex import read_time
from policynlp.schema import Anchor

REVIEW = Anchor(report_year=2031, year=2030, tense="past")
TERM = Anchor(report_year=2031, year=2030, span=(2026, 2030), tense="past")
GOALS = Anchor(report_year=2031, year=2031, span=(2031, 2035), tense="plan")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        # years, in all their figures
        ("2023年", "2023"),
        ("2023年度", "2023"),
        ("一九八七年", "1987"),
        ("―九八四年", "1984"),
        ("二〇〇八年", "2008"),
        ("二00七年", "2007"),
        ("九八二年", "1982"),
        ("八七年", "1987"),
        ("87年底", "1987-12-31"),
        # parts of years
        ("2023年末", "2023-12-31"),
        ("2019年年底", "2019-12-31"),
        ("2022年初", "2022-01-01"),
        ("2023年上半年", "2023-01/2023-06"),
        ("2023年下半年", "2023-07/2023-12"),
        ("2023年一季度", "2023-Q1"),
        ("2023年第四季度", "2023-Q4"),
        ("2023年前三季度", "2023-01/2023-09"),
        ("二三季度", "2030-04/2030-09"),
        ("三季度末", "2030-09-30"),
        ("2023年1—10月", "2023-01/2023-10"),
        ("2023年1至8月份", "2023-01/2023-08"),
        ("今年一到十一月份", "2031-01/2031-11"),
        ("2023年前10个月", "2023-01/2023-10"),
        ("去年六七月份", "2030-06/2030-07"),
        ("7、8、9、10月份", "2030-07/2030-10"),
        ("元月份", "2030-01"),
        ("2024年2月末", "2024-02-29"),
        ("6月底前", "2030-06-30"),
        ("五月初", "2030-05-01"),
        ("2020年5月12日", "2020-05-12"),
        ("二〇〇九年一月十二日", "2009-01-12"),
        ("7月15日至16日", "2030-07-15/2030-07-16"),
        ("2026-02-02", "2026-02-02"),
        ("2026.2.2", "2026-02-02"),
        # what the speaker calls them
        ("今年", "2031"),
        ("去年", "2030"),
        ("前年底", "2029-12-31"),
        ("明年", "2032"),
        ("去年第四季度", "2030-Q4"),
        ("全年", "2030"),
        ("年末", "2030-12-31"),
        ("上年", "2029"),
        ("上年末", "2029-12-31"),
        ("当年", "2030"),
        ("次年", "2031"),
        ("上半年", "2030-01/2030-06"),
        ("一季度", "2030-Q1"),
        ("新的一年", "2031"),
        # ranges
        ("2019年至2023年", "2019/2023"),
        ("2016—2020年", "2016/2020"),
        ("2020、2019年", "2019/2020"),
        ("2022年底至2023年6月末", "2022-12-31/2023-06-30"),
        ("2023/24榨季", "2023/2024"),
        ("20世纪80年代", "1980/1989"),
        ("九十年代", "1990/1999"),
        # centuries
        ("本世纪末", "2100-12-31"),
        ("本世纪中叶", "2050"),
        ("上世纪末", "2000-12-31"),
        ("20世纪末", "2000-12-31"),
        ("二十一世纪中叶", "2050"),
        ("新世纪初", None),
        # plan periods
        ("“一五”时期", "1953/1957"),
        ("“十四五”时期", "2021/2025"),
        ("“十三五”", "2016/2020"),
        ("“十三五”末", "2020-12-31"),
        ("“十三五”期末", "2020-12-31"),
        ("“十五五”首年", "2026"),
        ("“十一五”开局之年", "2006"),
        ("“十四五”收官之年", "2025"),
        ("“十四五”第二年", "2022"),
        ("“十五五”前三年", "2026/2028"),
        ("“十四五”后两年", "2024/2025"),
        ("“十五五”以来", "2026/2030"),
        ("第十二个五年规划期间", "2011/2015"),
        # eras
        ("改革开放以来", "1978/2030"),
        ("党的十八大以来", "2012/2030"),
        ("1997年以来", "1997/2030"),
        ("今年以来", "2031"),
        ("第六届全国人民代表大会期间", "1983/1987"),
        ("新世纪以来", "2001/2030"),
        # stretches
        ("五年来", "2026/2030"),
        ("过去一年", "2030"),
        ("连续9年", "2022/2030"),
        ("连续十二年", "2019/2030"),
        ("今后三年", "2031/2033"),
        ("三年内", "2031/2033"),
        ("前五年", "2021/2025"),
        ("上一个五年", "2021/2025"),
        ("2060年前", "2060"),
        ("2030年底前", "2030-12-31"),
        # what cannot be known
        ("近年来", None),
        ("几十年来", None),
        ("两三年内", None),
        ("70周年", None),
        ("两个多月来", None),
        ("每5年", None),
    ],
)
def test_resolve(text, iso):
    assert resolve(read_time(text), REVIEW) == iso


@pytest.mark.parametrize(
    ("text", "anchor", "iso"),
    [
        ("五年", TERM, "2026/2030"),
        ("三年", TERM, "2028/2030"),
        ("前五年", TERM, "2021/2025"),
        ("每年", TERM, "2026/2030"),
        ("每年", REVIEW, "2030"),
        ("本世纪末", Anchor(1990, 1989), "2000-12-31"),
        ("下世纪中叶", Anchor(1990, 1989), "2050"),
        ("本世纪末", Anchor(2000, 1999), "2000-12-31"),
        ("本世纪末", Anchor(), None),
        ("本届政府任期", TERM, "2026/2030"),
        ("今后五年", GOALS, "2031/2035"),
        ("过去五年", GOALS._replace(span=None), "2026/2030"),
        ("全年", Anchor(report_year=2031), "2031"),
        ("全年", Anchor(), None),
        ("今后五年", Anchor(), None),
        ("前五年", Anchor(), None),
        ("改革开放以来", Anchor(), None),
        ("每年", Anchor(), None),
    ],
)
def test_resolve_follows_the_section(text, anchor, iso):
    assert resolve(read_time(text), anchor) == iso


@pytest.mark.parametrize(
    ("kind", "time", "period", "iso"),
    [
        ("yoy", None, "2015-Q1", "2014-Q1"),
        ("yoy", None, "2015", "2014"),
        ("yoy", None, None, None),
        ("mom", None, "2015-Q1", "2014-Q4"),
        ("mom", None, "2015-01", "2014-12"),
        ("than", "上年", "2022", "2021"),
        ("than", "上年", "2022-12-31", "2021"),
        ("than", "上年末", "2022-12-31", "2021-12-31"),
        ("than", "上年同期", "2015-Q1", "2014-Q1"),
        ("than", "去年同期", "2031-01/2031-11", "2030-01/2030-11"),
        ("than", "年初", "2015-12-31", "2015-01-01"),
        ("than", "前五年", "2003/2007", "1998/2002"),
        ("times", "2012年", "2017", "2012"),
        ("from", "“十五”", "2006/2010", "2001/2005"),
        ("than", "上年", None, "2029"),
        ("than", None, "2022", None),
    ],
)
def test_resolve_baseline_counts_from_the_claim(kind, time, period, iso):
    value = {"kind": kind, "time": time and read_time(time)}
    assert resolve_baseline(value, REVIEW, period) == iso


@pytest.mark.parametrize(
    ("iso", "before"),
    [
        ("2023", "2022"),
        ("2023-Q1", "2022-Q1"),
        ("2023-05", "2022-05"),
        ("2024-02-29", "2023-02-28"),
        ("2024-01/2024-06", "2023-01/2023-06"),
        ("2021/2025", "2016/2020"),
    ],
)
def test_prior(iso, before):
    assert prior(iso) == before


@pytest.mark.parametrize(
    ("iso", "before"),
    [
        ("2023", "2022"),
        ("2023-Q3", "2023-Q2"),
        ("2023-05", "2023-04"),
        ("2024-03-31", "2024-02-29"),
        ("2024-01/2024-06", "2023-07/2023-12"),
        ("2024-07/2024-12", "2024-01/2024-06"),
    ],
)
def test_previous(iso, before):
    assert previous(iso) == before


def test_year_of():
    assert [year_of("2021/2025"), year_of("2021/2025", first=True), year_of(None)] == [
        2025,
        2021,
        None,
    ]


YEARS = st.integers(1950, 2050)


@given(YEARS, st.integers(1, 12))
def test_months_go_back_one_by_one(year, month):
    iso = f"{year}-{month:02d}"
    for _ in range(12):
        iso = previous(iso)
    assert iso == prior(f"{year}-{month:02d}")


@given(YEARS, st.integers(1, 4))
def test_quarters_go_back_one_by_one(year, quarter):
    iso = f"{year}-Q{quarter}"
    for _ in range(4):
        iso = previous(iso)
    assert iso == prior(f"{year}-Q{quarter}")


@given(YEARS, st.integers(1, 12))
def test_chinese_and_arabic_figures_agree(year, month):
    digits = str.maketrans("0123456789", "〇一二三四五六七八九")
    name = ["", *"一二三四五六七八九十", "十一", "十二"][month]
    assert read_time(f"{str(year).translate(digits)}年{name}月") == read_time(f"{year}年{month}月")
