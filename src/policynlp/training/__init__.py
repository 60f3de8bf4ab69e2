"""Training of the learned parts: the only room that may import torch, transformers and datasets."""
