"""What is carried from clause to clause of a sentence."""

from dataclasses import dataclass, field

from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.linking.fields import Context
from policynlp.linking.scope import Scope
from policynlp.schema import Mention


@dataclass(slots=True)
class Reader:
    """Walks through the clauses of one sentence; holds what later clauses take over.

    ``trigger`` is the verb of a list with the class of what it counts; ``pending`` the first value
    of 由A提升至B, ``sources`` all of 由A和B提高到C和D, ``pending_base`` their time and
    ``pending_whole`` what they are parts of; ``group`` the
    subjects of the last list of values; ``mentioned`` the indicators named without a claim;
    ``fresh`` until the first claim behind ，.
    """

    scope: Scope
    subject: Subject | None = None
    context: Context = field(default_factory=Context)
    drafts: list[Draft] = field(default_factory=list)
    trigger: tuple[Span, str, str] | None = None
    pending: Mention | None = None
    sources: list[Mention] = field(default_factory=list)
    pending_base: Mention | None = None
    pending_whole: Span | None = None
    group: list[Subject] = field(default_factory=list)
    mentioned: list[Subject] = field(default_factory=list)
    fresh: bool = False


def class_of(quantity: Mention) -> str:
    """Give what a number counts or measures, to tell like from unlike: a dimension, else a unit."""
    return str(quantity.value["dimension"] or quantity.value["unit"])


def kind_of(direction: Mention | None, quantity: Mention) -> tuple[str, str | None]:
    """Give kind and direction: 提升至 and 翻一番 reach a value, 提升 moves by one."""
    if direction is None:
        return "level", None
    value = direction.value
    reached = value["to"] or value["lemma"].startswith("翻")
    return ("level" if reached else "change"), value["direction"]
