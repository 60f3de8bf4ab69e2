"""How soon the page of `policynlp view` can be used. Prints a markdown table.

    python benchmarks/view.py [REPORT] [--model NAME|DIR] [--characters N] [--times N]

REPORT is a text file, the sample report of examples/ if none is named; it is repeated until it has
N characters (100,000). The page is opened several times in a headless Chromium, on a wide screen and
on a narrow one; the median counts. Needs the extra dev and a browser: see .ci/browser.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from itertools import cycle
from pathlib import Path

from markdown_table import head, row
from playwright.sync_api import Browser, Page, sync_playwright

SAMPLE = Path(__file__).parent.parent / "examples" / "plan_report_2031.txt"
SCREENS = {"wide": (1400, 900), "narrow": (375, 720)}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# the page marks its root when all of it can be used; the time since the visit began is kept
NOTE_READY = """new MutationObserver((_, watch) => {
    if (document.documentElement?.dataset.ready === undefined) return;
    window.readyAt = performance.now();
    watch.disconnect();
}).observe(document, {attributes: true, subtree: true, childList: true})"""
# two frames later what was asked for has been drawn
TIMED = """async act => {
    const before = performance.now();
    (%s)();
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - before;
}"""
ACTS = {
    "a search in the table": """() => {
        const field = document.querySelector('#search');
        field.value = '增长';
        field.dispatchEvent(new Event('input', {bubbles: true}));
    }""",
    "to the sentence of a claim": "() => document.querySelector('#body tr:last-child').click()",
}


def main() -> None:
    """Write the page, open it, and print the table."""
    options = parse()
    if not options.report.is_file():
        raise SystemExit(f"view: no such file: {options.report}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = make_page(options, Path(folder))
        path = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        print(f"{options.characters:,} characters, {page.stat().st_size / 1e6:.1f} MB\n")
        print(head(f"ms, median of {options.times}", *SCREENS))
        visits = [
            [visit(browser, page, size) for _ in range(options.times)] for size in SCREENS.values()
        ]
        for name in visits[0][0]:
            medians = (statistics.median(times[name] for times in some) for some in visits)
            print(row(name, *map(round, medians)))


def parse() -> argparse.Namespace:
    """Read the command line."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("report", type=Path, nargs="?", default=SAMPLE, metavar="REPORT")
    arguments.add_argument("--model", default="rules", metavar="NAME|DIR")
    arguments.add_argument("--characters", type=int, default=100_000, metavar="N")
    arguments.add_argument(
        "--times", type=int, default=5, metavar="N", help="visits, median counts"
    )
    options = arguments.parse_args()
    if min(options.characters, options.times) < 1:
        arguments.error("--characters and --times are 1 at least")
    return options


def make_page(options: argparse.Namespace, folder: Path) -> Path:
    """Write the page by the command."""
    text, long = options.report.read_text("utf-8"), ""
    for part in cycle([text]):
        if len(long) >= options.characters:
            break
        long += part
    report, page = folder / "report.txt", folder / "report.html"
    report.write_text(long[: options.characters], "utf-8")
    command = [sys.executable, "-m", "policynlp", "view", "--model", options.model]
    subprocess.run([*command, str(report), "-o", str(page)], check=True, stderr=subprocess.DEVNULL)
    return page


def visit(browser: Browser, file: Path, screen: tuple[int, int]) -> dict[str, float]:
    """Open the page once, in a browser that has never seen it, and use it."""
    width, height = screen
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    context.add_init_script(NOTE_READY)
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]")
    times = {"from opening it to its use": page.evaluate("window.readyAt")}
    times |= {name: act(page, does) for name, does in ACTS.items()}
    context.close()
    return times


def act(page: Page, does: str) -> float:
    """Do something in the page; give how long it took until it was drawn."""
    took: float = page.evaluate(TIMED % does)
    return took


if __name__ == "__main__":
    main()
