"""Tell a verb that governs the words behind it from the first half of a noun."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Span
from policynlp.linking.parses import Parse
from policynlp.linking.right import LEFT_NOISE
from policynlp.linking.words import (
    NEW,
    alternation,
    ends_with_scale,
    guards,
    scale_heads,
    triggers,
)

JOINT = re.compile("[、和与及]")  # 治理|能力和水平
TOLD = ("共", "已")
PAIRING = ("和", "及", "与")
JOINTS = ("、", "和", "并", "及", "或")


def stands_alone(found: Parse, form: str) -> bool:
    """Tell a verb from a noun where nothing follows: 投入|增长, 完成造林|295万亩 are nouns."""
    if found.direction or found.kind == "reach":
        return False
    return found.counted or (triggers()[form].strong and not found.trigger)


def governs(text: str, stop: int, found: Parse, form: str) -> bool:
    """Tell a verb from the first half of a noun: 改造面积 is measured, 改造危房 is done."""
    rest = text[stop : found.end].strip(LEFT_NOISE + "了")
    if form == NEW and rest:
        return False  # 新增养老床位 is measured as a whole
    verb = triggers()[form]
    reached = found.kind == "reach" or text.startswith(("突破", "超"), found.end)
    if form[0] == "新" and (found.direction or reached) and rest:
        return False  # 新注册企业|增长
    if not (verb.strong or verb.always) and rest.endswith(row_forms("deed_nouns", "FLOW")):
        return False  # 捕捞水产品产量 is measured
    first = JOINT.split(rest)[0]
    if verb.always or first not in scale_heads():
        return True
    alone = found.direction is None and found.kind != "reach"  # 新登记市场主体|增长
    return alone and form[0] != "新" and first in row_forms("deed_nouns", "GOODS")


def is_told(text: str, start: int, at: int) -> bool:
    """Whether a verb follows a word that no noun holds: 工程共|投入资金, not 公共|投入."""
    return text.endswith(TOLD, start, at) and not text.endswith("公共", start, at)


def joins_measures(text: str, start: int, at: int) -> bool:
    """Whether a verb begins the second of two things that are measured: 销售收入和|实现利税."""
    return text.endswith(PAIRING, start, at) and ends_with_scale(text[start : at - 1])


def begins_noun(text: str, found: Parse) -> bool:
    """Whether a word behind a verb only narrows the noun: 签订|合作协议, 实施|滇池|保护治理项目."""
    if found.kind != "do" or found.trigger is None or found.trigger[1] > found.start:
        return False
    gap = text[found.trigger[1] : found.start]
    narrowing = row_forms("deed_nouns", "NARROWING")
    narrows = gap == "" and text.startswith(narrowing, found.start, found.end)
    return narrows or not only_joint(gap.strip())


@cache
def _second() -> re.Pattern[str]:
    """Match a second verb in brackets behind the first: 建设（改造）."""
    deeds = alternation(form for form, verb in triggers().items() if verb.kind == "do")
    return re.compile(rf"[（(](?:{deeds.pattern})[)）]")


def with_second(text: str, stop: int, end: int) -> int:
    """Give where a verb ends, with the one in brackets that follows it."""
    match = _second().match(text, stop, end) if text[stop : stop + 1] in ("（", "(") else None
    return match.end() if match else stop


def is_time(text: str, stop: int, end: int) -> bool:
    """Whether a verb only says when: 启用后|通关能力, not 启用|后备电源."""
    return text.startswith("后", stop, end) and not guards("HEAD").prefix(text, stop, end)


def join_verb(text: str, found: Parse, stop: int, kind: str) -> None:
    """Take the verb; 新建、改扩建 and 引进培养 are one trigger."""
    if found.kind == "direction" or found.kind in ("reach", "share"):
        found.start = stop
        return
    if found.counted and _names(text, found, stop):
        found.start = stop  # 出台|支持企业发展|20条措施
        return
    begin = found.start
    behind = found.trigger is not None and found.trigger[0] >= begin
    if behind and not found.counted:
        found.start = stop  # 建设进度完成: the verb next to the number stays
        return
    if behind and found.trigger and _are_one(text, begin, stop, found.trigger):
        found.trigger, found.start = (begin, found.trigger[1]), stop  # 取消和停征|36项收费
        return
    if (
        found.trigger
        and not behind
        and found.kind == "do"
        and only_joint(text[found.trigger[1] : begin])
    ):
        begin = found.trigger[0]
    found.trigger, found.kind, found.start = (begin, stop), kind, stop


def _names(text: str, found: Parse, stop: int) -> bool:
    """Whether a verb begins the name of what is issued: 制定|推进开放|15条意见."""
    if found.trigger is None or found.trigger[1] > found.start:
        return False
    issuing = row_forms("deed_nouns", "ISSUING")
    issued = text.endswith(issuing, *found.trigger)
    return issued and text[found.start : stop] not in issuing + row_forms("deed_nouns", "PUT_OUT")


def _are_one(text: str, begin: int, stop: int, second: Span) -> bool:
    """Whether two verbs are one trigger: 取消和停征, not 新增|供应 nor 完成|涉及万户的改造."""
    one, other = text[begin:stop], text[slice(*second)]
    loose = row_forms("deed_nouns", "LOOSE")
    if NEW in (one, other) or other in loose or triggers()[one].always:
        return False
    return only_joint(text[stop : second[0]].strip())


def only_joint(gap: str) -> bool:
    """Whether nothing, or one word that joins, stands between two verbs."""
    return gap == "" or gap in JOINTS
