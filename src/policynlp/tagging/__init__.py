"""The learned tagger, as far as extracting needs it: no torch, no transformers."""
