"""A real browser, and pages in it that may neither complain nor ask anybody for anything."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from policynlp.web.view import render
from web.chromium import find_chromium
from web.sample import sample

PATIENCE = 180_000  # ms, for a machine that is busy
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = find_chromium(playwright.chromium.executable_path)
        running = playwright.chromium.launch(
            executable_path=path, args=list(QUIET), timeout=PATIENCE
        )
        yield running
        running.close()


WIDE, NARROW = {"width": 1400, "height": 900}, {"width": 375, "height": 720}
PLAIN = {"locale": "zh-CN", "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def profile(browser, tmp_path_factory) -> BrowserContext:
    """What most pages share; one stays open, so that the others need no process of their own."""
    context = browser.new_context(viewport=WIDE, **PLAIN)
    lasting = tmp_path_factory.mktemp("browser") / "lasting.html"
    lasting.write_text("<title>-</title>", "utf-8")
    context.new_page().goto(lasting.as_uri())
    return context


def open_page(profile: BrowserContext, *, apart: bool = False, **options) -> Page:
    """Open an empty page; in a profile of its own if ``apart`` or if it is to be otherwise."""
    if apart or options:
        return profile.browser.new_page(**{"viewport": WIDE} | PLAIN | options)
    return profile.new_page()


@dataclass
class Visit:
    """Opens pages from files, and keeps what went wrong in them."""

    profile: BrowserContext
    folder: Path
    troubles: list[str] = field(default_factory=list)
    open: list[Page] = field(default_factory=list)

    def __call__(self, html: str, **options) -> Page:
        """Open a page with the options of ``open_page``."""
        path = self.folder / f"page{len(self.open)}.html"
        path.write_text(html, "utf-8")
        page = open_page(self.profile, **options)
        page.set_default_timeout(30_000)
        page.set_default_navigation_timeout(PATIENCE)
        self.listen(page, path.as_uri())
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        self.open.append(page)
        return page

    def listen(self, page: Page, home: str) -> None:
        def only_home(route, request):
            if request.url == home or request.url.startswith("data:"):
                return route.continue_()
            self.troubles.append(f"request: {request.url}")
            return route.abort()

        page.route("**/*", only_home)
        page.on("console", lambda said: self.troubles.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))


@contextmanager
def visiting(profile: BrowserContext, folder: Path) -> Iterator[Visit]:
    guest = Visit(profile, folder)
    yield guest
    for page in guest.open:
        page.close()
    assert guest.troubles == []


@pytest.fixture
def visit(profile, tmp_path) -> Iterator[Visit]:
    with visiting(profile, tmp_path) as guest:
        yield guest


@pytest.fixture
def no_browser_on_path(monkeypatch):
    monkeypatch.setenv("PATH", os.devnull)


@pytest.fixture
def page(visit):
    return visit(render([sample()]), apart=True)  # what is judged is remembered
