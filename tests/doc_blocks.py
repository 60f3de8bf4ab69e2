"""The fenced blocks of a page, and what the comments before them ask.

``<!-- not run: why -->``  the block is only checked: its commands, options and code exist
``<!-- pip is not run -->``  the same, of the commands of that program alone
``<!-- file: NAME -->``    the block is the content of a file that the next commands read
``<!-- ends with 1 -->``   its last command ends with that exit code
``<!-- output -->``        the block is what the last block before it printed; a line … stands for any
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")])
LANGUAGES = {"sh", "python", "sql", "json", "text"}
FENCE = re.compile(
    r"(?P<marks>(?:^<!--[^\n]*-->\n+)*)^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.M | re.S
)
MARK = re.compile(
    r"<!-- (?:(not run): (.+)|(\w+) is (not run)|(file): (\S+)|(output)|ends with (\d)) -->"
)


@dataclass(frozen=True)
class Block:
    """A block of a page: where its text begins, and what is asked of it."""

    start: int
    language: str
    text: str
    not_run: str | None = None
    passed_over: str | None = None
    file: str | None = None
    is_output: bool = False
    exit_code: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def read_blocks(page: Path) -> list[Block]:
    """Give the blocks of a page in their order; a language or a comment unknown is an error."""
    blocks = [_block(match) for match in FENCE.finditer(page.read_text("utf-8"))]
    unknown = {block.language for block in blocks} - LANGUAGES
    assert not unknown, f"{page.name}: blocks of {unknown}"
    return blocks


def _block(match: re.Match[str]) -> Block:
    asked: dict[str, str | bool] = {}
    for line in match["marks"].split("\n"):
        found = MARK.fullmatch(line)
        of_site = line.startswith("<!-- site:")  # of the site's hooks, no affair of the run
        assert found or of_site or not line, f"no such mark: {line}"
        if found:
            asked |= {
                name: value
                for name, value in (
                    ("not_run", found[2]),
                    ("passed_over", found[3]),
                    ("file", found[6]),
                    ("is_output", bool(found[7])),
                    ("exit_code", found[8] and int(found[8])),
                )
                if value
            }
    return Block(match.start("text"), match["language"], match["text"], **asked)


def commands(text: str) -> list[list[str]]:
    """Split the lines of a shell block into commands, each a list of words."""
    import shlex

    found = []
    for line in text.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        while "&&" in words:
            found.append(words[: words.index("&&")])
            words = words[words.index("&&") + 1 :]
        if words:
            found.append(words)
    return found
