"""A trained tagger as a spaCy pipeline's folder, with its figures and a model card."""

import json
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy

from policynlp.errors import Errors, TrainingError
from policynlp.order import TAGGED_PIPES
from policynlp.pipeline import build
from policynlp.tagging.component import Tagger
from policynlp.training.card import write_card

METRICS, CARD = "metrics.json", "README.md"
LICENSE = "MIT"


def write_pipeline(tagger: Path, output: Path, metrics: dict[str, Any]) -> None:
    """Write the whole folder or nothing: config, meta, tagger, metrics.json and README.md.

    A pipeline that stands at ``output`` is replaced; anything else there is left alone.

    Raises:
        TrainingError: ``output`` holds something that is no pipeline.
    """
    check_output(output)
    nlp = build(spacy.blank("zh"), TAGGED_PIPES)
    component = nlp.get_pipe("policy_tagger")
    assert isinstance(component, Tagger)
    component.from_disk(tagger)
    nlp.meta |= _meta(output.name, metrics)
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent) as temporary:
        folder = Path(temporary) / output.name
        nlp.to_disk(folder)
        text = json.dumps(metrics, ensure_ascii=False, indent=1)
        (folder / METRICS).write_text(text + "\n", "utf-8")
        (folder / CARD).write_text(write_card(output.name, metrics), "utf-8")
        if output.exists():
            shutil.rmtree(output)
        folder.rename(output)


def check_output(output: Path) -> None:
    """See that a pipeline may be written there, before any work is done.

    Raises:
        TrainingError: a file, or a folder that holds no pipeline, is in the way.
    """
    free = not output.exists() or (output.is_dir() and not any(output.iterdir()))
    if not free and not (output / "config.cfg").is_file():
        raise TrainingError(Errors.OUTPUT_TAKEN.format(output=output))


def _meta(name: str, metrics: dict[str, Any]) -> dict[str, Any]:
    ours = version("policynlp")
    return {
        "name": name.removeprefix("zh_"),
        "version": ours,
        "license": LICENSE,
        "description": "Chinese policy texts: entities, quantities and claims",
        "requirements": [f"policynlp>={ours}"],
        "sources": [{"name": "corpus", "documents": metrics["documents"]}],
        "performance": {
            split: {name: scores["micro"] for name, scores in systems.items()}
            for split, systems in metrics["scores"].items()
        },
    }
