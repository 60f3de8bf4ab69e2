"""``python -m policynlp.training.scale STAGE``: training on one GPU, stage by stage.

All stages but ``gather`` run with torch and transformers alone, and without click: a rented machine
has no more.
"""

import argparse
import logging
import sys
from importlib import import_module
from pathlib import Path
from subprocess import CalledProcessError

from policynlp.errors import PolicyNLPError
from policynlp.training.scale.lease import LOG, lease
from policynlp.training.scale.options import OPTIONS, STAGES

PLACES = {"masked": "stages", "tune": "stages", "label": "stages", "study": "study"}


def main(arguments: list[str] | None = None) -> None:
    """Run one stage; a mistake of the user ends it with one line and status 1, or 2 for usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stdout)
    try:
        _run(options)
    except CalledProcessError as error:
        name = error.cmd[3]
        parser.exit(1, f"policynlp: stage {name} failed: see {options.output / LOG}\n")
    except (PolicyNLPError, OSError) as error:
        parser.exit(1, f"policynlp: {error}\n")


def _run(options: argparse.Namespace) -> None:
    if options.stage == "gather":
        from policynlp.training.scale.gather import gather  # needs spaCy

        gather(options)
    elif options.stage == "lease":
        lease(options)
    else:
        import torch

        torch.backends.cuda.matmul.allow_tf32 = True
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        # what the stage needs and no more: a lease starts six processes, and its seconds are paid
        place = import_module(f"policynlp.training.scale.{PLACES[options.stage]}")
        getattr(place, options.stage)(options, device)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m policynlp.training.scale", description=__doc__.splitlines()[0]
    )
    commands = parser.add_subparsers(dest="stage", required=True, metavar="STAGE")
    for name, stage in STAGES.items():
        command = commands.add_parser(name, help=stage.about, description=stage.about)
        command.add_argument("-o", "--output", type=Path, required=True)
        for option in (*stage.needs, *stage.takes):
            command.add_argument(
                f"--{option}", required=option in stage.needs, **OPTIONS[option].keywords()
            )
    return parser


if __name__ == "__main__":
    main()
