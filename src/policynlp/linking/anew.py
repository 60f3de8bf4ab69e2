"""新增 said once for a list: 新增上市公司5家、|园区2家 is 新增园区."""

from dataclasses import replace

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.reader import Reader, class_of
from policynlp.linking.words import JOINTS, NEW, trigger_table
from policynlp.schema import Mention


def is_anew(reader: Reader, quantity: Mention, subject: Subject, pattern: str) -> bool:
    """Whether a bare number goes on with a list that 新增 heads."""
    last = reader.drafts[-1] if reader.drafts else None
    if last is None or subject.inherited or pattern not in ("new", "bare"):
        return False
    text = reader.scope.text
    listed = text[reader.scope.start : subject.start].rstrip().endswith(JOINTS)
    if not listed or class_of(quantity) == "ratio" or not _adds(reader, last):
        return False
    words = subject.text or text[slice(*subject.span)]
    return NEW not in words and not words.endswith(row_forms("list_marks", "MOVE"))


def anew(text: str, subject: Subject) -> Subject:
    """Give the subject with 新增 before it."""
    return replace(subject, text=NEW + (subject.text or text[slice(*subject.span)]))


def _adds(reader: Reader, last: Draft) -> bool:
    """Whether 新增 stands before a thing, not before what is done: 新增|学位, not 新增|治理面积."""
    words = last.subject.text or reader.scope.text[slice(*last.subject.span)]
    deed = trigger_table().prefix(words, len(NEW), len(words))
    return last.pattern == "new" and words.startswith(NEW) and not (deed and len(deed.form) > 1)
