"""Document structure: title, headings, sentences, and the years that each part speaks of."""

from policynlp.structure.reading import read_structure
from policynlp.structure.records import Section, Sentence, Structure
from policynlp.structure.sentences import clauses

__all__ = ["Section", "Sentence", "Structure", "clauses", "read_structure"]
