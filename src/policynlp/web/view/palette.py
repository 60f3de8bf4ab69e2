"""The colour of each label, the same on the page and in notebooks."""

from typing import Any

from policynlp.web.view.tables import read_rows


def labels() -> list[str]:
    """Give the labels, in the order of the legend."""
    return [row["label"] for row in read_rows("labels")]


def displacy_options(spans_key: str = "quantities") -> dict[str, Any]:
    """Give the options of ``spacy.displacy.render``, for ``style="ent"`` and ``style="span"``.

    ``spans_key`` is the layer of ``doc.spans`` that ``style="span"`` shows: ``quantities``,
    ``cells``, ``times``, ``regions``, ``entities``, ``directions``, ``indicators``, ``units``.

    >>> displacy_options("times")["colors"]["TIME"]
    '#d9efe8'
    """
    colors = {row["label"]: row["light"] for row in read_rows("labels")}
    return {"ents": list(colors), "colors": colors, "spans_key": spans_key}


def label_rules() -> str:
    """Give the style rules that colour each label, by light and by dark."""
    rows = read_rows("labels")
    light = "".join(
        f"--{row['label']}:{row['light']};--{row['label']}-line:{row['line']};" for row in rows
    )
    dark = "".join(
        f"--{row['label']}:{row['dark']};--{row['label']}-line:{row['dark_line']};" for row in rows
    )
    rules = "".join(
        f"[data-l={name}]{{--tint:var(--{name});--line:var(--{name}-line)}}"
        f".hide-{name} .e[data-l={name}]{{--tint:transparent;--line:transparent}}\n"
        for name in labels()
    )
    return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{rules}"
