"""Link one sentence: walk its clauses, read numbers, then verbs without numbers."""

from typing import NamedTuple

from policynlp.lexicons import row_forms
from policynlp.linking import clauses
from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.leads import lead_subject
from policynlp.linking.measures import read_clause
from policynlp.linking.parses import Parse
from policynlp.linking.periods import settle
from policynlp.linking.phrases import parse_theme
from policynlp.linking.places import frame_place
from policynlp.linking.reader import Reader
from policynlp.linking.scope import Scope
from policynlp.linking.trends import read_trends
from policynlp.normalize.indicators import link_indicator

THROUGHOUT = "（下同）"  # 预计（下同）…；…


class Reading(NamedTuple):
    """The claims of a sentence, and the indicators that it names without a claim."""

    drafts: list[Draft]
    mentioned: list[Subject]


def link_sentence(scope: Scope, subject: Subject | None = None) -> Reading:
    """Turn the mentions of one sentence into claims, in the order of the text.

    Args:
        scope: the sentence with its mentions.
        subject: what the sentence before spoke of, for one that has no subject of its own.
    """
    reader = Reader(scope, subject)
    for clause in clauses.split(scope):
        _enter(reader, clause)
        before = len(reader.drafts)
        read_clause(reader, clause)
        read_trends(reader, clause)
        if len(reader.drafts) == before:
            _listen(reader, clause)
    settle(scope, reader.drafts)
    return Reading(sorted(reader.drafts, key=lambda draft: draft.at), reader.mentioned)


def _enter(reader: Reader, clause: clauses.Clause) -> None:
    """A new part of the sentence does not take over time, place and base."""
    if clause.stop == "；":
        reader.context.part()
    if clause.stop == THROUGHOUT:
        reader.context.throughout = True
    if reader.scope.text.startswith("其中", clause.start):
        reader.context.baseline, reader.context.listed = None, True
    reader.fresh = clause.stop == "，"
    if clause.stop not in "、（":
        reader.trigger = None


def _listen(reader: Reader, clause: clauses.Clause) -> None:
    """Take over subject, time and mood of a clause that makes no claim itself."""
    found: Parse = parse_theme(reader.scope, clause.start, clause.end)
    if reader.scope.text.startswith(row_forms("phrase_marks", "COMPARING"), clause.start):
        found.period = None  # 同上年比较，
    place, found.region = found.region, None  # 增速居全省前列 says nothing of the clauses after it
    if not found.empty:  # 按可比价格计算 is an aside
        reader.context.region = None
    reader.context.take(reader.scope.text, found)
    frame_place(reader, clause, place)
    lead = None if found.empty else lead_subject(reader.scope, found)
    if lead is None and not found.empty and _goes_on(reader, clause, found):
        lead = Subject(found.start, found.end)
    if lead is not None:
        reader.subject = lead.inherit()
        if place is not None and place.end <= lead.start:
            reader.context.places[lead.start, lead.text] = place
        if link_indicator(reader.scope.text[lead.start : lead.end]):
            reader.mentioned.append(lead)


def _goes_on(reader: Reader, clause: clauses.Clause, found: Parse) -> bool:
    """猪肉、羊肉等副食品，|都增长三成: a list of things that the next clause says moved."""
    text = reader.scope.text
    moved = reader.scope.by_start.get(clause.end + 1)
    shared = text.startswith(("都", "均"), clause.end + 1)
    named = "、" in text[found.start : found.end]
    moves = moved is not None and moved.label == "DIRECTION" and not moved.value["trend"]
    fresh = reader.subject is None or clause.stop == "；"
    return fresh and named and (shared or moves) and text.startswith("，", clause.end)
