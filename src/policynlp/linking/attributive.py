"""A number that only tells how big the thing behind 的 is: 开工总投资3亿元的水厂."""

from policynlp.lexicons import row_forms
from policynlp.linking.left import trim_left
from policynlp.linking.parses import Parse
from policynlp.linking.scope import Scope
from policynlp.linking.words import trigger_table
from policynlp.schema import Mention


def tells_size(text: str, quantity: Mention, found: Parse) -> bool:
    """Whether a measure stands before the number and 的 behind it."""
    return text.startswith("的", quantity.end) and text.endswith(
        row_forms("size_marks", "MEASURE"), found.start, found.end
    )


def part_verb(scope: Scope, found: Parse) -> None:
    """Leave the verb to what stands behind 的, in place: 开工|总投资, 设立|规模|达."""
    if found.kind == "do":
        found.trigger, found.kind = None, ""
    verb = trigger_table().prefix(scope.text, found.start, found.end)
    if verb is not None and verb.role == "do" and found.start + len(verb.form) < found.end:
        found.start += len(verb.form)
        trim_left(scope, found)
