"""The verb of a claim: before or behind its number, in its hedge, or shared by a list."""

from typing import NamedTuple

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft, Span
from policynlp.linking.parses import Parse
from policynlp.linking.reader import Reader, class_of
from policynlp.linking.scope import Scope
from policynlp.linking.words import JOINTS, NEW, ends_with_scale
from policynlp.schema import Mention


class Verb(NamedTuple):
    """A trigger, its kind as in ``triggers.tsv`` (or ``direction``), and the motion it tells."""

    trigger: Span | None
    kind: str
    direction: Mention | None


def verb_of(scope: Scope, quantity: Mention, found: Parse) -> Verb:
    """Give the verb that the words around the number hold."""
    if found.direction is None and (noun := _noun_behind(scope, quantity)) is not None:
        return Verb((noun.start, noun.end), "direction", noun)
    if (found.trigger is None or _passes(quantity, found)) and (
        hedge := hedge_of(scope.text, quantity)
    ) is not None:
        return Verb(hedge, "reach", found.direction)
    if found.trigger is None and (arranged := _arranged(scope.text, quantity)) is not None:
        return Verb(arranged, "reach", found.direction)
    return Verb(found.trigger, found.kind, found.direction)


def _passes(quantity: Mention, found: Parse) -> bool:
    """实施|技改项目|超4000个: what is passed is told, not what is done."""
    deed = found.kind == "do" and found.direction is None and not found.empty
    before = found.trigger is not None and found.trigger[1] <= found.start
    return deed and before and quantity.value["relation"] == "gt"


def _arranged(text: str, quantity: Mention) -> Span | None:
    """按3%安排: the verb stands behind its number."""
    if text[quantity.start - 1 : quantity.start] not in ("按", "照"):
        return None
    forms = row_forms("deed_marks", "ARRANGED")
    form = next((form for form in forms if text.startswith(form, quantity.end)), "")
    return (quantity.end, quantity.end + len(form)) if form else None


def _noun_behind(scope: Scope, quantity: Mention) -> Mention | None:
    """两位数增长, 5%的增长: the noun of motion follows its number."""
    at = _behind_rate(scope.text, quantity)
    mention = scope.by_start.get(at)
    return mention if mention is not None and mention.label == "DIRECTION" else None


def drop_by(text: str, quantity: Mention, found: Parse) -> None:
    """游客人数|以|12%的速度递增, in place."""
    if text.startswith(row_forms("deed_marks", "PACE"), quantity.end):
        found.end -= text.endswith("以", found.start, found.end)


def _behind_rate(text: str, quantity: Mention) -> int:
    """Give where the motion may stand: 以每年5%|的速度|递增."""
    forms = (*row_forms("deed_marks", "PACE"), "的")
    return next(
        (quantity.end + len(f) for f in forms if text.startswith(f, quantity.end)), quantity.end
    )


def hedge_of(text: str, quantity: Mention) -> Span | None:
    """超过, 不低于: the hedge is the verb as well."""
    start = quantity.value.get("hedge_start")
    if start is not None:
        return start, quantity.value["hedge_end"]
    bounds = row_forms("phrase_marks", "BOUND")
    bound = next((form for form in bounds if text.startswith(form, quantity.start)), "")
    return (quantity.start, quantity.start + len(bound)) if bound else None


def share_trigger(
    reader: Reader, quantity: Mention, found: Parse, trigger: Span | None, kind: str
) -> tuple[Span | None, str]:
    """Take the verb of the list, and keep it for the members after this one."""
    if trigger is None and reader.trigger and _follows(reader, quantity, found):
        trigger, kind, _ = reader.trigger
    reader.trigger = (trigger, kind, class_of(quantity)) if trigger and kind == "do" else None
    return trigger, kind


def _follows(reader: Reader, quantity: Mention, found: Parse) -> bool:
    """新建幼儿园650所、管网28公里: the members of a list share its verb, whatever they count."""
    before = reader.scope.text[reader.scope.start : found.start].rstrip()
    alike = reader.trigger is not None and reader.trigger[2] == class_of(quantity)
    phrase = reader.scope.text[found.start : found.end]
    if phrase.startswith(NEW):
        return False  # 新建小学6所、新增学位3000个
    return before.endswith(JOINTS) and (found.empty or alike or _is_done(phrase, quantity))


def _is_done(phrase: str, quantity: Mention) -> bool:
    """Whether the verb of a list can govern the phrase: 资金 and 管网, not 总投资 and 绿地率."""
    if class_of(quantity) == "ratio":
        return False
    return phrase.endswith(row_forms("deed_nouns", "GOODS")) or not ends_with_scale(phrase)


def lend_back(reader: Reader, quantity: Mention, trigger: Span | None) -> None:
    """15个车站和|12个码头|全面完工: the verb behind the last of a list is that of all, in place."""
    if trigger is None or trigger[0] < quantity.end:
        return
    text, after = reader.scope.text, quantity
    for draft in reversed(reader.drafts):
        if draft.quantity is None or draft.trigger or draft.pattern != "counted":
            return
        if text[draft.subject.end : after.start].strip() not in JOINTS:
            return
        draft.trigger, after = trigger, draft.quantity


def moved_alike(reader: Reader, quantity: Mention, found: Parse) -> Draft | None:
    """压减煤炭8万吨、|生铁4万吨: give the change before, whose verb moves this one as well."""
    last = reader.drafts[-1] if reader.drafts else None
    if found.empty or last is None or last.quantity is None:
        return None
    if (last.kind, last.pattern) != ("change", "governed"):
        return None
    before = reader.scope.text[reader.scope.start : found.start].rstrip()
    alike = last.quantity.value["unit"] == quantity.value["unit"] != "%"
    return last if alike and before[-1:] == "、" else None
