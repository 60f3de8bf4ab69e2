"""The subject that a clause without a number names, and the one that examples stand before."""

from dataclasses import replace

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Subject
from policynlp.linking.parses import Parse
from policynlp.linking.scope import Scope
from policynlp.linking.words import ends_with_scale, predicate_start, right_words


def lead_subject(scope: Scope, found: Parse) -> Subject | None:
    """Read the subject of a clause without a number: 网上零售额|再创新高，达到12万亿元.

    Only a phrase that names a scale is taken.
    """
    match = predicate_start().search(scope.text, found.start, found.end)
    end = match.start() if match else found.end
    while word := right_words().suffix(scope.text, found.start, end):
        end -= len(word.form)
    phrase = scope.text[found.start : end]
    named = ends_with_scale(phrase) or phrase.endswith(row_forms("phrase_marks", "DIVIDED"))
    return Subject(found.start, end) if 2 <= len(phrase) <= 24 and named else None


def after_examples(text: str, subject: Subject) -> Subject:
    """建设书屋、礼堂等文化设施76个 counts the 文化设施."""
    at = text.rfind("等", subject.start + 2, subject.end - 2)
    listed = at >= 0 and "、" in text[subject.start : at]
    return replace(subject, start=at + 1) if listed else subject
