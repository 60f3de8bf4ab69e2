"""The stage of the student on the GPU: the only one that needs transformers, which start slowly."""

from argparse import Namespace

import torch

from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.scale.batches import Rows
from policynlp.training.scale.bundle import Bundle
from policynlp.training.scale.learn import hard_targets, learn
from policynlp.training.scale.stages import SMOOTHING, learning_of, report
from policynlp.training.scale.student import make_student
from policynlp.training.scale.tensors import read_tensors
from policynlp.training.tagger import save_checkpoint


def study(options: Namespace, device: torch.device) -> None:
    """Teach a student what was labelled together with what people annotated."""
    vocabulary = Vocabulary.read(options.vocabulary)
    torch.manual_seed(options.seed)
    student = make_student(options.shape, vocabulary, options.base)
    student.to(device)  # type: ignore[arg-type]  # transformers' wrapper hides torch's signature
    tagged = Bundle.join([Bundle.load(path) for path in options.train])
    soft = read_tensors(options.soft, device)
    targets = torch.cat([soft, hard_targets(tagged.tags, SMOOTHING, device)])
    silver = Bundle.load(options.bundle).without_tags()
    rows = Rows(Bundle.join([silver, tagged]), vocabulary, device)
    learn(student, rows, targets, learning_of(options))
    report([student], options, vocabulary, device)
    options.output.mkdir(parents=True, exist_ok=True)
    save_checkpoint(student.half(), options.output, vocabulary)
