"""What a student learns from its teachers, and what is hidden from a learner."""

import numpy as np
import pytest

from policynlp.tagging.labels import HIDDEN, TAG_IDS, TAGS
from policynlp.tagging.vocabulary import BORDER, MASK, PAD, UNKNOWN, Vocabulary
from policynlp.training.collator import Collator
from policynlp.training.pretrain import Masker
from policynlp.training.silver import silver_rows, silver_tags
from policynlp.training.tagger import NO_TAG
from tiny_tagger import write_documents

O, B, I, T = (TAG_IDS[name] for name in ("O", "B-ORG", "I-ORG", "B-TIME"))  # noqa: E741 - as in BIO
X = NO_TAG


def chances_of(rows):
    """Give probabilities from the likely tags of each character; the rest is shared by all."""
    chances = np.zeros((len(rows), len(TAGS)))
    for at, row in enumerate(rows):
        chances[at] = (1 - sum(row.values())) / len(TAGS)
        for tag, chance in row.items():
            chances[at, tag] += chance
    return chances


@pytest.mark.parametrize(
    ("rows", "rules", "tags"),
    [
        pytest.param([{O: 0.9}, {O: 0.9}], [O, O], [O, O], id="surely nothing"),
        pytest.param([{O: 0.4}, {O: 0.9}], [O, O], [X, O], id="maybe nothing"),
        pytest.param([{B: 0.9}, {I: 0.8}], [O, O], [B, I], id="surely a span"),
        pytest.param([{B: 0.9}, {I: 0.6}, {O: 0.9}], [O] * 3, [X, X, O], id="a doubtful span"),
        pytest.param(
            [{B: 0.6, O: 0.3}, {I: 0.6, O: 0.3}],
            [B, I],
            [B, I],
            id="a doubtful span that the rules share",
        ),
        pytest.param(
            [{O: 0.8, B: 0.15}, {O: 0.9}], [B, O], [B, O], id="a possible span of the rules"
        ),
        pytest.param(
            [{O: 0.95}, {O: 0.9}], [B, O], [O, O], id="a span of the rules that none believes"
        ),
        pytest.param(
            [{B: 0.9}, {I: 0.85, T: 0.12}],
            [O, T],
            [B, I],
            id="a sure span wins over one of the rules",
        ),
    ],
)
def test_silver_tags(rows, rules, tags):
    assert silver_tags(chances_of(rows), rules) == tags


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    rows = [
        {"id": f"r{n}", "text": f"第{n}年粮食产量增长{n}%。\n全市用电量下降。", "year": 2030}
        for n in range(50)
    ]
    return write_documents(tmp_path_factory.mktemp("reports") / "reports.jsonl", rows)


@pytest.mark.slow
def test_sentences_are_labelled_until_there_are_enough(tiny, reports):
    teachers = [tiny, tiny]
    few = list(silver_rows(teachers, [reports], 10, 1))
    everything = list(silver_rows(teachers, [reports], 10_000, 1))
    assert (len({row.doc_id for row in few}), len({row.doc_id for row in everything})) == (20, 50)
    assert [row for row in everything if row.doc_id in {r.doc_id for r in few}] == few
    assert all(len(row.text) == len(row.tags) == len(row.rules) for row in everything)
    assert {tag for row in everything for tag in row.tags} <= {NO_TAG, *range(len(TAGS))}
    assert list(silver_rows(teachers, [reports], 10_000, 1)) == everything


KNOWN = Vocabulary([PAD, UNKNOWN, MASK, BORDER, *"增长下降"])
ROWS = [
    {"text": "增长", "tags": [B, I], "rules": [T, O]},
    {"text": "下", "tags": [NO_TAG], "rules": [B]},
]


@pytest.mark.parametrize(
    ("hide", "blur", "ids", "rules"),
    [
        (0.0, 0.0, [[3, 4, 5, 3], [3, 6, 3, 0]], [[0, T, O, 0], [0, B, 0, 0]]),
        (1.0, 0.0, [[3, 4, 5, 3], [3, 6, 3, 0]], [[0, HIDDEN, HIDDEN, 0], [0, HIDDEN, 0, 0]]),
        (0.0, 1.0, [[3, 2, 2, 3], [3, 6, 3, 0]], [[0, T, O, 0], [0, B, 0, 0]]),
    ],
)
def test_rows_are_put_together(hide, blur, ids, rules):
    batch = Collator(KNOWN, hide, 1, blur)(ROWS)
    assert {name: values.tolist() for name, values in batch.items()} == {
        "input_ids": ids,
        "attention_mask": [[1, 1, 1, 1], [1, 1, 1, 0]],
        "rule_ids": rules,
        "labels": [[X, B, I, X], [X, X, X, X]],
    }


def test_what_is_hidden_is_drawn_by_the_seed():
    one, same, other = (Collator(KNOWN, 0.5, seed, 0.5) for seed in (1, 1, 2))
    drawn = [[c(ROWS * 20)["rule_ids"].tolist() for _ in range(2)] for c in (one, same, other)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0][0] != drawn[0][1]


@pytest.fixture
def masked():
    random = np.random.default_rng(3)
    rows = [{"input_ids": ids} for ids in random.integers(3, len(KNOWN), (64, 128))]
    return np.stack([row["input_ids"] for row in rows]), Masker(KNOWN, 1)(rows), rows


def test_a_part_of_the_characters_is_asked_for(masked):
    ids, batch, _ = masked
    shown, labels = batch["input_ids"].numpy(), batch["labels"].numpy()
    wanted = labels != NO_TAG
    assert 0.1 < wanted.mean() < 0.18
    assert (labels[wanted] == ids[wanted]).all()
    assert (shown[~wanted] == ids[~wanted]).all()
    assert not wanted[ids == KNOWN.first].any()


def test_what_is_asked_for_is_mostly_hidden(masked):
    ids, batch, _ = masked
    shown, wanted = batch["input_ids"].numpy(), batch["labels"].numpy() != NO_TAG
    assert 0.77 < (shown[wanted] == KNOWN.mask).mean() < 0.83
    assert 0.1 < (shown[wanted] == ids[wanted]).mean() < 0.16  # kept, or another that is the same
    assert shown.min() >= KNOWN.mask


def test_the_same_is_hidden_for_the_same_seed(masked):
    _, batch, rows = masked
    shown = [Masker(KNOWN, seed)(rows)["input_ids"].tolist() for seed in (1, 2)]
    assert shown[0] == batch["input_ids"].tolist() != shown[1]
