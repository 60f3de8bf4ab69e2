"""The commands: the only room that prints. Each file holds some of them; ``root`` has their table."""

from policynlp.cli.root import main

__all__ = ["main"]
