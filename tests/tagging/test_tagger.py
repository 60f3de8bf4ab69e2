"""Sentences to mentions, with a network that tags by a table of characters."""

import numpy as np
import pytest

from policynlp.schema import Mention
from policynlp.tagging.labels import TAG_IDS
from policynlp.tagging.session import Tagged
from policynlp.tagging.tagger import Reading, start

SIGNS = {"时": "B-TIME", "间": "I-TIME", "组": "B-ORG", "织": "I-ORG"}


class Table:
    """Knows signs by heart and is the surer the further inside its window one stands."""

    def __init__(self):
        self.seen = []

    def start(self, texts, rules):
        self.seen += zip(texts, rules, strict=True)
        return lambda: [
            Tagged(*map(np.array, (self.tags(text), self.sureness(text), self.belief(text))))
            for text in texts
        ]

    def tags(self, text):
        return [TAG_IDS[SIGNS.get(sign, "O")] for sign in text]

    def belief(self, text):
        return [0.2 if sign == "某" else 1.0 for sign in text]

    def sureness(self, text):
        return [min(at + 1, len(text) - at, 90) / 100 for at in range(len(text))]


def m(start, end, label, confidence):
    return Mention(start, end, label, {"confidence": confidence})


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([], []),
        (["|"], [[]]),
        (["某某"], [[]]),
        (["时间某组织"], [[m(0, 2, "TIME", 0.01), m(3, 5, "ORG", 0.01)]]),
        (["某时间|组织。"], [[m(1, 3, "TIME", 0.01), m(4, 6, "ORG", 0.01)]]),
        (["时间", "", "某组织某"], [[m(0, 2, "TIME", 0.01)], [], [m(1, 3, "ORG", 0.02)]]),
    ],
)
def test_tag(texts, found):
    read = start(Table(), [reading(text) for text in texts])()
    assert [one.mentions for one in read] == found


def reading(text):
    """Cut a text into sentences at |."""
    spans, at = [], 0
    for part in text.split("|"):
        spans.append((at, at + len(part)))
        at += len(part) + 1
    return Reading(text, spans, [])


@pytest.mark.parametrize("at", [0, 126, 158, 159, 160, 161, 190, 298])
def test_a_mention_is_found_once_wherever_windows_meet(at):
    text = "某" * at + "组织" + "某" * (300 - at - 2)
    (found,) = start(Table(), [reading(text)])()
    assert [mention[:3] for mention in found.mentions] == [(at, at + 2, "ORG")]
    assert found.mentions[0].value["confidence"] >= 0.3 or at in (0, 298)


def test_the_network_sees_of_the_rules_what_stands_in_its_window():
    table = Table()
    rules = [
        Mention(0, 1, "REGION"),
        Mention(2, 4, "TIME"),
        Mention(3, 6, "ORG"),
        Mention(6, 7, "UNIT"),
    ]
    start(table, [Reading("某。某某某某某。", [(2, 5), (5, 8)], rules)])()
    time = TAG_IDS["B-TIME"]
    assert table.seen == [("某某某", [time, time + 1, 0]), ("某某。", [0, 0, 0])]


def test_a_mention_by_rule_is_believed_as_its_characters_are_on_the_mean():
    rules = [Mention(0, 1, "REGION"), Mention(2, 4, "TIME"), Mention(4, 6, "ORG")]
    (found,) = start(Table(), [Reading("某。某时间织", [(2, 6)], rules)])()
    # 某 outside the sentences is not read
    assert found.beliefs == pytest.approx([1, 0.6, 1])
