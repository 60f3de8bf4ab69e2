"""Claims of direction alone: 居民收入稳步提高, 扩大有效需求."""

from policynlp.lexicons import row_forms
from policynlp.linking.clauses import Clause
from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.fields import complete
from policynlp.linking.objects import is_nominal, list_end, object_end
from policynlp.linking.parses import Parse
from policynlp.linking.phrases import parse, parse_theme
from policynlp.linking.places import keep_place
from policynlp.linking.reader import Reader
from policynlp.schema import Mention

AFTER_NOISE = "了部分"

OBJECT = 4  # letters of the shortest object


def read_trends(reader: Reader, clause: Clause) -> None:
    """Read each directional verb of the clause that no number has taken."""
    mentions = reader.scope.inside("directions", clause.start, clause.end)
    if not mentions:
        return
    taken = [draft.trigger for draft in reader.drafts if draft.trigger]
    named = [draft.subject.span for draft in reader.drafts]
    for mention in mentions:
        inside = any(a <= mention.start < b for a, b in named + taken)  # 巩固|提升|4个园区
        if mention.value["trend"] and not inside:
            _read_trend(reader, clause, mention)


def _read_trend(reader: Reader, clause: Clause, mention: Mention) -> None:
    after = mention.value["theme"] == "after"
    found = (
        _theme_after(reader, clause, mention) if after else _theme_before(reader, clause, mention)
    )
    subject = reader.subject if found.empty else Subject(found.start, found.end)
    if subject is None or (after and found.empty) or _is_curbed(reader, clause, mention):
        return
    if not after and _is_no_subject(reader.scope.text, clause, mention, found):
        return
    reader.context.take(reader.scope.text, found)
    if found.trigger and reader.scope.text[slice(*found.trigger)] in row_forms(
        "phrase_marks", "PUSH"
    ):
        found.roles.add("push")
    span = (mention.start, mention.end)
    pattern = "governed" if after else "moved"
    draft = Draft("trend", mention.value["direction"], subject, span, None, pattern)
    draft.period, draft.region, draft.baseline = found.period, found.region, found.baseline
    if after:
        before = parse(reader.scope, _previous(reader, clause, mention), mention.start)
        reader.context.take(reader.scope.text, before)
        found.roles |= before.roles
        draft.period, draft.region = draft.period or before.period, draft.region or before.region
    keep_place(reader, draft)
    reader.drafts.append(complete(reader.scope, draft, reader.context, found.roles))
    reader.subject = subject.inherit()


def _is_no_subject(text: str, clause: Clause, mention: Mention, found: Parse) -> bool:
    """Whether the verb has an object of its own, so that none of before moves: 扩大|网上营销."""
    if not found.empty:
        return _is_clause(text, found)
    rest = text[mention.end : clause.end]
    return len(rest) >= OBJECT and not rest.startswith(row_forms("direction_guards", "TAIL"))


def _is_clause(text: str, found: Parse) -> bool:
    """紧扣稳定经济|增长, 工业逐步摆脱速度|回落: what has a verb of its own is no subject."""
    start, end = found.start, found.end
    governing = text.startswith(row_forms("trend_starts", "GOVERNING"), start, end)
    phrase = text[start:end]
    within = any(form in phrase for form in row_forms("trend_starts", "WITHIN"))
    return within or (governing and not is_nominal(text, start))


def _is_curbed(reader: Reader, clause: Clause, mention: Mention) -> bool:
    """遏制房价上涨, 下降趋势得到扭转: what is held back is no trend."""
    text, start = reader.scope.text, _previous(reader, clause, mention)
    before, after = text[start : mention.start], text[mention.end : clause.end]
    if before.endswith("作为"):
        return True  # 把扩大消费作为|扩大内需的重点
    if _is_built(before, after) or _is_faced(before, after):
        return True
    return any(form in before for form in row_forms("trend_marks", "CURBED_BEFORE")) or any(
        form in after for form in row_forms("trend_marks", "CURBED_AFTER")
    )


def _is_built(before: str, after: str) -> bool:
    """建立工资正常|增长|和支付保障机制: the verb is part of a name."""
    built = before.startswith(row_forms("inner_marks", "BUILT"))
    return built and after.endswith(row_forms("inner_marks", "BUILDING"))


def _is_faced(before: str, after: str) -> bool:
    """面对压力|加大|的复杂形势: what is faced is told of a whole situation."""
    faced = any(form in before for form in row_forms("trend_marks", "FACING"))
    return faced and after.endswith(row_forms("trend_marks", "FACED"))


def _previous(reader: Reader, clause: Clause, mention: Mention) -> int:
    """Where the words of this verb begin: behind the last 、 verb or number of the clause."""
    ends = [clause.start]
    for layer in ("quantities", "directions"):
        ends += [
            m.end
            for m in reader.scope.layers[layer]
            if clause.start <= m.start and m.end <= mention.start
        ]
    return max([*ends, _predicated(reader.scope.text, max(ends), mention.start)])


def _predicated(text: str, start: int, end: int) -> int:
    """设施不足、|均等化水平有待提高: what stands before 、 has a predicate of its own."""
    at = text.rfind("、", start, end)
    done = at > start and text.endswith(row_forms("trend_marks", "PREDICATED"), start, at)
    return at + 1 if done else start


def _theme_before(reader: Reader, clause: Clause, mention: Mention) -> Parse:
    return parse(reader.scope, _previous(reader, clause, mention), mention.start, moved=True)


def _theme_after(reader: Reader, clause: Clause, mention: Mention) -> Parse:
    text, start, end = reader.scope.text, mention.end, clause.end
    while start < end and text[start] in AFTER_NOISE:
        start += 1
    later = [
        m.start
        for layer in ("quantities", "directions")
        for m in reader.scope.layers[layer]
        if start < m.start < end
    ]
    end = object_end(text, start, min([end, *later]))
    return parse_theme(reader.scope, start, list_end(text, start, end))
