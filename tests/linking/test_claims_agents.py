"""Who does something, or by what means, before the verb."""

import pytest

from claims_notation import claims_of

ROWS = [
    (
        "先导区承接转移项目31个，产业园落地软件等产业项目8个。",
        [
            "level | 转移项目 | 承接 | 31个 = 31 个 | 2030",
            "level | 软件等产业项目 | 落地 | 8个 = 8 个 | 2030",
        ],
    ),
    (
        "省政府取消、下放、调整权力事项125项，气象台共发布预警信号90条。",
        [
            "level | 权力事项 | 取消、下放、调整 | 125项 = 125 项 | 2030",
            "level | 预警信号 | 发布 | 90条 = 90 条 | 2030",
        ],
    ),
    (
        "利用零星地块建设小公园15个，通过赛会等活动引进高层次人才200人。",
        [
            "level | 小公园 | 建设 | 15个 = 15 个 | 2030",
            "level | 高层次人才 | 引进 | 200人 = 200 人 | 2030",
        ],
    ),
    (
        "园区建设项目6个，利用外资5亿美元。",
        [
            "level | 园区建设项目 | - | 6个 = 6 个 | 2030",
            "level | 利用外资 | - | 5亿美元 = 500000000 美元 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), ROWS)
def test_who_and_by_what_means_is_not_counted(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
