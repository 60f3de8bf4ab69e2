"""The commands: the only room that prints. Each file holds some of them, and they meet here."""

from policynlp.cli.about import info, schema
from policynlp.cli.convert import convert_command
from policynlp.cli.corpus import corpus
from policynlp.cli.evaluation import evaluate_command
from policynlp.cli.extraction import annotate, extract
from policynlp.cli.root import main
from policynlp.cli.segmenter import train_segmenter
from policynlp.cli.serve import serve
from policynlp.cli.training import distill, pretrain, train
from policynlp.cli.view import view

__all__ = ["main"]

for command in (
    extract,
    annotate,
    view,
    serve,
    evaluate_command,
    schema,
    info,
    corpus,
    train,
    pretrain,
    distill,
    train_segmenter,
):
    main.add_command(command)
corpus.add_command(convert_command)
