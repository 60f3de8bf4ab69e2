"""Where the object of a verb of motion ends: 扩大消费|放在优先位置, 增加收入、|防范风险."""

from policynlp.lexicons import row_forms
from policynlp.linking.words import ends_with_scale

LISTING = "等"


def object_end(text: str, start: int, end: int) -> int:
    """扩大消费|放在优先位置: the object ends where another part of the clause begins."""
    ends = (
        at
        for form in row_forms("trend_marks", "OBJECT_END")
        if (at := text.find(form, start + 2, end)) >= 0
        and ends_with_scale(text[start:at])
        and not (form == LISTING and _goes_on(text, at + 1, end))  # 房租、水电等|成本
    )
    return min(ends, default=end)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether 等 is no end of the object: 水电等|成本, 风险等|级."""
    return ends_with_scale(text[start:end]) or text.startswith(("级", "次", "额"), start, end)


def list_end(text: str, start: int, end: int) -> int:
    """Stop before 、 where the list goes on with another deed: 增加居民收入、|防范风险."""
    at = text.find("、", start, end)
    while at >= 0:
        done = ends_with_scale(text[start:at])
        if done and (_is_deed(text, at + 1, end) or not ends_with_scale(text[at + 1 : end])):
            return at
        at = text.find("、", at + 1, end)
    return end


def _is_deed(text: str, start: int, end: int) -> bool:
    """提高质量、|优化结构、增进效益: another verb begins, not 、优化率."""
    deeds = row_forms("trend_starts", "GOVERNING") + row_forms("trend_starts", "NEXT_DEED")
    return text.startswith(deeds, start, end) and not is_nominal(text, start)


def is_nominal(text: str, start: int) -> bool:
    """Whether the verb of two letters is a noun with what follows it, or ends the text: 稳定性."""
    after = text[start + 2 : start + 3]
    return not after or after in row_forms("trend_starts", "NOMINAL")
