"""The stages of the teachers on the GPU, each from files to a file."""

import json
import logging
from argparse import Namespace
from collections.abc import Sequence

import torch

from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.scale.batches import Rows
from policynlp.training.scale.bundle import Bundle
from policynlp.training.scale.label import probabilities, score_bundle
from policynlp.training.scale.learn import LearnOptions, hard_targets, learn
from policynlp.training.scale.masked import MaskedOptions, pretrain, stream_of
from policynlp.training.scale.teacher import HEAD_SIZE, Teacher, load_teacher, save_teacher

log = logging.getLogger(__name__)

SMOOTHING = 0.03  # of tags that people gave: they err as well


def masked(options: Namespace, device: torch.device) -> None:
    """Pre-train a teacher on the rows of ``bundle``."""
    vocabulary = Vocabulary.read(options.vocabulary)
    torch.manual_seed(options.seed)
    stream = stream_of(Bundle.load(options.bundle), vocabulary.first).to(device)
    heads = options.size // HEAD_SIZE
    teacher = Teacher(len(vocabulary), options.size, options.layers, heads).to(device)
    how = MaskedOptions(options.seconds, options.learning_rate, options.batch)
    loss = pretrain(teacher, stream, vocabulary, how)
    save_teacher(teacher, options.output)
    log.info("masked %d characters, loss %.4f", len(stream), loss)


def tune(options: Namespace, device: torch.device) -> None:
    """Teach ``base`` to tag on the bundles of ``train``."""
    vocabulary = Vocabulary.read(options.vocabulary)
    teacher = load_teacher(options.base, device)
    bundle = Bundle.join([Bundle.load(path) for path in options.train])
    targets = hard_targets(bundle.tags, SMOOTHING, device)
    learn(teacher, Rows(bundle, vocabulary, device), targets, learning_of(options))
    report([teacher], options, vocabulary, device)
    save_teacher(teacher, options.output)


def label(options: Namespace, device: torch.device) -> None:
    """Let the teachers say how likely each tag is at each character of ``bundle``."""
    vocabulary = Vocabulary.read(options.vocabulary)
    teachers = [load_teacher(path, device) for path in options.teacher]
    if device.type == "cuda":
        teachers = [teacher.bfloat16() for teacher in teachers]  # norms too: half the time
    report(teachers, options, vocabulary, device)
    rows = Rows(Bundle.load(options.bundle), vocabulary, device)
    torch.save(probabilities(teachers, rows).cpu(), options.output)


def learning_of(options: Namespace) -> LearnOptions:
    """Read how to learn off the options of a stage."""
    names = ("epochs", "learning_rate", "seconds", "characters", "hide", "blur", "seed")
    return LearnOptions(**{name: getattr(options, name) for name in names})


def report(
    models: Sequence[torch.nn.Module],
    options: Namespace,
    vocabulary: Vocabulary,
    device: torch.device,
) -> None:
    """Print the models' F1 on each bundle of ``dev``, with the rules' help and without."""
    for path in options.dev:
        bundle = Bundle.load(path)
        rows = Rows(bundle, vocabulary, device)
        for hidden in (False, True):
            scores = score_bundle(models, bundle, rows, hidden=hidden)
            name = f"{path.name.split('.')[0]}{' hidden' if hidden else ''}"
            line = {label: one["f1"] for label, one in scores.items()}
            log.info("%s on %s: %s", options.output.name, name, json.dumps(line))
