"""Training at scale, on one GPU: a large teacher reads whole years of reports, small students learn from it.

These files import nothing of ours that needs spaCy, so that a rented machine with torch and
transformers runs them from a bundle of arrays.
"""
