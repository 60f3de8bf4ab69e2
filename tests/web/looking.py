"""What the tests of the page look at."""

import json

from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner

from policynlp.cli import main

ROWS = "#body tr"
CHOSEN = "#body tr[aria-selected=true] td.number"


def texts(page, selector):
    return page.locator(selector).all_inner_texts()


def numbers(page):
    return texts(page, f"{ROWS} td.number")


def violations(page):
    """What axe finds that is serious: rule and HTML of each fault."""
    return [
        (fault["id"], fault["nodes"][0]["html"])
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


def saved(page, tmp_path):
    """Download the corrections; give them, and what the corpus check says of them."""
    with page.expect_download() as started:
        page.click("#download")
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)
    checked = CliRunner().invoke(main, ["corpus", "check", "--errors-only", str(path)])
    documents = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return documents, (checked.exit_code, checked.output.split(": ")[-1].strip())
