"""What the tests of the page look at."""

ROWS = "#body tr"
CHOSEN = "#body tr[aria-selected=true] td.number"


def texts(page, selector):
    return page.locator(selector).all_inner_texts()


def numbers(page):
    return texts(page, f"{ROWS} td.number")
