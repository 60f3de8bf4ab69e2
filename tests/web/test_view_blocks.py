import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policynlp.web.view.blocks import Reading

WRAPPED = "粮食生产，单产提高对增产的贡献\n\n率达到 ５８．４％，其中大 豆 油 料扩\n\n种成效明显。"


def blocks(text):
    """Give kind, level and the text that is shown, cells apart."""
    shown = []
    for block in Reading(text, {}).blocks():
        cells = block.get("c") or [block["r"]]
        words = [
            "".join(text[a:b] for a, b in zip(runs[::2], runs[1::2], strict=True)) for runs in cells
        ]
        shown.append((block["k"] + str(block.get("l", "")), *words))
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u3000\n", []),
        ("公路里程9万公里。", [("p", "公路里程9万公里。")]),
        (
            "2031年政府工作报告\n——2031年1月20日\n各位代表：\n一、工作回顾\n（一）交通\n公路通车。\n",
            [
                ("title", "2031年政府工作报告"),
                ("front", "——2031年1月20日"),
                ("p", "各位代表："),
                ("h1", "一、工作回顾"),
                ("h2", "（一）交通"),
                ("p", "公路通车。"),
            ],
        ),
        # broken lines are joined, letters set apart are closed up, no raw text moves
        (
            WRAPPED,
            [("p", "粮食生产，单产提高对增产的贡献率达到５８．４％，其中大豆油料扩种成效明显。")],
        ),
        # what is shown is the raw text: full-width digits stay
        ("增长５.６％。", [("p", "增长５.６％。")]),
        (
            "产量稳定。\n产品名称 单位 产量 增长%\n原煤 万吨 310 2.5\n粗钢 万吨 95 3.1\n",
            [
                ("p", "产量稳定。"),
                ("row", "产品名称", "单位", "产量", "增长%"),
                ("row", "原煤", "万吨", "310", "2.5"),
                ("row", "粗钢", "万吨", "95", "3.1"),
            ],
        ),
        ("| 指标 | 数值 |\n| 原煤 | 310 |\n", [("row", "指标", "数值"), ("row", "原煤", "310")]),
    ],
)
def test_blocks(text, expected):
    assert blocks(text) == expected


def test_a_heading_that_runs_on_is_bold_up_to_its_end():
    text = "一、目标\n（一）稳住就业。城镇新增就业45万人。\n"

    (block,) = [block for block in Reading(text, {}).blocks() if "b" in block]
    assert text[: block["b"]].endswith("（一）稳住就业")


@pytest.mark.parametrize(
    ("at", "expected"),
    [(12, ((12, 17), ["一、目标"])), (15, ((12, 17), ["一、目标"])), (17, None)],
)
def test_the_setting_of_a_place(at, expected):
    text = "2031年工作报告\n\n一、目标\n就业稳。\n"
    start = text.index("就业稳")
    shift = start - 12
    setting = Reading(text, {}).setting_of(at + shift)

    if expected is None:
        assert setting is None
        return
    (place, section), (wanted, headings) = setting, expected
    assert (tuple(n - shift for n in place), section) == ((wanted[0], wanted[0] + 4), headings)


@example("||")  # a row without cells
@given(st.text("一二（）、。是报告年 \n\t|#0123.%增长元ａ１%", max_size=200))
def test_runs_stay_in_order_and_inside_the_text(text):
    ends = [
        place
        for block in Reading(text, {}).blocks()
        for runs in (block["c"] if "c" in block else [block["r"]])
        for place in runs
    ]

    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in ends)
