"""Rows of the markdown tables that the benchmarks print."""

from collections.abc import Iterable


def head(*names: str) -> str:
    """Give the two lines that open a table."""
    return f"{row(*names)}\n|{'---|' * len(names)}"


def row(*cells: object) -> str:
    """Give a line; shares have three digits."""
    return f"| {' | '.join(map(_cell, cells))} |"


def best(scores: Iterable[float | None]) -> list[object]:
    """Give scores as cells, the highest in bold type; None is nothing that can be measured."""
    shown = [score if score is None else round(score, 3) for score in scores]
    top = max((score for score in shown if score is not None), default=0.0)
    return [f"**{score:.3f}**" if score == top else score for score in shown]


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
