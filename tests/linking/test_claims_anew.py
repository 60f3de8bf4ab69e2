"""新增 said once for all members of a list."""

import pytest

from claims_notation import claims_of

SHARED = [
    (
        "新增高新企业5家、省级园区2家、口袋公园30万平方米。",
        [
            "level | 新增高新企业 | - | 5家 = 5 家 | 2030",
            "level | 新增省级园区 | - | 2家 = 2 家 | 2030",
            "level | 新增口袋公园 | - | 30万平方米 = 300000 平方米 | 2030",
        ],
    ),
    (
        "新增口袋公园40座、绿道60公里，改造公厕12座。",
        [
            "level | 新增口袋公园 | - | 40座 = 40 座 | 2030",
            "level | 新增绿道 | - | 60公里 = 60 公里 | 2030",
            "level | 公厕 | 改造 | 12座 = 12 座 | 2030",
        ],
    ),
]

NOT_SHARED = [
    (
        "新增经营主体3万户、总量突破28万户。",
        [
            "level | 新增经营主体 | - | 3万户 = 30000 户 | 2030",
            "level | 总量 | 突破 | 突破28万户 = gt 280000 户 | 2030",
        ],
    ),
    (
        "新增重点项目16个、总投资480亿元。",
        [
            "level | 新增重点项目 | - | 16个 = 16 个 | 2030",
            "level | 总投资 | - | 480亿元 = 48000000000 元 | 2030",
        ],
    ),
    (
        "新增治理沙化面积21万亩、石漠化面积2万亩。",
        [
            "level | 新增治理沙化面积 | - | 21万亩 = 210000 亩 | 2030",
            "level | 石漠化面积 | - | 2万亩 = 20000 亩 | 2030",
        ],
    ),
    (
        "新增上市公司5家，省级园区2家。",
        [
            "level | 新增上市公司 | - | 5家 = 5 家 | 2030",
            "level | 省级园区 | - | 2家 = 2 家 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), [*SHARED, *NOT_SHARED])
def test_lists(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
