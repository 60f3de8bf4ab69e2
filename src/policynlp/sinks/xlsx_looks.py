"""How a workbook looks: formats of cells, colours of rows, names of its sheets."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from policynlp.sinks.columns import Lang, load_rows

_TOP = {"valign": "top"}
LOOKS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "": _TOP,
        "wrapped": {**_TOP, "text_wrap": True},
        "quoted": {**_TOP, "quote_prefix": True},
        "wrappedquoted": {**_TOP, "text_wrap": True, "quote_prefix": True},
        "whole": {**_TOP, "num_format": "#,##0"},
        "fraction": {**_TOP, "num_format": "#,##0.0#####"},
        "head": {**_TOP, "text_wrap": True, "bold": True, "bottom": 1},
    }
)
# told apart by those who see no red or no green
COLOURS: Mapping[str | None, str] = MappingProxyType(
    {"increase": "#DCE9F7", "decrease": "#FBE3D0", "stable": "#ECECEC"}
)
CONFLICT = "#FFF2A8"


@cache
def words(lang: Lang) -> Mapping[str, str]:
    """Give the names of the sheets, and the heads of the one that explains the columns."""
    return MappingProxyType({row["name"]: row[lang] for row in load_rows("workbook")})
