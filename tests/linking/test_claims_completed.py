"""What a word alone leaves to the subject before it: 城镇…，|农村."""

import pytest

from claims_notation import claims_of

COMPLETED = [
    (
        "城镇新增就业52万人，农村5万人。",
        [
            "level | 城镇新增就业 | - | 52万人 = 520000 人 | 2030",
            "level | ^农村新增就业 | - | 5万人 = 50000 人 | 2030",
        ],
    ),
    (
        "城镇每百户拥有汽车46辆，农村由5.1辆提高到20辆。",
        [
            "level | 城镇每百户拥有汽车 | - | 46辆 = 46 辆 | 2030",
            "level up | ^农村每百户拥有汽车 | 提高到 | 20辆 = 20 辆 | 2030 | from 5.1辆 = 5.1 辆",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), COMPLETED)
def test_the_other_place_goes_on_with_the_words_of_the_first(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
