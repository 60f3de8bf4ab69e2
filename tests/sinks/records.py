"""Claims to write: one with every part, one with hardly any."""

from policynlp.schema import BaseValue, Claim, Indicator, Part, Period, Quantity, Region

FULL = Claim(
    id="a:00001", doc_id="a", kind="level", direction=None, modality="target", negated=False,
    indicator=Indicator("公路里程", 2, 6, id="ROADS"), trigger=Part("超过", 6, 8),
    quantity=Quantity("超过9万公里", 6, 12, 90000, None, "公里", "gt", "length", BaseValue(9e7, "m")),
    period=Period("全年", 0, 2, "2031"), baseline=Period("比上年", 13, 16, "2030"), region=Region("全市", 0, 2, "410100"),
    sentence=Part("全市公路里程超过9万公里，\n“比”上年多。", 0, 24), section=("一、目标", "（一）交通"), confidence=0.9,
)  # fmt: skip
BARE = Claim(
    id="b:00001", doc_id="b", kind="trend", direction="increase", modality="action", negated=True,
    indicator=Indicator("居民收入"), trigger=Part("增加", 0, 2),
)  # fmt: skip
