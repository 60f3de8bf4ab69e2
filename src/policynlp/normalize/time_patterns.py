"""What times look like: the pieces of the grammar, as patterns; word lists come from lexicons."""

import re

from policynlp.lexicons import iter_forms

CHINESE = "一二三四五六七八九"
ZEROS = "〇零○Oo0"
# scans give a dash for 一: ―九八四年
ONES = "一―—－"


def _join(forms: list[str]) -> str:
    """One branch a first character, so that ``re`` skips the other characters fast."""
    tails: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        tails.setdefault(form[0], []).append(re.escape(form[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in tails.items())


def _words(kind: str) -> str:
    return _join([form for form, row in iter_forms("time_words") if row["class"] == kind])


def _letters(kind: str) -> str:
    """The first letters of the words of a class."""
    return "".join(
        sorted({form[0] for form, row in iter_forms("time_words") if row["class"] == kind})
    )


def _forms(name: str) -> str:
    return _join([form for form, _ in iter_forms(name)])


DASH = r"(?:[-—–―~～－]{1,2}|至|到)"
NUMBER = (
    rf"(?:\d{{1,3}}|[{CHINESE}几数上]百[零〇]?(?:[{CHINESE}几]?十)?[{CHINESE}几]?"
    rf"|[二三四五六七八九]?十[几{CHINESE}]?|两三|三四|三五|四五|五六|七八|一两|[{CHINESE}两几数]十?)"
)

# 表102012年 is the tenth table, of 2012; scans lose the 一 of 一九八二年; 七八年 may be a stretch
_OLD = rf"(?<![{CHINESE}{ONES}{ZEROS}十百千万几第\d])"
YEAR = (
    r"(?:(?:(?<!\d)|(?<=表\d)|(?<=表\d\d))(?:18|19|20)\d\d"
    rf"|[{ONES}][八九][{ZEROS}{CHINESE}]{{2}}|二[{ZEROS}][{ZEROS}{CHINESE}]{{2}}"
    rf"|{_OLD}(?:九[五六七八九][{ZEROS}{CHINESE}]"
    rf"|(?!五六|六七|七八|八九)[五六七八九][{ZEROS}{CHINESE}](?=年(?:[末底初度比全计增下预]|\Z)))"
    r"|(?<![\d.])[5-9]\d(?=年(?:[末底初度]|\d{1,2}月)))"
)
MONTH = r"(?:元|1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
DATES = rf"{MONTH}月{DAY}日(?:{DASH}(?:{MONTH}月)?{DAY}日)?"
MONTHS = (
    rf"{MONTH}(?:月份?)?{DASH}{MONTH}月(?:份|末|底)?"
    rf"|{MONTH}(?:、{MONTH}){{1,10}}月份?|(?:一二|[二三四五六七八](?=[三四五六七八九]月)[{CHINESE}])月份?"
    r"|[前头](?:1[01]|[2-9]|[两三四五七八九]|十一?)个月"
    # 一月一调度 is a rhythm, no January
    rf"|{MONTH}月(?:份|末|底|初|[上中下]旬)?(?![球亮饼嫂一革])"
)
QUARTERS = rf"前[两二三23]个?季度|第?[一二三四1-4](?:{DASH}|、)?[二三四2-4]?季度[末底]?"

DEICTIC = _words("year")
# 以上年龄, 线上年货, 过去年份 name no year
HEAD = rf"(?:{YEAR}年度?|(?<![以之线过])(?:{DEICTIC})度?(?![均产龄货会薪费轻]))"
PART = rf"(?:{_words('tail')}|{DATES}|{QUARTERS}|{MONTHS})"
# 2023年初步, 2023年底线 end with the year
TAIL = (
    rf"(?:{PART}|[末底](?![线数层部气蕴座])|初(?![步中级期次始心衷创])"
    r"|同期|这个时候|此时)"
)
AFTER = r"(?:以来|以后|之后|以前|之前|前后|[底末]前|前(?![一二两三四五六七八九十几数\d列端沿期所往来景提]))"
POINT = rf"{HEAD}{TAIL}?(?:{AFTER})?"
# 安全年, 近年末, 每人每月 hold no bare part of a year
LONE = rf"(?<![安健近每青老少成常往历提万亿千百美欧\d.第几多各逐分按当]){PART}{AFTER}?"

_LOW = rf"(?:(?:{YEAR}年|{DEICTIC}){TAIL}?|{YEAR})"
_HIGH = rf"(?:{YEAR}年度|(?:{YEAR}年|{DEICTIC}){TAIL}?)"
RANGE = rf"{_LOW}{DASH}{_HIGH}"
RANGE_EDGES = rf"(?P<low>{_LOW}){DASH}(?P<high>{_HIGH})"
SEASON = r"(?<!\d)(?:19|20)\d\d[/—－-](?:20)?\d\d(?:年度|学年|榨季|采暖季|供暖季|雪季)"
LIST = rf"{YEAR}(?:[、和]{YEAR})+年"
ISO = r"(?<![\d.])(?:19|20)\d\d(?:-\d\d?-|/\d\d?/|\.\d\d?\.)(?:3[01]|[12]\d|0?[1-9])(?![\d.])"

PLANS = _join([form for form, _ in iter_forms("plans") if not form.startswith("第")])
_PLAN_PART = (
    r"(?:规划期|计划期)?(?:时期|期间|期末|末期|末|初期|前期|中期|后期|以来|首年|末年"
    r"|[头前后][一二两三四]年|第[一二三四五]年|最后一年|(?:开局|起步|收官|开局起步|攻坚|关键)之年)"
)
# “十四五”规划 and “七五”普法 are POLICY, 十五年 is a stretch
_NO_PLAN = r"(?!规划|计划|纲要|普法|[年个条项亿万岁天月日%])"
PLAN = (
    rf"[“\"‘「『″](?:{PLANS})[”\"’」』″](?:{_PLAN_PART}|{_NO_PLAN})"
    rf"|(?<![第二三四五六七八九十])(?:{PLANS}){_PLAN_PART}"
    rf"|(?<![第二三四五六七八九十])十[一二三四五]五(?![”\"’」』″]){_NO_PLAN}"
    r"|第十?[一二三四五六七八九十]个五年(?:规划|计划)?(?:时期|期间)"
)

_PAST = r"(?:刚刚?过去的?|过去的?|最近|近|这|连续|(?<![学提])前)(?:一个)?|(?<!以)上(?:一?个|(?=[三五]年))"
_FUTURE = r"(?:今后|未来)(?:一个)?|下一?个"
_WITHIN = r"(?:以来|来(?![之自源临到])|间|内|期间|前(?![期后景所沿列一二三四五六七八九十\d]))"
_YEARS = rf"{NUMBER}(?:{DASH}{NUMBER})?[多余]?年多?"
STRETCH = rf"(?:{_PAST}|{_FUTURE}|每(?=[2-9二两三四五十])){_YEARS}{_WITHIN}?(?![级龄均])"
# the best 一年, 第三年, 受教育达9年, 三年行动 are no stretches of time told of
BARE_STRETCH = (
    rf"(?<![第\d.学每满达至到短长为逾超约个十百几])(?<![一二三四五六七八九][十百])(?<!长[二三四五六七八九])(?<!超过)(?<!\d[—－-])(?!(?<=[的之好键])一年(?!里)){_YEARS}"
    rf"(?:{_WITHIN}(?!乱)|(?!{_forms('year_guards')}))"
)
ANNIVERSARY = (
    rf"\d{{2,4}}周年|[{CHINESE}十百]{{1,4}}周年|新的一年"
    rf"|建[党国军](?:一?百|\d{{2,3}})年(?!奋斗)|{NUMBER}个多?月(?:以来|来)"
)
ERAS = _forms("eras")
ERA = rf"(?:{ERAS})(?:以来|期间|任期内?)"
DECADE = (
    r"(?:(?:20|二十|上个?|本)世纪)?(?<![\d.])(?:[2-9]0|[二三四五六七八九]十)年代"
    r"(?:[末初]期?|中后?期|前期|后期|以来)?"
    # 21世纪海上丝绸之路 is a POLICY
    r"|(?:20|21|二十一?|上个?|本|新|下个?)世纪(?:末|初|中叶|以来)?(?!海上|议程|交|商|新|[“\"《])"
)
# 几年中, 平均每年, 每人每年 and 每年4103元 are rates; 项目前期 holds no 目前
WORD = (
    rf"(?<![项青老少成常一二三四五六七八九十几多百\d每全近])(?:{_words('word')})(?![期均])"
    r"|(?<![均人月户亩元、])每年(?![\d均])"
)

# the first characters of each shape: a look at one character spares the search most places
_YEAR_STARTS = f"0-9{CHINESE}―—－"
_DEICTIC_STARTS = _letters("year")
STARTS = {
    ISO: "12",
    RANGE: _YEAR_STARTS + _DEICTIC_STARTS,
    SEASON: "12",
    LIST: _YEAR_STARTS,
    POINT: _YEAR_STARTS + _DEICTIC_STARTS,
    PLAN: f'“"‘「『″第十{CHINESE}',
    ERA: "".join(sorted({form[0] for form, _ in iter_forms("eras")})),
    DECADE: f"2-9上本新下{CHINESE}",
    STRETCH: "刚过最近这连前上今未下每",
    ANNIVERSARY: f"0-9{CHINESE}十百新建几两数",
    BARE_STRETCH: f"0-9{CHINESE}十两几数上",
    WORD: _letters("word") + "每",
    LONE: _letters("tail") + f"0-9{CHINESE}元十前头第",
}

# most numerals count things: one begins a time only if figures alone lead from it to 年 or its like
_FIGURES = (
    rf"[\d{CHINESE}{ZEROS}{ONES}十百两几数上多余个元半前头第、和/.~～–\-至到{_DEICTIC_STARTS}]"
)
NUMERAL_OF_TIME = rf"(?![\d{CHINESE}十两几数―—－](?!{_FIGURES}*+[年月日季周世学榨采供雪]))"
UNMARKED = frozenset((ISO, PLAN, ERA, WORD))
