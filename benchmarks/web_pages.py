"""What is kept of web pages, by policynlp and by trafilatura if it is installed. Prints a markdown table.

    python benchmarks/web_pages.py [FOLDER] [--show]

FOLDER holds pages NAME.html, each with NAME.txt beside it: the lines of its report, ~ before those
that may stand or not. Without it, the layouts of the tests are read. A line is lost if it does not
stand there whole and in its order; a line more is the site's, or a piece of a lost one.
trafilatura has its body taken as HTML, and lines, tables, title and the known lines of sites treated as
policynlp does, so that only what it finds is compared. --show prints the lines.
"""

import argparse
import importlib
import logging
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html
from markdown_table import head, row

from policynlp.errors import PolicyNLPError
from policynlp.readers import read
from policynlp.readers.encoding import decode_as
from policynlp.readers.html_content import find_title, with_title
from policynlp.readers.html_furniture import drop_furniture
from policynlp.readers.html_lines import lines_of

LAYOUTS = Path(__file__).parent.parent / "tests" / "readers" / "data" / "web_pages"
BESIDE = "~"
Finder = Callable[[Path], list[str]]


class Kept(NamedTuple):
    """Lines of the report that are there, those that are not, and lines beside them."""

    kept: int
    lost: list[str]
    more: list[str]


def main() -> None:
    """Read, compare, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=LAYOUTS, metavar="FOLDER")
    arguments.add_argument("--show", action="store_true", help="print the lines lost and more")
    options = arguments.parse_args()
    pages = sorted(options.folder.glob("*.html"))
    if not pages:
        raise SystemExit(f"web_pages: no pages NAME.html in {options.folder}")
    systems = find_systems()
    try:
        results = {page.stem: [compare(page, find) for find in systems.values()] for page in pages}
    except (OSError, PolicyNLPError) as error:
        raise SystemExit(f"web_pages: {error}") from error
    print_table(systems, results)
    if options.show:
        show(list(systems), results)


def find_systems() -> dict[str, Finder]:
    """Give what can be compared here."""
    systems: dict[str, Finder] = {"policynlp": by_policynlp}
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ModuleNotFoundError:
        return systems
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for name, recall in (("trafilatura", False), ("trafilatura, recall", True)):
        systems[name] = lambda page, recall=recall: by_trafilatura(page, trafilatura, recall=recall)
    return systems


def by_policynlp(page: Path) -> list[str]:
    """Read a page as ``policynlp extract`` does."""
    (document,) = read(page)
    return document.text.split("\n")


def by_trafilatura(page: Path, trafilatura: Any, *, recall: bool) -> list[str]:
    """Take what trafilatura finds; its own limit of 250 characters is for longer languages."""
    source, _ = decode_as(page.read_bytes(), "", str(page))
    config = importlib.import_module("trafilatura.settings").use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    body = trafilatura.extract(
        source, output_format="html", favor_recall=recall, include_comments=False, config=config
    )
    lines = drop_furniture(lines_of(html.document_fromstring(body))) if body else []
    title = find_title(html.document_fromstring(source.encode(), html.HTMLParser(encoding="utf-8")))
    return with_title(lines, title) if title else lines


def compare(page: Path, find: Finder) -> Kept:
    """Hold what is found against the lines of the report; spaces do not count."""
    wanted = page.with_suffix(".txt").read_text("utf-8").splitlines()
    beside = {squeeze(line[1:]) for line in wanted if line.startswith(BESIDE)}
    wanted = [line for line in wanted if not line.startswith(BESIDE)]
    found = [line for line in find(page) if squeeze(line) not in beside]
    matcher = SequenceMatcher(
        None, [squeeze(line) for line in wanted], [squeeze(line) for line in found], autojunk=False
    )
    blocks = matcher.get_matching_blocks()
    kept = {block.a + place for block in blocks for place in range(block.size)}
    same = {block.b + place for block in blocks for place in range(block.size)}
    lost = [line for place, line in enumerate(wanted) if place not in kept]
    return Kept(len(kept), lost, [line for n, line in enumerate(found) if n not in same])


def squeeze(line: str) -> str:
    """The line without spaces."""
    return "".join(line.split())


def print_table(systems: dict[str, Finder], results: dict[str, list[Kept]]) -> None:
    """Print a row a page, and their sums."""
    print(head("page", *(f"{name}: {what}" for name in systems for what in Kept._fields)))
    for name, parts in results.items():
        print(row(name, *(cell for part in parts for cell in counts(part))))
    columns = zip(*results.values(), strict=True)
    sums = [zip(*map(counts, column), strict=True) for column in columns]
    print(row("all", *(sum(cells) for column in sums for cells in column)))


def counts(kept: Kept) -> tuple[int, int, int]:
    """How many lines of each."""
    return kept.kept, len(kept.lost), len(kept.more)


def show(systems: list[str], results: dict[str, list[Kept]]) -> None:
    """Print the lines that differ: - lost, + more."""
    for name, parts in results.items():
        for system, part in zip(systems, parts, strict=True):
            lines = [f"- {line}" for line in part.lost] + [f"+ {line}" for line in part.more]
            if lines:
                print(f"\n{name}, {system}", *lines, sep="\n")


if __name__ == "__main__":
    main()
