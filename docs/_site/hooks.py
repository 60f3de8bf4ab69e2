"""What mkdocs builds from: docs/, the files of the project that its pages link to, and their links.

On the site, a file from outside of docs/ stands under project/; a page without Chinese stands in
the Chinese site as it is, with a line that says so; and the tables of the README are put in where
a page asks for them, so that figures are written in one place.
"""

import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.plugins import event_priority

ROOT = Path(__file__).parents[2]
STAGE = TemporaryDirectory(prefix="policynlp-site-")  # lives as long as the command
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^)\s#]+)(#[^)\s]*)?\)")
ADDRESS = re.compile(r"[a-z]+:")
INCLUDED = re.compile(r"<!-- site: (\S+) under (.+) -->\n")
ALWAYS = ("CONTRIBUTING.md", "CHANGELOG.md", "corpus/GUIDELINES.md")  # named by the menu
WRAPPED = re.compile(r"(?<=[\u3001-\u9fff，。；：、）”])\n(?=[\u4e00-\u9fff（“\[`])")
FENCED = re.compile(r"(^```.*?^```$)", re.M | re.S)
ENGLISH_ONLY = '!!! note "本页暂无中文版，以下为英文原文。"\n\n'


def on_config(config: Any) -> Any:
    """Let mkdocs build from the stage."""
    stage(Path(STAGE.name))
    config["docs_dir"] = STAGE.name
    return config


@event_priority(-200)  # when all languages are there
def on_post_build(config: Any) -> None:
    """Give the Chinese site the map in which the theme looks for pages of the other language."""
    site = Path(config["site_dir"])
    if (site / "zh").is_dir():
        shutil.copyfile(site / "sitemap.xml", site / "zh" / "sitemap.xml")


def stage(folder: Path) -> None:
    """Copy docs/ and what it links to into the folder, links turned to where things stand there."""
    ignored = shutil.ignore_patterns("_site", "*.md")
    shutil.copytree(ROOT / "docs", folder, ignore=ignored, dirs_exist_ok=True)
    for path in sorted(reachable()):
        there = folder / place(path)
        there.parent.mkdir(parents=True, exist_ok=True)
        if not path.endswith(".md"):
            shutil.copyfile(ROOT / path, there)
            continue
        text = rewrite(path, (ROOT / path).read_text("utf-8"))
        there.write_text(text, "utf-8")
        if not path.endswith(".zh.md") and not chinese(path).is_file():
            there.with_suffix(".zh.md").write_text(ENGLISH_ONLY + text, "utf-8")


def reachable() -> set[str]:
    """Give the pages of docs/ and all files of the project that they lead to."""
    todo = [f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")] + [*ALWAYS]
    found: set[str] = set()
    while todo:
        path = todo.pop()
        if path not in found:
            found.add(path)
            todo += linked(path) if path.endswith(".md") else ()
    return found


def linked(path: str) -> Iterator[str]:
    """Give the files of the project that a page links to, and the Chinese of each."""
    for match in LINK.finditer((ROOT / path).read_text("utf-8")):
        if target := resolve(path, match[3]):
            yield target
            if target.endswith(".md") and chinese(target).is_file():
                yield chinese(target).relative_to(ROOT).as_posix()


def chinese(path: str) -> Path:
    """Give where the Chinese of a page would be."""
    return (ROOT / path).with_suffix(".zh.md")


def resolve(path: str, target: str) -> str | None:
    """Give the file that a link of the page at path means; of a folder, its README."""
    if ADDRESS.match(target):
        return None
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    if (ROOT / found).is_dir():
        found = posixpath.join(found, "README.md")
    return found if (ROOT / found).is_file() else None


def place(path: str) -> str:
    """Give where a file of the project stands on the site."""
    return path.removeprefix("docs/") if path.startswith("docs/") else f"project/{path}"


def rewrite(path: str, text: str) -> str:
    """Put in what a page asks for, and turn its links."""
    here = posixpath.dirname(place(path)) or "."
    text = turn_links(path, text, here)
    text = INCLUDED.sub(lambda match: turn_links(match[1], under(match[1], match[2]), here), text)
    pieces = FENCED.split(text)  # every second one is fenced; Chinese has no space at a line end
    return "".join(p if i % 2 else WRAPPED.sub("", p) for i, p in enumerate(pieces))


def turn_links(path: str, text: str, here: str) -> str:
    """Turn the links that stand in the file at path into those from a folder of the site.

    One to a bare folder keeps its words; one to Chinese names the page: the site chooses.
    """

    def turn(match: re.Match[str]) -> str:
        sign, words, target, anchor = match.groups()
        if ADDRESS.match(target):
            return match[0]
        if (found := resolve(path, target)) is None:
            return words if (ROOT / posixpath.dirname(path) / target).is_dir() else match[0]
        there = posixpath.relpath(place(found).replace(".zh.", "."), here)
        return f"{sign}[{words}]({there}{anchor or ''})"

    return LINK.sub(turn, text)


def under(name: str, heading: str) -> str:
    """Give what a file of the project has under a heading."""
    text = (ROOT / name).read_text("utf-8")
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0].strip() + "\n"
