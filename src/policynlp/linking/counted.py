"""Claims whose noun stands behind the number: 建成|45个|微游乐园."""

from dataclasses import replace

from policynlp.lexicons import row_forms
from policynlp.linking.attributive import tells_size
from policynlp.linking.crowds import crowd_draft
from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.linking.levels import shared_head
from policynlp.linking.parses import Parse
from policynlp.linking.reader import Reader, kind_of
from policynlp.linking.sets import is_closed_set
from policynlp.linking.subjects import Attached
from policynlp.linking.values import UNCOUNTED, is_limit
from policynlp.linking.verbs import lend_back, share_trigger
from policynlp.linking.words import NEW, predicate_start, triggers
from policynlp.schema import Mention

SIZES = frozenset(("power", "voltage", "steam", "age", "length"))  # dimensions of limits in names
COUNTS = frozenset(("count", "person"))


def prefers_behind(text: str, quantity: Mention, found: Parse) -> bool:
    """Whether the noun behind the number is counted, not the one before it: 落实就业|35项|措施."""
    if found.empty:
        return True
    if tells_size(text, quantity, found):
        return False
    lead = text[found.end : quantity.start].strip()
    if lead[-1:] in ("的", "和", "及", "与", "、") or lead[:1] == "等":
        return True  # 司法所、警务室等12个站点; 年初确定的30项实事
    return found.direction is None and found.kind not in ("reach", "share")


def counted_draft(
    reader: Reader, quantity: Mention, found: Parse, behind: Attached
) -> Draft | None:
    """Make the claim of a counted noun; None where the number is part of a name or a length."""
    text = reader.scope.text
    if _is_no_count(text, quantity, found, behind):
        return None
    trigger, kind = found.trigger, found.kind
    subject = _subject(reader, found, behind)
    if trigger and text[slice(*trigger)] == NEW:
        words = subject.text or text[slice(*behind.phrase)]
        return Draft("level", None, replace(subject, text=NEW + words), None, quantity, "new")
    if trigger is None and found.direction is None and not _only_sizes(text, quantity, behind):
        trigger, kind = behind.verb, "do" if behind.verb else ""
    trigger, kind = share_trigger(reader, quantity, found, trigger, kind)
    lend_back(reader, quantity, trigger)
    if trigger is None and quantity.value["dimension"] != "count":
        # no 50万吨热轧薄板、60万吨乙烯等项目: the number is part of a name
        return crowd_draft(reader.scope, quantity, found)
    moved = None if _improves(found, quantity) else found.direction
    return Draft(*kind_of(moved, quantity), subject, trigger, quantity, "counted")


def _subject(reader: Reader, found: Parse, behind: Attached) -> Subject:
    text, phrase = reader.scope.text, behind.phrase
    if head := shared_head(reader.scope, phrase):
        return Subject(*phrase, text[slice(*phrase)] + head)
    done = found.trigger is not None and found.kind == "do"
    whole = done and found.trigger and not _done_to(text, found.trigger, behind)
    return Subject(*(behind.whole if whole else phrase))


def _improves(found: Parse, quantity: Mention) -> bool:
    """提升|30个|基地孵化能力: the number counts what is made better, not by how much."""
    lemma = found.direction.value["lemma"] if found.direction else ""
    improving = lemma in row_forms("deed_marks", "IMPROVING")
    return improving and quantity.value["dimension"] == "count"


def _done_to(text: str, trigger: Span, behind: Attached) -> bool:
    """Whether the verb makes its noun do another: 实现2万人口|脱贫, not 完成2万人口|脱贫任务."""
    if behind.verb is None:
        return False
    causes = text[slice(*trigger)] in row_forms("size_marks", "CAUSING")
    return causes or behind.verb[1] == behind.whole[1]


def _only_sizes(text: str, quantity: Mention, behind: Attached) -> bool:
    """时速400公里|列车|正式下线, 不足700元的|家庭|予以补助: what happens is not to the number."""
    if behind.verb is None or quantity.value["dimension"] in COUNTS:
        return False
    verb = text[slice(*behind.verb)]
    known = verb in triggers() or predicate_start().fullmatch(verb)
    return not known or text.startswith("的", quantity.end)


def _is_no_count(text: str, quantity: Mention, found: Parse, behind: Attached) -> bool:
    """Tell 24小时服务, 守住三条红线 and 淘汰35蒸吨以下锅炉 from counts."""
    dimension = quantity.value["dimension"]
    if dimension == "time" or quantity.value["unit"] in UNCOUNTED:
        return True
    deed = text[slice(*found.trigger)] if found.trigger else ""
    if is_closed_set(text, quantity, behind.whole, deed):
        return True
    return is_limit(quantity) and dimension in SIZES
