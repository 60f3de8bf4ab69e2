"""Characters to numbers and back to a file."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.errors import ModelError
from policynlp.tagging.vocabulary import BORDER, MASK, PAD, UNKNOWN, Vocabulary

OWN = [PAD, UNKNOWN, MASK, BORDER, "增", "长", "𠮷", "%"]
BERT = [PAD, "[unused1]", UNKNOWN, "[CLS]", "[SEP]", MASK, "增", "##增", "长"]


@pytest.mark.parametrize(
    ("tokens", "text", "numbers"),
    [
        (OWN, "", [3, 3]),
        (OWN, "增长", [3, 4, 5, 3]),
        (OWN, "增加", [3, 4, 1, 3]),
        (OWN, "𠮷长%", [3, 6, 5, 7, 3]),
        (OWN, "𡃁🙂", [3, 1, 1, 3]),
        (OWN, "增\n长", [3, 4, 3, 5, 3]),
        (OWN, "\U0010ffff\ud800", [3, 1, 1, 3]),
        (BERT, "增长", [3, 6, 8, 4]),
        (BERT, "[PAD]", [3, 2, 2, 2, 2, 2, 4]),
    ],
    ids=ascii,
)
def test_one_number_a_character_between_two_borders(tokens, text, numbers):
    assert Vocabulary(tokens).encode(text).tolist() == numbers


@given(st.text(st.characters(max_codepoint=0x3FFFF, exclude_categories=("Cs",))))
def test_there_are_as_many_numbers_as_characters_and_two(text):
    known = Vocabulary([PAD, UNKNOWN, MASK, BORDER, *sorted(set(text) - {BORDER})])
    ids = known.encode(text).tolist()
    assert "".join(known.tokens[number] for number in ids) == f"\n{text}\n"


@pytest.mark.parametrize(
    ("counts", "least", "tokens"),
    [
        ([("增", 3), ("长", 2), ("率", 1)], 2, ["增", "长"]),
        ([("\n", 9), ("\r", 8), ("增", 3)], 1, ["增"]),
        ([], 1, []),
    ],
    ids=ascii,
)
def test_frequent_characters_are_learned(counts, least, tokens):
    assert Vocabulary.learn(counts, least).tokens == [PAD, UNKNOWN, MASK, BORDER, *tokens]


@pytest.mark.parametrize("tokens", [OWN, BERT, [*OWN, "\u2028", "\x85", "\u3000", "\t"]], ids=ascii)
def test_a_vocabulary_is_read_as_it_was_written(tokens, tmp_path):
    Vocabulary(tokens).write(tmp_path)
    assert Vocabulary.read(tmp_path).tokens == tokens


def test_line_ends_of_another_system_are_read_too(tmp_path):
    (tmp_path / "vocab.txt").write_bytes("\r\n".join([*BERT, ""]).encode())
    assert Vocabulary.read(tmp_path).tokens == BERT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "No such file"),
        (b"a\nb\n", r"'\[PAD\]'"),
        (b"[PAD]\n[UNK]\n[MASK]\n", r"'\[CLS\]'"),
        (b"[PAD]\n\xff\n", "invalid start byte"),
    ],
    ids=ascii,
)
def test_what_is_no_vocabulary_is_refused(content, reason, tmp_path):
    path = tmp_path / "vocab.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=f"^{re.escape(str(path))}: no vocabulary .*{reason}"):
        Vocabulary.read(tmp_path)
