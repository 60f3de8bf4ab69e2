"""The pipeline as a whole: what it leaves on the Doc, and that nothing around it changes the claims."""

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import policynlp
from claims_notation import PLAN, REVIEW, TITLE, annotate, claims_of, render
from policynlp import pipeline
from policynlp.claim_marks import without_hiders
from policynlp.engines import Options, extract_files
from policynlp.errors import ModelError
from policynlp.schema import Document, Mention

REPORT = f"""{TITLE}
一、2030年工作回顾
全市生产总值达到4600亿元，比上年增长6.8%。存贷款余额分别增长9.5%、11.2%。
新建农村公路460公里，完成老旧小区改造320个；居民收入稳步提高。
二、2031年工作安排
生产总值增长6%左右，城镇新增就业30万人以上。
着力扩大有效投资规模，城镇登记失业率控制在4%以内。
"""


class TwoByTwo:
    """A tokenizer whose words are any two characters, so that they fit no border of ours."""

    def __init__(self, vocab):
        self.vocab = vocab

    def __call__(self, text):
        words = [text[at : at + 2] for at in range(0, len(text), 2)]
        return Doc(self.vocab, words=words, spaces=[False] * len(words))


def by_two_characters():
    nlp = spacy.blank("zh")
    nlp.tokenizer = TwoByTwo(nlp.vocab)
    return nlp


@pytest.fixture(scope="module")
def claims(nlp):
    return nlp(REPORT)._.claims


def test_the_report_gives_its_claims(claims):
    assert [render(claim) for claim in claims] == [
        "level | 生产总值 | 达到 | 4600亿元 = 460000000000 元 | 2030 | in 全市",
        "change up | ^生产总值 | 增长 | 6.8% = 6.8 % | 2030 | base 比上年 = 2029 | in 全市",
        "change up | 存款余额 | 增长 | 9.5% = 9.5 % | 2030",
        "change up | 贷款余额 | 增长 | 11.2% = 11.2 % | 2030",
        "level | 农村公路 | 新建 | 460公里 = 460 公里 | 2030",
        "level | 老旧小区改造 | 完成 | 320个 = 320 个 | 2030",
        "trend up | 居民收入 | 提高 | - | 2030",
        "change up | 生产总值 | 增长 | 6%左右 = approx 6 % | 2031 | target",
        "level | 城镇新增就业 | - | 30万人以上 = ge 300000 人 | 2031 | target",
        "trend up | 有效投资规模 | 扩大 | - | 2031 | action",
        "level | 城镇登记失业率 | 控制在 | 4%以内 = le 4 % | 2031 | target",
    ]


def test_claims_know_their_section_and_sentence(claims):
    assert claims[0].section == ("一、2030年工作回顾",)
    assert claims[-1].section == ("二、2031年工作安排",)
    assert claims[0].sentence.text == "全市生产总值达到4600亿元，比上年增长6.8%。"


def test_entities_are_flat_and_span_groups_are_by_layer(nlp):
    doc = nlp(f"{REVIEW}全省粮食产量达到520万吨，比2025年增长2.3%。")

    assert [(ent.text, ent.label_) for ent in doc.ents if ent.start_char >= len(REVIEW)] == [
        ("全省", "REGION"),
        ("粮食产量", "INDICATOR"),
        ("520万吨", "QUANTITY"),
        ("2025年", "TIME"),
        ("增长", "DIRECTION"),
        ("2.3%", "QUANTITY"),
    ]
    groups = {name: [span.text for span in spans] for name, spans in doc.spans.items()}
    assert groups["indicators"] == ["粮食产量"]
    assert groups["quantities"] == ["520万吨", "2.3%"]
    assert groups["units"] == ["吨", "%"]
    assert groups["regions"] == ["全省"]
    assert groups["directions"] == ["增长"]


@pytest.mark.parametrize(
    ("text", "ents"),
    [
        ("出台市场活力98条改革举措。", ["QUANTITY 98条", "INDICATOR 改革举措"]),
        ("出台稳就业10条措施。", ["QUANTITY 10条", "INDICATOR 措施"]),
        ("印发《就业促进三年行动方案》。", ["POLICY 《就业促进三年行动方案》"]),
        ("实施“十四五”规划。", ["POLICY “十四五”规划"]),
    ],
)
def test_no_policy_hides_a_number_that_makes_a_claim(nlp, text, ents):
    assert [f"{ent.label_} {ent.text}" for ent in nlp(text).ents] == ents


@pytest.mark.parametrize(
    ("label", "value", "kept"),
    [
        ("POLICY", {}, False),
        ("POLICY", None, False),
        ("POLICY", {"confidence": 0.8}, True),
        ("SECTOR", {}, True),
    ],
    ids=["by rule", "without a value", "tagged", "no policy"],
)
def test_only_what_the_rules_take_for_a_policy_gives_way(label, value, kept):
    name, number = Mention(0, 9, label, value), Mention(2, 5, "QUANTITY", {})
    assert without_hiders([name], [number]) == [name] * kept
    assert without_hiders([name], [number._replace(start=9, end=12)]) == [name]


def test_a_span_knows_its_value(nlp):
    doc = nlp(f"{REVIEW}粮食产量达到520万吨。")
    (quantity,) = doc.spans["quantities"]
    assert (quantity._.value["value"], quantity._.value["unit"]) == (5_200_000, "吨")


@pytest.mark.parametrize(
    "make", [lambda: spacy.blank("zh"), by_two_characters], ids=["char", "two"]
)
def test_one_pipe_brings_all_under_any_tokenizer(make, claims):
    own = make()
    own.add_pipe("policy_claims")
    assert own(REPORT)._.claims == claims


def test_the_report_year_may_be_told(nlp):
    text = "全年粮食产量达到520万吨。"
    assert [c.period.iso for c in nlp(text)._.claims] == [None]
    told = policynlp.load("rules", report_year=2031)
    assert [c.period.iso for c in told(text)._.claims] == ["2030"]


def test_two_processes_give_the_claims_of_one(nlp, claims):
    texts = [REPORT, "", f"{PLAN}粮食产量稳定在520万吨以上。"]
    alone = [doc._.claims for doc in nlp.pipe(texts)]
    assert alone[0] == claims
    assert [doc._.claims for doc in nlp.pipe(texts, n_process=2)] == alone


def test_stored_documents_keep_their_claims(nlp, claims):
    stored = DocBin(docs=[nlp(REPORT)], store_user_data=True).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert doc._.claims == claims
    assert [ent.label_ for ent in doc.ents] == [ent.label_ for ent in nlp(REPORT).ents]


def test_a_saved_pipeline_gives_the_same_claims(nlp, claims, tmp_path):
    nlp.to_disk(tmp_path)
    assert policynlp.load(tmp_path)(REPORT)._.claims == claims


def test_a_saved_pipeline_takes_a_report_year(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    (claim,) = policynlp.load(tmp_path, report_year=2031)("全年粮食产量达到520万吨。")._.claims
    assert claim.period.iso == "2030"


@pytest.mark.parametrize("model", ["no_such_model", "."])
def test_a_wrong_model_is_named(model, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match="no pipeline"):
        policynlp.load(model)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("report_year = null", 'report_year = "soon"', "'soon'"),
        ('factory = "policy_times"', 'factory = "my_times"', "E002"),
        ("[nlp]", "[nlp", "no section headers"),
    ],
)
def test_a_broken_pipeline_is_named_with_the_reason(old, new, reason, nlp, tmp_path):
    nlp.to_disk(tmp_path)
    config = tmp_path / "config.cfg"
    config.write_text(config.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(ModelError) as raised:
        policynlp.load(tmp_path)

    told = str(raised.value)
    assert told.startswith(f"{tmp_path}: no pipeline that spaCy can load: ")
    assert (reason in told, "\n" in told) == (True, False)


def test_components_in_a_wrong_order_are_refused():
    with pytest.raises(ModelError, match="policy_structure"):
        pipeline.build(spacy.blank("zh"), ["policy_structure", "policy_layout"])


@pytest.mark.parametrize("piece", [1, 40, 90])
@pytest.mark.parametrize(
    "text", [REPORT, REPORT.replace("，", "，\n").replace("增", " 增 ")], ids=["plain", "wrapped"]
)
def test_pieces_give_the_claims_of_the_whole(nlp, monkeypatch, piece, text):
    whole = annotate(nlp, text)
    monkeypatch.setattr(pipeline, "PIECE", piece)
    assert annotate(nlp, text) == whole


def test_ids_count_through_the_pieces(nlp, monkeypatch):
    monkeypatch.setattr(pipeline, "PIECE", 1)
    _, claims = annotate(nlp, REPORT)
    assert [claim.id for claim in claims] == [f"report:{n:05}" for n in range(len(claims))]


WORK_REPORT = (
    "清河市2031年政府工作报告\n——2031年1月15日在清河市第六届人民代表大会第一次会议上\n"
    "各位代表：\n现在，我代表市人民政府作报告。\n一、2030年工作回顾\n全市粮食产量增长3.2%。\n"
)


@pytest.mark.parametrize(
    ("text", "meta", "about"),
    [
        pytest.param(
            WORK_REPORT,
            {},
            {"title": "清河市2031年政府工作报告", "issuer": "清河市人民政府", "report_year": 2031},
            id="from the text",
        ),
        pytest.param(
            WORK_REPORT,
            {"title": "简报", "report_year": 2032, "encoding": "big5"},
            {
                "title": "简报",
                "issuer": "清河市人民政府",
                "report_year": 2032,
                "encoding": "big5",
            },
            id="what is known goes before",
        ),
        pytest.param("全市粮食产量增长3.2%。\n", {}, {}, id="nothing is known"),
    ],
)
def test_a_document_tells_title_issuer_and_year(text, meta, about):
    (result,) = extract_files([Document("a", text, meta)], Options(model="rules"))
    assert result.document.meta == about


def test_an_empty_document_has_no_claims(nlp):
    assert annotate(nlp, "") == ([], [])
    assert nlp("")._.claims == []


SIMPLIFIED = "全市生产总值达到4600亿元，比上年增长百分之六点八；新增就业三万二千人。"
TRADITIONAL = "全市生產總值達到4600億元，比上年增長百分之六點八；新增就業三萬二千人。"


def test_traditional_text_gives_the_values_of_simplified(nlp):
    def values(text):
        return [
            (c.kind, c.direction, c.quantity.value, c.quantity.unit)
            for c in nlp(REVIEW + text)._.claims
        ]

    assert values(SIMPLIFIED) == [
        ("level", None, 460_000_000_000, "元"),
        ("change", "increase", 6.8, "%"),
        ("level", None, 32_000, "人"),
    ]
    assert values(TRADITIONAL) == values(SIMPLIFIED)


def test_traditional_text_gives_the_ids_of_simplified(nlp):
    simplified, traditional = (nlp(REVIEW + text)._.claims for text in (SIMPLIFIED, TRADITIONAL))
    assert [c.indicator.id for c in traditional] == [c.indicator.id for c in simplified]


SENTENCES = [
    "粮食产量达到520万吨，增长2.3%。",
    "城乡低保标准分别提高到780元和560元。",
    "清洁能源装机超过总装机的50%；电子商务交易额是2025年的1.8倍。",
    "居民收入稳步提高，就业规模扩大。",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_alone_says_what_it_says_in_its_document(nlp, sentence):
    alone = claims_of(nlp, sentence)
    among = claims_of(nlp, f"进出口总额突破90亿美元。{sentence}税收收入下降1.5%。")
    assert alone
    assert among[1:-1] == alone
