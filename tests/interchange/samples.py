"""Two documents that hold everything that a document can, and how documents are compared."""

TEXT = (
    "全市公路里程超过9万公里，\n比上年增长3.2%。\n基本养老、失业保险参保人数分别达到8万人、5万人。"
)
NAMES = {"text": None, "start": None, "end": None}


def part(words, text=TEXT, nth=0, **rest):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"text": "".join(words.split()), "start": start, "end": start + len(words), **rest}


def claim(kind, indicator, **rest):
    blank = dict.fromkeys(
        (
            "direction",
            "trigger",
            "quantity",
            "from_quantity",
            "share_of",
            "period",
            "baseline",
            "region",
        )
    )
    return {
        "kind": kind,
        **blank,
        "modality": "actual",
        "negated": False,
        "indicator": indicator,
        **rest,
    }


def number(words, value, unit, relation="eq", nth=0):
    return part(words, nth=nth, value=value, high=None, unit=unit, relation=relation)


def ent(words, label, nth=0, text=TEXT):
    return {**part(words, text, nth), "label": label}


FULL = {
    "doc_id": "报告/一 100%",
    "text": TEXT,
    "meta": {"title": "交通公报", "report_year": 2031, "split": "train"},
    "ents": [
        ent("全市", "REGION"), ent("公路里程", "INDICATOR"), ent("超过9万公里", "QUANTITY"), ent("公里", "UNIT"),
        ent("上年", "TIME"), ent("增长", "DIRECTION"), ent("3.2%", "QUANTITY"), ent("%", "UNIT"),
        ent("基本养老、失业保险参保人数", "INDICATOR"),
        ent("8万人", "QUANTITY"), ent("人", "UNIT", nth=1), ent("5万人", "QUANTITY"), ent("人", "UNIT", nth=2),
    ],
    "claims": [
        claim(
            "level", part("公路里程", inherited=False, id="ROADS"), trigger=part("超过"),
            quantity=number("超过9万公里", 90000, "公里", "gt"), region=part("全市"),
            period={**NAMES, "iso": "2030-12-31"}, section=["一、交通", "（一）公路"],
            confidence=0.75, source="rules", id="a:00000", doc_id="a",
            sentence={"text": "全市公路里程超过9万公里，比上年增长3.2%。", "start": 0, "end": 24},
        ),
        claim(
            "change", part("公路里程", inherited=True), trigger=part("增长"), direction="increase",
            quantity=number("3.2%", 3.2, "%"), baseline=part("比上年", iso="2029"), region=part("全市"),
            modality="forecast", negated=True, s=1,
        ),
        claim(
            "level", part("基本养老、失业保险参保人数", inherited=False) | {"text": "基本养老保险参保人数"}, trigger=part("达到"),
            quantity=number("8万人", 80000, "人"), modality="target",
        ),
        claim(
            "level", part("基本养老、失业保险参保人数", inherited=False) | {"text": "失业保险参保人数"}, trigger=part("达到"),
            quantity=number("5万人", 50000, "人"),
        ),
    ],
    "tables": [[0, 13]],
}  # fmt: skip
WRAPPED = "𬭩的产\r\n量提高\t。"
BARE = {
    "doc_id": "b",
    "text": WRAPPED,
    "meta": {},
    "ents": [ent("𬭩的产\r\n量", "INDICATOR", text=WRAPPED), ent("提高", "DIRECTION", text=WRAPPED)],
    "claims": [
        claim(
            "trend", part("𬭩的产\r\n量", WRAPPED, inherited=False), trigger=part("提高", WRAPPED),
            direction="increase", modality="action",
        )
    ],
    "tables": [],
}  # fmt: skip
EMPTY = {"doc_id": "c", "text": "", "meta": {}, "ents": [], "claims": [], "tables": []}
DOCUMENTS = [FULL, BARE, EMPTY]


def plain(value):
    """Take absent and null for the same, as the formats do."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items() if inner is not None}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def by_id(documents):
    """Documents in the order of their ids: folders of splits come back split by split."""
    return [plain(document) for document in sorted(documents, key=lambda one: one["doc_id"])]
