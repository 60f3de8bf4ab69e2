from dataclasses import replace

import pytest
from openpyxl import load_workbook

from policynlp.errors import SinkError
from policynlp.schema import Indicator, Part, Quantity
from policynlp.sinks import write_claims, xlsx
from policynlp.sinks.columns import load_columns, names
from sinks.records import BARE, FULL

COLUMNS = load_columns("claims")


def place(name):
    return names("claims").index(name)


def read(path):
    book = load_workbook(path)
    return {sheet.title: list(sheet.iter_rows()) for sheet in book}


def values(row):
    return [cell.value for cell in row]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "claims.xlsx"


def test_a_row_has_values_with_their_types(path):
    assert write_claims([FULL, BARE], path) == 2

    head, full, bare = read(path)["claims"]
    assert values(head) == [column.en for column in COLUMNS]
    assert values(full) == [
        "a:00001", "a", "level", None, "target", False, "公路里程", "ROADS", False, "超过", "超过9万公里",
        90000, None, "公里", "gt", "length", 90000000, "m", None, None, None, None, "2031", "全年", "2030", "比上年",
        "全市", "410100", "一、目标 / （一）交通", "全市公路里程超过9万公里，\n“比”上年多。", 0, 24, 0.9, "rules",
    ]  # fmt: skip
    assert [full[place(name)].data_type for name in ("value", "region_id", "period", "negated")] == ["n", "s", "s", "b"]  # fmt: skip
    assert (values(bare)[place("negated")], values(bare)[place("value")]) == (True, None)


@pytest.mark.parametrize(("lang", "sheets"), [("zh", ["论断", "列说明"]), ("en", ["claims", "columns"])])  # fmt: skip
def test_heads_and_explanations_are_in_the_language_asked_for(path, lang, sheets):
    write_claims([FULL], path, lang=lang)

    book = read(path)
    assert list(book) == sheets
    assert values(book[sheets[0]][0]) == [column.head(lang) for column in COLUMNS]
    assert [values(row) for row in book[sheets[1]][1:]] == [
        [column.head(lang), column.name, column.about(lang)] for column in COLUMNS
    ]


def test_the_head_stays_in_sight_and_filters(path):
    write_claims([FULL, BARE], path)

    sheet = load_workbook(path)["claims"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:AH3")
    assert len(COLUMNS) == 34  # AH
    assert sheet.column_dimensions["A"].width == pytest.approx(COLUMNS[0].width, abs=1)
    evidence = sheet.cell(2, place("sentence") + 1)
    assert evidence.alignment.wrap_text


@pytest.mark.parametrize(
    ("direction", "colour"),
    [
        ("increase", "FFDCE9F7"),
        ("decrease", "FFFBE3D0"),
        ("stable", "FFECECEC"),
        (None, "00000000"),
    ],
)
def test_rows_are_coloured_by_direction(path, direction, colour):
    write_claims([replace(FULL, direction=direction)], path)

    row = read(path)["claims"][1]
    assert {cell.fill.fgColor.rgb for cell in row} == {colour}


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "{=1+1}", "=1"])
def test_no_cell_is_a_formula(path, text):
    claim = replace(FULL, indicator=Indicator(text), sentence=Part(text, 0, 9))

    write_claims([claim], path)

    row = read(path)["claims"][1]
    for name in ("indicator", "sentence"):
        cell = row[place(name)]
        assert (cell.data_type, cell.value) == ("s", text)
        assert bool(cell.quotePrefix) == (text[0] in "=@+")


def test_web_addresses_and_numbers_in_texts_stay_texts(path):
    write_claims([replace(FULL, indicator=Indicator("http://x.example"), id="007")], path)

    row = read(path)["claims"][1]
    assert (row[0].value, row[place("indicator")].hyperlink) == ("007", None)


@pytest.mark.parametrize(
    ("value", "shape"), [(2864000000000, "#,##0"), (5.6, "#,##0.0#####"), (-3.0, "#,##0"), (0.00012, "#,##0.0#####")]
)  # fmt: skip
def test_numbers_are_shown_without_a_power_of_ten(path, value, shape):
    write_claims([replace(FULL, quantity=Quantity("x", 0, 1, value))], path)

    cell = read(path)["claims"][1][place("value")]
    assert (cell.value, cell.number_format) == (value, shape)


def test_a_text_too_long_for_a_cell_is_cut(path):
    write_claims([replace(FULL, sentence=Part("长" * 40_000, 0, 40_000))], path)

    text = read(path)["claims"][1][place("sentence")].value
    assert (len(text), text[-2:]) == (32_767, "长…")


def test_what_a_sheet_cannot_hold_goes_on_in_the_next(path, monkeypatch):
    monkeypatch.setattr(xlsx, "LAST_ROW", 2)

    assert write_claims([replace(FULL, id=f"a:{number}") for number in range(5)], path) == 5

    book = read(path)
    assert {name: [row[0].value for row in rows] for name, rows in book.items() if name != "columns"} == {
        "claims": ["Claim", "a:0", "a:1"], "claims 2": ["Claim", "a:2", "a:3"], "claims 3": ["Claim", "a:4"],
    }  # fmt: skip


def test_no_claims_is_a_workbook_with_heads(path):
    assert write_claims([], path) == 0
    assert len(read(path)["claims"]) == 1


def test_a_panel_has_its_own_sheet_and_marks_conflicts(path):
    full = replace(FULL, quantity=Quantity("9万公里", 0, 5, 90000, None, "公里"))
    other = replace(FULL, id="a:00002", quantity=Quantity("8万公里", 0, 5, 80000, None, "公里"))
    moved = replace(BARE, negated=False)

    assert write_claims([full, other, moved], path, panel=True, lang="zh") == 2

    head, conflict, plain = read(path)["面板"]
    assert values(head)[:4] == ["所属", "地区", "地区代码", "时期"]
    assert conflict[0].fill.fgColor.rgb == "FFFFF2A8"
    assert plain[0].fill.fgColor.rgb == "FFDCE9F7"


def _break_off():
    yield FULL
    raise ZeroDivisionError


def test_a_workbook_that_breaks_off_leaves_the_old_one(path, tmp_path):
    path.write_bytes(b"old")

    with pytest.raises(ZeroDivisionError):
        write_claims(_break_off(), path)

    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("claims.xlsx", b"old")]  # fmt: skip


def test_a_full_disk_is_told(path, monkeypatch):
    import xlsxwriter

    def fail(self):
        raise xlsxwriter.exceptions.FileCreateError("No space left on device")

    monkeypatch.setattr(xlsxwriter.Workbook, "_store_workbook", fail)

    with pytest.raises(SinkError, match="cannot write: No space left"):
        write_claims([FULL], path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["none/a.xlsx", "none/a.parquet"])
def test_a_folder_that_is_missing_is_told_before_the_work(tmp_path, name):
    seen = []

    with pytest.raises(SinkError, match="No such file"):
        write_claims((seen.append(claim) for claim in [FULL]), tmp_path / name)
    assert seen == []
