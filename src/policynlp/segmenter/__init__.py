"""Word tokens: a segmentation model trained here, and tokens cut where spans begin and end."""

from policynlp.segmenter.alignment import align_tokens
from policynlp.segmenter.tokenizer import MODEL, SEGMENTER, SEGMENTERS, Segmenter, set_segmenter

__all__ = ["MODEL", "SEGMENTER", "SEGMENTERS", "Segmenter", "align_tokens", "set_segmenter"]
