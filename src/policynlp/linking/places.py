"""How far a place reaches: not from 全市财政收入80亿元，|to another subject, 零售总额120亿元."""

from policynlp.lexicons import row_forms
from policynlp.linking.clauses import Clause
from policynlp.linking.drafts import Draft
from policynlp.linking.reader import Reader, class_of
from policynlp.linking.words import NEW, ends_with_scale, heads
from policynlp.schema import Mention

WIDE = ("deixis",)
ALIKE = 2  # first letters that two subjects share: 试点药店, 试点药店总数


def keep_place(reader: Reader, draft: Draft) -> None:
    """Forget the place that stood before where it is not that of this subject.

    A named place is that of its own subject; 全省 and the like reach what is done in the clauses
    after it, but no other noun that has a value of its own.
    """
    context, fresh = reader.context, reader.fresh
    reader.fresh = False
    known = context.region
    if known is None or draft.subject.inherited or reader.pending is not None:
        return
    wide = (known.value or {}).get("level") in WIDE
    goes_on = not fresh or context.listed or _is_member(reader, draft)
    if not wide or not (goes_on or _is_alike(reader, draft)):
        context.region = None


def frame_place(reader: Reader, clause: Clause, place: Mention | None) -> None:
    """全省160个断面中，|优良断面占比80%: what is told of the things has their place."""
    scope, end = reader.scope, clause.end - 1
    if place is None or scope.text[end : end + 2] != "中，":
        return
    things = scope.inside("quantities", clause.start, end)
    sums = row_forms("place_marks", "SUM")
    if things or scope.text.endswith(sums, clause.start, end):  # not 在全国评比中
        reader.context.region, reader.context.listed = place, True


def note_list(reader: Reader, drafts: list[Draft]) -> None:
    """Note that a list has begun whose members share its place: 全国共有医院20家，床位3万张."""
    reader.context.listed = reader.context.listed or drafts[0].pattern == "had"


def _is_member(reader: Reader, draft: Draft) -> bool:
    """全市新建住房600套，|桥梁8座: goes on with what was done or counted there."""
    last = reader.drafts[-1] if reader.drafts else None
    if last is None or last.region is not reader.context.region or draft.pattern != "bare":
        return False
    pieces = all(d.quantity is not None and class_of(d.quantity) == "count" for d in (last, draft))
    return pieces and not ends_with_scale(reader.scope.text[slice(*draft.subject.span)])


def _is_alike(reader: Reader, draft: Draft) -> bool:
    """全市新建学校5所，|完成|投资6亿元; …试点药店30家，|试点药店总数90家: is of the same subject."""
    text, before, subject = reader.scope.text, reader.subject, draft.subject
    if draft.trigger is not None and draft.trigger[0] < subject.start:
        return True
    words = text[subject.start : subject.end]
    if words.startswith(NEW) or words in heads():
        return True
    known = text[before.start : before.end].removeprefix(NEW) if before is not None else ""
    return words[:ALIKE] == known[:ALIKE]
