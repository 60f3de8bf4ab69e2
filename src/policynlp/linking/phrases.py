"""Trim a stretch of a clause down to the noun phrase of its indicator, and note what was cut off.

A clause reads: link, time, region, adverb, verb, **indicator**, adverb, verb, number. The words that
may stand at either side are data (``function_words.tsv``, ``triggers.tsv``); what is left is the phrase.
"""

from policynlp.linking.agents import pass_agent
from policynlp.linking.edges import drop_grade, drop_hollow, tidy
from policynlp.linking.left import drop_item, trim_left
from policynlp.linking.middle import cut_middle
from policynlp.linking.parses import Parse
from policynlp.linking.right import trim_right
from policynlp.linking.scope import Scope
from policynlp.linking.served import pass_asked, pass_served
from policynlp.linking.sources import cut_ground, cut_source


def parse(
    scope: Scope,
    start: int,
    end: int,
    *,
    counted: bool = False,
    moved: bool = False,
    pieces: bool = False,
) -> Parse:
    """Read the stretch before a number or a verb: trim it from the right, then from the left.

    ``counted`` says that a noun follows the number, so that a verb before it is one (新建|12座|水厂);
    ``moved`` that a verb of motion does, so that 有了 and 得到 say no more than it; ``pieces`` that
    the number counts pieces, so that 完成|绿化提升|7处 moves nothing.
    """
    found = Parse(start, end, counted=counted, moved=moved, roles={"unit"} if pieces else set())
    drop_item(scope.text, found)
    cut_source(scope.text, found)
    trim_right(scope, found)
    cut_ground(scope.text, found)
    trim_left(scope, found)
    if any(skip(scope.text, found) for skip in (pass_served, pass_asked, pass_agent)):
        trim_left(scope, found)
    cut_middle(scope, found)
    tidy(scope, found)
    drop_grade(scope.text, found)
    drop_hollow(scope.text, found)
    return found


def parse_theme(scope: Scope, start: int, end: int) -> Parse:
    """Read a noun phrase that follows its verb or number; only its left edge and brackets count."""
    found = Parse(start, end)
    trim_left(scope, found, verbs=False)
    tidy(scope, found)
    return found
