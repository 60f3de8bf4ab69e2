"""Predicted documents against gold ones: what was found, what was missed, which fields are right.

A document is ``{"doc_id", "text", "ents", "claims", "tables"}`` as plain JSON values. Claims that
stand in one of the gold document's ``tables`` are scored apart, and entities there not at all.
"""

from policynlp.evaluation.matching import match, same_claim, same_trend
from policynlp.evaluation.scoring import evaluate
from policynlp.evaluation.tallies import Evaluation, Tally

__all__ = ["Evaluation", "Tally", "evaluate", "match", "same_claim", "same_trend"]
