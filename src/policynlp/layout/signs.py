"""Signs in one form: widths, dashes, quotes, separators; one character for one character.

Patterns begin with the sign itself and look back from there: ``re`` finds a sign fast, a look back slowly.
"""

import re
from itertools import cycle

# ，：；（）？！ are the full-width signs of Chinese text itself; ～ is a dash, see RANGE
_WIDE = {
    chr(code): chr(code - 0xFEE0)
    for code in range(0xFF01, 0xFF5F)
    if chr(code) not in "，：；（）？！～"
}
_PAIRS = (
    (
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u1680",
        " ",
    ),
    ("\v\f\x85\u2028\u2029", "\n"),
    ("﹪", "%"),
    ("﹣−‐‑‒–﹘", "-"),
    ("―─━", "—"),
    ("〜∼~", "～"),
    ("∶﹕", "："),
    ("﹐", "，"),
    ("﹔", "；"),
    ("(﹙", "（"),
    (")﹚", "）"),
    ("｡", "。"),
    ("､", "、"),
    ("「﹁〝", "“"),
    ("」﹂〞", "”"),
    ("『﹃", "‘"),
    ("』﹄", "’"),
    ("‧・•", "·"),
)
_NARROW = _WIDE | {old: new for olds, new in _PAIRS for old in olds}
_TOUCHED = re.compile(f"[{re.escape(''.join(_NARROW))}]")

_LONE_RETURN = re.compile(r"\r(?!\n)")
_GROUPED = re.compile(r"，(?<=\d，)\d{3}(?!\d)")
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:[,，]\d{3})*，\d{3}(?:[,，]\d{3})*(?!\d)")
# 1·5亿元; not 5·12地震, “3·15”
_DECIMAL = re.compile(r"(?<![“\d·])(\d+)·(?=\d+(?![\d”·事地大特重惨讲晚]))")
_RATIO = re.compile(r"：(?<=\d：)(?=\d)")
_STOP = re.compile(
    r"[,:;?!](?:(?=[^\x00-\x7f])|(?<=[^\x00-\x7f].)|$"
    r"|(?<=%[,;])|(?<=[\d.],)(?!\d{3}(?!\d)))",
    re.M,
)
_STOPS = str.maketrans(",:;?!", "，：；？！")
_QUOTE = re.compile(r'["\n]')
_ZERO = re.compile(r"[○Oo0](?<=[一二三四五六七八九].)[○Oo0]*(?=[一二三四五六七八九年])")
# ―九八五年: a scanner's 一
_SCANNED_ONE = re.compile(r"—(?<![\d一二三四五六七八九〇年—]—)(?=九[〇零一二三四五六七八九]{2}年)")
_LINE_DASHES = re.compile(r"(?m)^([ \u3000]*)--(?=[^\x00-\x7f])")
# 5%-6%, 20万～30万套, 三-五年: a dash between numbers; -0.3% after anything else stays a minus
_RANGE = re.compile(
    r"""[\d～-](?:
        (?<=\d)(?<!\d\d)\d{3}-\d{1,2}-\d{1,2}(?!\d)
        |(?:(?<=1)(?<!\d1)9|(?<=2)(?<!\d2)0)\d\d-(?:0[1-9]|1[0-2])(?![\d年])
        |(?<=0)(?<![A-Za-z\d.]0)\d{2,3}-\d+
        |(?<=[～-])(?=\d)(?:(?<=[\d%‰].)|(?<=\d[^\W\d_A-Za-z].)
            |(?<=\d[^\W\d_A-Za-z]{2}.)|(?<=\d[^\W\d_A-Za-z]{3}.))
        |(?<=[一二三四五六七八九十百千万亿][～-])(?=[一二三四五六七八九十])
    )""",
    re.VERBOSE,
)


def narrow(text: str) -> str:
    """Full-width digits, letters and signs to half width: ６．４％ to 6.4%."""
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    for sign in set(_TOUCHED.findall(text)):
        text = text.replace(sign, _NARROW[sign])
    return text


def group(text: str) -> str:
    """Tell the comma inside a number from a comma: 12，480万吨 to 12,480万吨."""
    if not _GROUPED.search(text):
        return text
    return _THOUSANDS.sub(lambda match: match[0].replace("，", ","), text)


def settle(text: str) -> str:
    """Decide the signs that depend on their neighbours: 12，480万吨, 1·5, 22.8：38.8, 5%-6%, 面对,"."""
    text = group(text.replace("\u3000", " "))
    if "·" in text:
        text = _DECIMAL.sub(r"\1.", text)
    text = _RATIO.sub(":", text)
    text = _STOP.sub(lambda match: match[0].translate(_STOPS), text)
    return _dashes(_quotes(text))


def _dashes(text: str) -> str:
    if "--" in text:
        text = _LINE_DASHES.sub(r"\1——", text)
    text = _SCANNED_ONE.sub("一", text)
    if "-" in text or "～" in text:
        text = _RANGE.sub(_range, text)
    return _ZERO.sub(lambda match: "〇" * len(match[0]), text)


def _range(match: re.Match[str]) -> str:
    found = match[0]
    return found if found[0].isdigit() else found.replace("-", "—").replace("～", "—")


def _quotes(text: str) -> str:
    """Straight quotes open and close in turn, anew in every paragraph."""
    if '"' not in text:
        return text
    pair = cycle("“”")

    def turn(match: re.Match[str]) -> str:
        nonlocal pair
        if match[0] == "\n":
            pair = cycle("“”")
            return "\n"
        return next(pair)

    return _QUOTE.sub(turn, text)
