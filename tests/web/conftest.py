"""A real browser, and pages in it that may neither complain nor ask anybody for anything."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

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


@dataclass
class Visit:
    """Opens pages from files, and keeps what went wrong in them."""

    browser: Browser
    folder: Path
    troubles: list[str] = field(default_factory=list)
    open: list[Page] = field(default_factory=list)

    def __call__(self, html: str, *, wide: bool = True, **options) -> Page:
        path = self.folder / f"page{len(self.open)}.html"
        path.write_text(html, "utf-8")
        size = {"width": 1400, "height": 900} if wide else {"width": 375, "height": 720}
        context = self.browser.new_context(
            viewport=size, **{"locale": "zh-CN", "reduced_motion": "reduce"} | options
        )
        context.set_default_timeout(30_000)
        context.set_default_navigation_timeout(PATIENCE)
        page = context.new_page()
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


@pytest.fixture
def visit(browser, tmp_path) -> Iterator[Visit]:
    guest = Visit(browser, tmp_path)
    yield guest
    for page in guest.open:
        page.context.close()
    assert guest.troubles == []


@pytest.fixture
def no_browser_on_path(monkeypatch):
    monkeypatch.setenv("PATH", os.devnull)


@pytest.fixture
def page(visit):
    return visit(render([sample()]))
