"""From the mentions of a sentence to its claims: pure functions over the clean text."""

from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.scope import Scope, Slicer
from policynlp.linking.sentence import link_sentence

__all__ = ["Draft", "Scope", "Slicer", "Subject", "link_sentence"]
