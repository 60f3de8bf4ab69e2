"""Claims as short lines, so that a test row holds a sentence and all that is claimed in it.

The notation is that of the corpus: see ``policynlp.corpus.notation``.
"""

from policynlp import pipeline
from policynlp.corpus.notation import write_claim
from policynlp.schema import Claim, Document

TITLE = "2031年政府工作报告"
REVIEW = f"{TITLE}\n一、2030年工作回顾\n"
PLAN = f"{TITLE}\n二、2031年工作安排\n"
SPAN = f"{TITLE}\n一、过去五年工作回顾\n"


def claims_of(nlp, sentence: str, context: str = REVIEW) -> list[str]:
    """Render the claims of a sentence under a title and a heading."""
    return [render(claim) for claim in nlp(context + sentence + "\n")._.claims]


def render(claim: Claim) -> str:
    """Give a claim as one line."""
    return write_claim(claim.to_dict())


def annotate(nlp, text: str) -> tuple[list[dict[str, object]], list[Claim]]:
    """Give the entities and claims of a text as the engines read it, piece by piece."""
    parts = list(pipeline.read_document(nlp, Document("report", text)))
    return [ent for part in parts for ent in part.ents], [
        claim for part in parts for claim in part.claims
    ]
