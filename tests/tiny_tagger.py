"""A tagger of random weights that is made in a moment, and documents of our own to train it on."""

import json
import re
from typing import NamedTuple

from policynlp.tagging.vocabulary import BORDER, MASK, PAD, UNKNOWN, Vocabulary

SENTENCES = [
    "[TIME 2030年][REGION 清河市][INDICATOR 粮食产量][DIRECTION 增长][QUANTITY 3.2%]。",
    "[INDICATOR 城镇新增就业][QUANTITY 52万人]，比[TIME 上年][DIRECTION 增加][QUANTITY 3万人]。",
    "[ORG 市政府]出台[POLICY 养老服务条例]，保障[GROUP 老年人]。",
    "[REGION 全市][INDICATOR 用电量][DIRECTION 下降][QUANTITY 1.5%]。",
    "办好[EVENT 清河马拉松]，发展[SECTOR 文化旅游业]。",
    "[INDICATOR 森林覆盖率][DIRECTION 提高到][QUANTITY 41.2%]。",
]
CHARACTERS = sorted(
    set("".join(SENTENCES)) | set("省县区东西南北工业农林牧渔财政收入支出亿元，、；：“”（）")
)
# big enough tables for the export to store in eight bits
SIZES = {"char_size": 16, "ngram_size": 8, "bigram_buckets": 211, "trigram_buckets": 211, "hidden_size": 16, "dilations": (1, 2), "num_attention_heads": 2}  # fmt: skip
LOUD = 20  # times the random weights of the last layer, so that the tagger is sure of itself


class Tiny(NamedTuple):
    model: object
    vocabulary: Vocabulary


def make_vocabulary():
    return Vocabulary([PAD, UNKNOWN, MASK, BORDER, *CHARACTERS])


def make_encoder(vocabulary):
    import torch

    from policynlp.training.encoder import PolicyEncoder, PolicyEncoderConfig

    torch.set_num_threads(1)
    torch.manual_seed(7)
    return PolicyEncoder(PolicyEncoderConfig(vocab_size=len(vocabulary), **SIZES))


def make_tagger():
    from policynlp.training.tagger import PolicyTagger, PolicyTaggerConfig

    vocabulary = make_vocabulary()
    encoder = make_encoder(vocabulary)
    model = PolicyTagger(PolicyTaggerConfig(encoder=encoder.config.to_dict(), rule_size=8), encoder)
    model.classifier.weight.data *= LOUD
    model.classifier.bias.data[1:3] += LOUD / 4  # it likes to see indicators
    return Tiny(model.eval(), vocabulary)


def document(doc_id, marked, split=None):
    """Read text with its spans as ``[LABEL words]``."""
    text, ents = "", []
    for part in re.split(r"(\[[A-Z]+ [^\]]+\])", marked):
        if part.startswith("["):
            label, words = part[1:-1].split(" ", 1)
            ents.append(
                {"start": len(text), "end": len(text + words), "label": label, "text": words}
            )
            part = words
        text += part
    meta = {"split": split} if split else {}
    return {"doc_id": doc_id, "text": text, "meta": meta, "ents": ents, "claims": []}


def write_documents(path, documents):
    path.write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in documents), "utf-8"
    )
    return path


def small_corpus():
    return [
        document(f"d{number}", "\n".join(SENTENCES[number % 3 :]), split)
        for number, split in enumerate(["train", "train", "train", "train", "dev", "test"])
    ]


METRICS = {
    "options": {"seed": 13, "epochs": 1, "batch": 32, "hide": 0.2},
    "base": "tiny",
    "documents": {"train": 4},
    "sentences": {"train": 20},
    "scores": {},
}
