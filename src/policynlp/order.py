"""The components, by the names of their factories, in the order they run in."""

from policynlp.marks import MARKS

RULED = "policy_indicators"  # what the rules take for indicators, which the tagger sees
TAGGER = "policy_tagger"
LINKER = "policy_linker"
SPANS = "policy_spans"  # spaCy's spans, for who holds the Doc
FINDERS = tuple(name for name in MARKS if name != LINKER)
PIPES = (*FINDERS, LINKER, SPANS)
# with a learned tagger: it sees what the rules found, indicators too
TAGGED_PIPES = (*FINDERS, RULED, TAGGER, LINKER, SPANS)
