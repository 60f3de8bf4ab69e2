"""Traditional characters to simplified ones, one for one."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# in every traditional report, in no simplified one
_PROBE = re.compile("[國會經發產業務實總進區縣萬億與對時個為們長東農黨應導當點開關]")
_MIN_PROBES = 2


def simplify(text: str) -> str:
    """Write traditional text in simplified characters: 國內生產總值 to 国内生产总值."""
    if len(set(_PROBE.findall(text))) < _MIN_PROBES:
        return text
    simple = _converter().convert(text)
    return simple if len(simple) == len(text) else "".join(map(_simplify_char, text))


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def _simplify_char(char: str) -> str:
    simple = _converter().convert(char)
    return simple if len(simple) == 1 else char
