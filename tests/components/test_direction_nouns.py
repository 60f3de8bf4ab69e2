"""What stands between a verb and its scale, before and behind."""

import pytest

from policynlp.components.directions import find_directions

FOUND = [
    ("其他林产品产量有不同程度的增长。", ["增长"]),
    ("全年钢产量低速增长。", ["增长"]),
    ("市场需求减少等因素仍在。", ["减少"]),
    ("中心城市首位度明显提升。", ["提升"]),
    ("降低民间投资准入门槛。", ["降低"]),
    ("压缩过剩生产能力。", ["压缩"]),
    ("在扩大生产能力的同时，抓好管理。", ["扩大"]),
    ("把扩大内需摆在首位。", ["扩大"]),
    ("研究减轻农民负担的有关办法。", ["减轻"]),
    ("城市形象持续提升。", []),
    ("提升行动最为有效。", []),
    ("加快建设的同时抓好管理。", []),
]


@pytest.mark.parametrize(("text", "directions"), FOUND)
def test_small_words_around_a_verb(text, directions):
    assert [text[m.start : m.end] for m in find_directions(text)] == directions
