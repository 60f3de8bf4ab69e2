"""Trim a stretch from the right: number or verb ← adverbs, verbs, times."""

import re

from policynlp.lexicons import row_forms
from policynlp.linking.lookup import Word
from policynlp.linking.parses import Parse
from policynlp.linking.scope import Scope
from policynlp.linking.words import guards, right_tails, right_words, trigger_table, triggers
from policynlp.schema import Mention

SPACES = " \t\u3000"
LEFT_NOISE = SPACES + "，、：；。,:;）)》—-·•→" + "”"
BORROWED = {  # letters that may end the word before as well: 上年|平均, 企业|已
    "年": frozenset("上去前今一二两三四五六七八九十0123456789"),
    "业": frozenset("企产工农行就林渔商物作创专毕职副"),
}
RENEWED = frozenset("创更革翻刷崭重")  # letters before 新 that make a word with it
RIGHT_NOISE = SPACES + "，、：；,:;（(“"


PRICES = re.compile(r"[（(]?按[^，。；（）]{0,14}?(?:价格?|口径|汇率)计算[)）]?$")


def trim_right(scope: Scope, found: Parse) -> None:
    """Cut off what may stand between an indicator and its number or verb, in place."""
    text = scope.text
    while found.start < found.end:
        prices = text[found.end - 2 : found.end] == "计算" and PRICES.search(
            text, found.start, found.end
        )
        if prices:
            found.end = prices.start()  # 总产值|按不变价格计算
        elif text[found.end - 1] in RIGHT_NOISE:
            found.end -= 1
        elif not (
            _drop_mention_right(scope, found)
            or (text[found.end - 1] in right_tails() and _drop_word_right(text, found))
        ):
            return


def _drop_mention_right(scope: Scope, found: Parse) -> bool:
    mention = scope.by_end.get(found.end)
    if mention is None or mention.start < found.start:
        return False
    if mention.label == "DIRECTION":
        return _take_direction(scope.text, found, mention)
    if mention.label == "REGION":
        if not found.counted:
            return False
        found.region = found.region or mention  # 班列覆盖欧亚|110个|城市
    elif mention.label == "BASELINE":
        found.baseline = found.baseline or mention
    elif found.period is None:
        found.period = mention
    found.end = mention.start
    if found.baseline is mention and _last_character(scope.text, found) in "与同和":
        found.end -= 1  # 规模|与|上年|持平
    return True


def _last_character(text: str, found: Parse) -> str:
    """Give the last character that is left, ``-`` if none is."""
    return text[found.end - 1] if found.end > found.start else "-"


def _is_undertaken(text: str, found: Parse, mention: Mention) -> bool:
    """Whether the move is a noun that a deed governs: 完成|森林质量提升|10万亩."""
    governor = trigger_table().prefix(text, found.start, mention.start)
    if governor is None or "unit" not in found.roles:
        return False
    known = governor.form in row_forms("deed_marks", "UNDERTAKING")
    extent = text.endswith(row_forms("deed_marks", "EXTENT"), found.start, mention.start)
    return (known or triggers()[governor.form].always) and not extent


def _ends_deed(text: str, found: Parse, mention: Mention) -> bool:
    """Whether the move is the second half of a deed: 改造提升|12条|道路, 整治提升|3万亩."""
    deed = trigger_table().suffix(text, found.start, mention.end)
    longer = deed is not None and len(deed.form) > mention.end - mention.start
    return longer and ("unit" in found.roles or found.counted)


def _take_direction(text: str, found: Parse, mention: Mention) -> bool:
    if not mention.value["to"] and (
        _is_undertaken(text, found, mention) or _ends_deed(text, found, mention)
    ):
        return False  # 完成山体绿化提升7处
    if found.direction is not None or (found.trigger and found.kind != "reach"):
        return False  # 增速回落: the first noun belongs to the phrase
    if found.trigger and mention.value["kind"] != "noun":
        return False
    found.direction, found.trigger = mention, (mention.start, mention.end)
    found.kind = "direction"
    found.end = mention.start
    return True


def _drop_word_right(text: str, found: Parse) -> bool:
    guarded = guards("TAIL").suffix(text, found.start, found.end)
    word = _right_word(text, found)
    if word and word.role == "light" and not (found.direction or found.moved):
        word = None  # 得到提高 says no more than 提高; 获得92个冠军 is a deed
    verb = None if found.trigger else _verb_before(text, found)
    longest = max(len(word.form) if word else 0, len(verb.form) if verb else 0)
    if not longest or (guarded and len(guarded.form) > longest):
        return False
    lone = not text[found.start : found.end - 1].strip(LEFT_NOISE)
    if verb and verb.form == "为" and found.counted and lone:
        verb = None  # 为1200个村卫生室配备设备
    if verb and len(verb.form) == longest and _may_follow(text, found, verb.form):
        found.trigger, found.kind = (found.end - longest, found.end), verb.role
    elif word and len(word.form) == longest:
        found.roles.add(word.role)
        if word.role == "from":
            found.source = found.end - longest
    else:
        return False
    found.end -= longest
    return True


def _verb_before(text: str, found: Parse) -> Word | None:
    verb = trigger_table().suffix(text, found.start, found.end)
    if verb is None or verb.form[0] != "新" or text[found.end - len(verb.form) - 1] not in RENEWED:
        return verb
    return trigger_table().suffix(text, found.end - len(verb.form) + 1, found.end)  # 创新|选派


def _right_word(text: str, found: Parse) -> Word | None:
    word = right_words().suffix(text, found.start, found.end)
    before = BORROWED.get(word.form[0]) if word else None
    if word and before and text[found.end - len(word.form) - 1] in before:
        return right_words().suffix(text, found.end - len(word.form) + 1, found.end)
    return word  # 比上年|平均, 五年|平均, 各类企业|已, where 年平均 and 业已 are no words


def _may_follow(text: str, found: Parse, form: str) -> bool:
    """Whether the verb may stand behind its indicator, or has no noun before it at all."""
    rest = text[found.start : found.end - len(form)].strip(LEFT_NOISE)
    if not rest or rest in triggers():
        return found.counted or triggers()[form].strong
    governor = trigger_table().prefix(rest, 0, len(rest))
    deed = triggers()[form].kind == "do" and not triggers()[form].always
    if governor and governor.role == "do" and deed and triggers()[governor.form].strong:
        return False  # 完成老旧小区改造: the verb is at the head
    return triggers()[form].after or (found.counted and len(form) > 1)
