"""The annotated corpus: a markup that people write and review, and what is made and checked from it.

``read_corpus`` reads files or folders, ``source_of`` writes a document in the markup; the other
files hold one command each.
"""

from policynlp.corpus.files import read_corpus
from policynlp.corpus.source import CorpusFile, read_source
from policynlp.corpus.write import source_of

__all__ = ["CorpusFile", "read_corpus", "read_source", "source_of"]
