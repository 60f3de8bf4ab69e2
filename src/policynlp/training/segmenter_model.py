"""A segmentation model learned from silver words, small enough to ship."""

import random
import sys
from collections import Counter
from contextlib import redirect_stdout
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from policynlp.errors import Errors, TrainingError
from policynlp.segmenter.words import Words
from policynlp.training.segmenter_sources import Sentences, Silver

WORD_FEATURES = ("w-1.", "w1.", "ww.l.", "ww.r.")
RARE = 1  # a feature seen no more often is not learned
FLOOR = 0.05  # a feature that weighs less for every tag is left out


def train_words(silver: Silver, folder: Path, *, iterations: int, seed: int = 0) -> None:
    """Learn the words and write the model's two files; progress goes to standard error.

    Raises:
        TrainingError: spacy-pkuseg is not installed.
    """
    try:
        import spacy_pkuseg
        from spacy_pkuseg.config import config
    except ImportError as error:
        raise TrainingError(Errors.NO_PKUSEG.format(library="spacy-pkuseg")) from error
    config.featureTrim = RARE
    random.seed(seed)  # pkuseg shuffles by it
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work, redirect_stdout(sys.stderr):
        files = [Path(work) / name for name in ("train.txt", "held_out.txt")]
        for file, sentences in zip(files, (silver.train, silver.held_out), strict=True):
            file.write_text("".join(f"{' '.join(words)}\n" for words in sentences), "utf-8")
        spacy_pkuseg.train(*map(str, files), work, train_iter=iterations)
        _shrink(Path(work), folder, known_words(silver))


def known_words(silver: Silver) -> set[str]:
    """Give the words that may stand whole: of the vocabulary, or met more than once."""
    seen = Counter(word for words in silver.train for word in words)
    return {*silver.vocabulary, *(word for word, count in seen.items() if count > 1)}


def _shrink(source: Path, target: Path, known: set[str]) -> None:
    """Leave out features of no weight or of words that are not known.

    pkuseg's table of word pairs is needed in training only.
    """
    from spacy_pkuseg.feature_extractor import FeatureExtractor

    features = FeatureExtractor.load(str(source))
    saved = np.load(source / "weights.npz")
    tags, count = map(int, saved["sizes"])
    nodes, edges = np.split(saved["w"], [tags * count])
    nodes = nodes.reshape(count, tags)
    names = sorted(features.feature_to_idx, key=features.feature_to_idx.__getitem__)
    known = {features.keyword_rename(word) for word in known}
    kept = np.array([known.issuperset(_words_of(name)) for name in names])
    kept &= np.abs(nodes).max(axis=1) >= FLOOR
    kept[0] = True  # the bias, which pkuseg takes for the first
    names = [name for name, keep in zip(names, kept, strict=True) if keep]
    features.feature_to_idx = {name: place for place, name in enumerate(names)}
    features.unigram, features.bigram = known, set()
    features.save(str(target))
    weights = np.concatenate([nodes[kept].ravel(), edges])
    rounded = weights.astype(np.float16).astype(np.float64)  # half as long when compressed
    np.savez_compressed(target / "weights.npz", sizes=np.array([tags, len(names)]), w=rounded)


def _words_of(feature: str) -> list[str]:
    """Give the words that a feature of pkuseg names: ``ww.l.全市*人口`` names two."""
    head = next((head for head in WORD_FEATURES if feature.startswith(head)), None)
    return feature.removeprefix(head).split("*") if head else []


def agreement(words: Words, sentences: Sentences) -> dict[str, float]:
    """Compare the model's words with silver: precision, recall and F1 of whole words."""
    given = wanted = same = 0
    for sentence in sentences:
        ends = list(accumulate(map(len, sentence)))
        gold = set(zip([0, *ends], ends, strict=False))
        found = set(words.find("".join(sentence)))
        given, wanted, same = given + len(found), wanted + len(gold), same + len(gold & found)
    precision, recall = same / max(given, 1), same / max(wanted, 1)
    f1 = 2 * same / max(given + wanted, 1)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}
