"""Every page can be used by everybody: axe-core finds nothing, in both languages, on a desk and on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Desk
from tests.browser.screens import SEEN_BY, WIDTHS, staged, user_of

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
BARE_DIGITS = """() => {
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement;
    const kept = at.closest("bdi, kbd, option, textarea, pre");
    if (/[0-9]/.test(walk.currentNode.data) && !kept) found.push(at.outerHTML);
  }
  return found;
}"""
SHIFTED = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def pages(desk: Desk) -> dict[str, str]:
    """The addresses of the portal's main pages, with cases to show on them."""
    return {"sign-in": "/sign-in"} | dict(staged(desk))


@pytest.fixture(scope="module")
def seen(chromium: Browser, desk: Desk) -> Iterator[dict[str, Any]]:
    """What the browser remembers of each user, so that each signs in once."""
    kept: dict[str, Any] = {}
    for user in {"officer-1@kadi", *SEEN_BY.values()}:
        context = chromium.new_context()
        desk.sign_in(context.new_page(), user)
        kept[user] = context.storage_state()
        context.close()
    return kept


def violations(page: Page) -> list[str]:
    """What axe-core finds, one line each."""
    page.evaluate(AXE.read_text("utf-8"))
    told = page.evaluate("rules => axe.run(document, rules)", RULES)
    assert len(told["passes"]) > 10
    return [f"{one['id']}: {node['html'][:160]}" for one in told["violations"] for node in one["nodes"]]


def in_turn(
    browser: Browser, pages: dict[str, str], seen: dict[str, Any], **how: Any
) -> Iterator[tuple[Page, str, str]]:
    """A tab for each address, one for each of those who look at them; the sign-in is looked at by nobody yet."""
    by_user = sorted(pages.items(), key=lambda one: "" if one[0] == "sign-in" else user_of(one[0]))
    for user, mine in groupby(by_user, key=lambda one: "" if one[0] == "sign-in" else user_of(one[0])):
        context = browser.new_context(storage_state=seen.get(user), **how)
        page = context.new_page()
        yield from ((page, name, path) for name, path in mine)
        context.close()


def shown(page: Page, desk: Desk, path: str) -> None:
    """The page that was asked for, and no other."""
    page.goto(desk.url + path)
    assert page.url.partition("?")[0] == desk.url + path.partition("?")[0]


def opened(browser: Browser, desk: Desk, name: str, path: str, seen: dict[str, Any], **how: Any) -> Page:
    """A page in a context of its own; the one that was asked for, and no other."""
    context = browser.new_context(storage_state=None if name == "sign-in" else seen[user_of(name)], **how)
    page = context.new_page()
    shown(page, desk, path)
    return page


@pytest.mark.parametrize(
    "language, width, scheme",
    [
        ("ar", "1440", "light"),
        ("ar", "390", "light"),
        ("en", "1440", "light"),
        ("en", "390", "light"),
        ("ar", "1440", "dark"),
        ("en", "390", "dark"),
    ],
)
def test_axe_finds_nothing_and_nothing_moves_sideways(
    chromium: Browser, desk: Desk, pages: dict[str, str], seen: dict[str, Any], language: str, width: str, scheme: str
) -> None:
    found: list[str] = []
    how = {"viewport": {"width": WIDTHS[width], "height": 900}, "color_scheme": scheme}
    for page, name, path in in_turn(chromium, pages, seen, **how):
        shown(page, desk, f"{path}{'&' if '?' in path else '?'}lang={language}")
        assert page.locator("html").get_attribute("lang") == language
        found += [f"{name}: {one}" for one in violations(page)]
        found += [f"{name}: moves sideways"] if page.evaluate(SHIFTED) else []
    assert found == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing_in_what_opens_on_a_page(
    chromium: Browser, desk: Desk, pages: dict[str, str], seen: dict[str, Any], language: str
) -> None:
    page = opened(chromium, desk, "case", f"{pages['case']}?lang={language}", seen)
    page.locator("summary.proof").click()
    found = violations(page)
    page.context.close()
    page = opened(chromium, desk, "who", f"{pages['who']}?lang={language}", seen)
    page.fill("#name", "مثال كادي الأول")
    page.locator("#name").press("Tab")
    page.wait_for_selector("#alike li")
    found += violations(page)
    page.fill("#q", "مثال الأول")
    page.locator("#q").press("Enter")
    page.wait_for_selector("main .hit")
    found += violations(page) + page.evaluate(BARE_DIGITS)
    page.context.close()
    assert found == []


def test_every_digit_in_arabic_stands_in_a_run_of_its_own(
    chromium: Browser, desk: Desk, pages: dict[str, str], seen: dict[str, Any]
) -> None:
    found: list[str] = []
    for page, name, path in in_turn(chromium, pages, seen):
        shown(page, desk, path)
        found += [f"{name}: {one[:160]}" for one in page.evaluate(BARE_DIGITS)]
    assert found == []
