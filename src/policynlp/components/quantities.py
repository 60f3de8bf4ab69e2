"""Quantities of running text: a number with its scale, unit and hedges, and their value."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from policynlp.components.quantity_patterns import (
    AFTER,
    BEFORE,
    HEDGES,
    compile_finder,
    compile_guards,
)
from policynlp.lexicons import load_rows
from policynlp.normalize.numerals import parse_interval, to_json
from policynlp.normalize.units import read_unit, to_base
from policynlp.schema import Mention

LABEL = "QUANTITY"
