"""The model card of a trained pipeline, written from its figures."""

from typing import Any

CARD = """\
# {name}

A policynlp pipeline: the rules, and a tagger of ten labels (a token classifier over characters, BIO) that
runs on ONNX Runtime with weights in eight bits.

## Use

```python
import policynlp

nlp = policynlp.load("{name}")
```

## Training

{training}

## Scores

Spans with label, exact, on the documents of the same corpus that were held out (`metrics.json`; made again by
the same command):

{table}
"""
TUNED = """\
Trained from `{base}` by `policynlp train` (seed {seed}, at most {epochs} epochs, batch {batch}) on
{documents} documents, {sentences} sentences. What the rules find is part of what the tagger sees; in training
it was hidden from {hide:.0%} of the sentences."""
KEPT = """\
The weights are those of `{base}`; `policynlp train --epochs 0` fitted a temperature on the dev split and
wrote them in eight bits. What the rules find is part of what the tagger sees."""
HEAD = "| split | label | tagger with rules | tagger alone | rules alone |\n|---|---|---|---|---|\n"


def write_card(name: str, metrics: dict[str, Any]) -> str:
    """Give the card as Markdown."""
    options = metrics["options"]
    training = (TUNED if options["epochs"] else KEPT).format(
        base=metrics["base"],
        documents=metrics["documents"]["train"],
        sentences=metrics["sentences"]["train"],
        **{key: options[key] for key in ("seed", "epochs", "batch", "hide")},
    )
    table = HEAD + "".join(_rows(metrics["scores"]))
    return CARD.format(name=name, training=training, table=table).rstrip() + "\n"


def _rows(scores: dict[str, Any]) -> list[str]:
    systems = ("tagger with rules", "tagger alone", "rules alone")
    return [
        f"| {split} | {label} | "
        + " | ".join(f"{parts[system][label]['f1']:.3f}" for system in systems)
        + " |\n"
        for split, parts in scores.items()
        for label in parts[systems[0]]
    ]
