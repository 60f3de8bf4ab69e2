import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.lexicons.scanner import Scanner

FORMS = ("个", "个月", "个百分点", "百分", "点多", "𠀋", "x\ud800")

CASES = [
    ("", []),
    ("增长", []),
    ("个", ["个"]),
    ("3个百分点", ["个百分点"]),
    ("个百个月", ["个", "个月"]),
    ("个百分", ["个", "百分"]),
    ("个百分点多", ["个百分点"]),
    ("百分点多", ["百分", "点多"]),
    ("个个", ["个", "个"]),
    ("𠀋𠀌个", ["𠀋", "个"]),
    ("x\ud800个", ["x\ud800", "个"]),
]


@pytest.mark.parametrize(("text", "forms"), CASES, ids=ascii)
def test_scan(text, forms):
    found = list(Scanner({form: form for form in FORMS}).scan(text))

    assert [form for _, _, form in found] == forms
    assert [text[start:end] for start, end, _ in found] == forms


def test_find_names_the_values():
    found = Scanner({"万元": "money", "吨": "mass"}).find("3吨5万元")

    assert [places.tolist() for places in found] == [[1, 3], [2, 5], [1, 0]]


def scan_letter_by_letter(forms, text):
    start, found = 0, []
    while start < len(text):
        size = max((len(form) for form in forms if text.startswith(form, start)), default=0)
        if size:
            found.append((start, start + size))
        start += size or 1
    return found


@given(
    st.sets(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=8),
    st.text("甲乙丙丁", max_size=24),
)
def test_scan_takes_the_longest_from_the_left(forms, text):
    found = Scanner(dict.fromkeys(forms, True)).scan(text)

    assert [(start, end) for start, end, _ in found] == scan_letter_by_letter(forms, text)
