"""The words that a report explains behind its end: they tell how things are, not what is planned."""

import re

from policynlp.schema import Anchor
from policynlp.structure.anchors import PLAN, Clock

TITLE = re.compile(
    r"\s*(?:【|附[件录表]?[：:\s]?)?(?:《?政府工作报告》?)?(?:相关|有关|部分|专业|内容|术语|重点)*"
    r"(?:名词(?:解释|注释|说明)|(?:用语|词汇)(?:说明|解释|注释)|注释|注解)"
    r"(?:[和及](?:有关|相关)?说明)?\s*[：:】]?\s*(?:\n|$)"
)


def glossary_told(text: str, start: int, current: Anchor, clock: Clock) -> Anchor | None:
    """Return the anchor of a glossary whose title begins at ``start``, where plans stand before.

    Args:
        text: the clean text.
        start: where the sentence begins.
        current: the anchor that holds so far.
        clock: the years of the document.
    """
    late = start > len(text) // 2
    if not late or current.tense != PLAN or TITLE.match(text, start) is None:
        return None
    return Anchor(clock.report, clock.report, None, "")
