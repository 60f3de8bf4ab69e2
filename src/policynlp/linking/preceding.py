"""Claims whose indicator stands before the number, or in a clause before."""

from dataclasses import replace

from policynlp.lexicons import row_forms
from policynlp.linking.anew import anew, is_anew
from policynlp.linking.attributive import part_verb, tells_size
from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.linking.inheriting import last_in_row, names_anew, own_subject, taken_over
from policynlp.linking.leads import after_examples
from policynlp.linking.parses import Parse
from policynlp.linking.periods import SUMMED
from policynlp.linking.predicates import verb_behind
from policynlp.linking.reader import Reader, class_of, kind_of
from policynlp.linking.scope import Scope
from policynlp.linking.subjects import parse_after
from policynlp.linking.values import UNCOUNTED
from policynlp.linking.verbs import Verb, drop_by, moved_alike, share_trigger, verb_of
from policynlp.linking.words import JOINTS, NEW, trigger_table, triggers
from policynlp.schema import Mention


def preceding_draft(reader: Reader, quantity: Mention, found: Parse) -> Draft | None:
    """Make the claim of an indicator before its number; None where nothing is measured."""
    scope = reader.scope
    deed = _listed_deed(reader, quantity, found)
    if deed is not None and reader.subject is not None:
        return Draft("level", None, reader.subject, deed, quantity, "inherited")
    if _narrows(scope, quantity, found):
        return None
    verb = _verb_before(scope, quantity, found)
    subject, trigger = _subject_and_verb(reader, quantity, found, verb.trigger)
    if subject is None:
        return None
    if "reached" in quantity.value:  # the second number of 提高20元至700元
        way, before = quantity.value["reached"], reader.drafts[-1].trigger
        return Draft("level", way, subject, before, quantity, "moved")
    trigger, kind = share_trigger(reader, quantity, found, trigger, verb.kind)
    if kind == "do" and not found.empty:
        subject = after_examples(scope.text, subject)
    if not trigger and (moved := moved_alike(reader, quantity, found)):
        return replace(moved, subject=subject, quantity=quantity)
    pattern = _pattern(reader, subject, found, kind, quantity)
    if trigger is None and is_anew(reader, quantity, subject, pattern):
        subject, pattern = anew(scope.text, subject), "new"
    draft = Draft(*kind_of(verb.direction, quantity), subject, trigger, quantity, pattern)
    draft.from_quantity, draft.share_of = reader.pending, reader.pending_whole
    return draft


def _verb_before(scope: Scope, quantity: Mention, found: Parse) -> Verb:
    if tells_size(scope.text, quantity, found):
        part_verb(scope, found)
    drop_by(scope.text, quantity, found)
    return verb_of(scope, quantity, found)


def _subject_and_verb(
    reader: Reader, quantity: Mention, found: Parse, trigger: Span | None
) -> tuple[Subject | None, Span | None]:
    """Give the indicator, and the verb behind a number that has no words of its own before it."""
    subject = _own_subject(reader, quantity, found)
    if not found.empty or trigger is not None:
        return subject, trigger
    last = last_in_row(reader.scope, quantity)
    trigger = verb_behind(reader.scope, last, reader.scope.end)
    if trigger and names_anew(reader, last, found, subject):
        theme = parse_after(reader.scope, trigger[1])
        subject = Subject(*theme) if theme else subject  # 731万人|纳入|职业伤害保障范围
    return subject, trigger


def _own_subject(reader: Reader, quantity: Mention, found: Parse) -> Subject | None:
    text = reader.scope.text
    if reader.pending is not None and text[found.start : found.end] in triggers():
        return reader.subject  # 由20个|调整|扩大到40个
    if found.empty:
        deed = found.trigger if found.kind == "do" else None
        return taken_over(reader, quantity, found) or (Subject(*deed) if deed else None)
    if found.lead is not None:
        words = text[slice(*found.lead)] + text[found.start : found.end]
        return Subject(found.start, found.end, words)
    return own_subject(reader, found)


def _listed_deed(reader: Reader, quantity: Mention, found: Parse) -> Span | None:
    """新开工道路20公里、建成15公里, 项目40个，涉及6亿元: a verb alone goes on with the subject before."""
    word = reader.scope.text[found.start : found.end]
    verb = triggers().get(word)
    if verb is None or verb.kind != "do" or found.direction or not reader.drafts:
        return None
    last = reader.drafts[-1].quantity
    same = last is not None and last.value["unit"] == quantity.value["unit"]
    same |= word in row_forms("deed_marks", "GOING_ON")
    return (found.start, found.end) if same else None


def _pattern(reader: Reader, subject: Subject, found: Parse, kind: str, quantity: Mention) -> str:
    if found.empty:
        return "inherited"
    if found.direction is not None:
        return "governed" if found.governs else "moved"
    summed = _is_sum(reader.scope.text, subject, kind, quantity)
    kinds = {"do": "done"} if summed else {"do": "done", "reach": "reached", "have": "had"}
    return kinds.get(kind, "new" if summed or _goes_on(reader, quantity, found) else "bare")


def _is_sum(text: str, subject: Subject, kind: str, quantity: Mention) -> bool:
    """城镇新增就业, 累计…: a sum over the period, not a state at its end as 参保人数累计达5万人."""
    summed = "累计" in text[subject.start - 2 : quantity.start]
    if summed and (kind != "reach" or quantity.value["dimension"] == "money"):
        return True
    words = subject.words(text)
    verb = trigger_table().prefix(words, 0, len(words))
    return NEW in words or (verb is not None and verb.form[0] == "新")  # 新登记企业超过5万家


def _goes_on(reader: Reader, quantity: Mention, found: Parse) -> bool:
    """新增上市公司5家、国家级园区2家, 其中高新区1家: what a sum is listed with is one."""
    last = reader.drafts[-1] if reader.drafts else None
    if last is None or last.quantity is None or last.pattern not in SUMMED:
        return False
    before = reader.scope.text[reader.scope.start : found.start].rstrip()
    listed = before.endswith(JOINTS) or "among" in found.roles
    return listed and class_of(last.quantity) == class_of(quantity)


def _narrows(scope: Scope, quantity: Mention, found: Parse) -> bool:
    """An age or a length of action is no value: 60岁以上老人, 提前50天完成."""
    if found.direction or found.kind == "reach":
        return False
    if quantity.value["unit"] in UNCOUNTED:
        return found.empty
    measured = scope.text.endswith(row_forms("phrase_marks", "TERM"), found.start, found.end)
    return quantity.value["dimension"] == "time" and not measured
