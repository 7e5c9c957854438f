"""On a telephone the head of a page leaves room for the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Desk


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [360, 390])
def test_the_head_of_a_page_takes_two_rows_and_loses_nothing(
    desk: Desk, chromium: Browser, language: str, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(f"{desk.url}/sign-in?lang={language}")
    desk.sign_in(page, "officer-1@kadi")
    head = page.locator(".top")
    boxes = [one.bounding_box() for one in head.locator(".btn:visible, .search").all()]
    rows = {round((box["y"] + box["height"] / 2) / 10) for box in boxes if box}
    assert len(rows) == 2, rows
    for action in ("cover", "sign-out"):
        expect(head.locator(f"form[action='/{action}'] button")).to_be_visible()
    expect(head.locator(".end a[lang]")).to_be_visible()
    head.locator(".menu summary").click()
    for address in ("/account", "/keys"):
        expect(head.locator(f".menu>a[href='{address}']")).to_be_visible()
    context.close()
