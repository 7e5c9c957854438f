"""A platform with its first accounts, and Debian's Chromium to look at it with."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from gateways.cli.demo import BEGINS
from gateways.cli.first_staff import enter_first_staff
from gateways.cli.starting import load_associations, running
from gateways.client import PlatformClient
from gateways.portal.first_accounts import first_accounts
from gateways.rehearsal.names import name_themselves
from gateways.rehearsal.story import Story
from shared.clock import AdjustableClock
from shared.settings import Settings

CHROMIUM = os.environ.get("SANAD_TEST_CHROMIUM", "/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
ASSOCIATIONS = ("kadi", "israr", "kayan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """passwords: by user. roles: by user. move_to: sets the platform's clock forward. data: where its files lie."""

    url: str
    data: Path
    passwords: dict[str, str]
    roles: dict[str, str]
    client: PlatformClient
    move_to: Callable[[datetime], None]

    def story(self, tenant: str) -> Story:
        """A case told over the JSON door."""
        return Story(self.client, tenant, self.move_to)

    def sign_in(self, page: Page, user: str) -> None:
        """Through the form."""
        page.goto(f"{self.url}/sign-in")
        page.fill("#user", user)
        page.fill("#password", self.passwords[user])
        page.click("button.btn-main")
        page.wait_for_url(lambda url: "sign-in" not in url)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The platform in one process; its clock begins on the demonstration's day."""
    folder: Path = tmp_path_factory.mktemp("portal")
    settings = Settings(data=folder, keys=folder / "keys", http_port=0, grpc_port=0)
    clock = AdjustableClock(BEGINS)
    with running(settings, clock) as (platform, client):
        load_associations(client, ASSOCIATIONS)
        made = first_accounts(settings, ASSOCIATIONS)
        enter_first_staff(client, ASSOCIATIONS)
        name_themselves(client, ASSOCIATIONS)
        yield Desk(
            url=platform.url,
            data=folder,
            passwords={user: password for _, _, user, password in made},
            roles={user: role for _, role, user, _ in made},
            client=client,
            move_to=clock.move_to,
        )


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; without one these tests fail, since what they test is what people see."""
    if not Path(CHROMIUM).exists():
        pytest.fail(f"No Chromium at {CHROMIUM}: apt-get install chromium, or name one in SANAD_TEST_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A desk-sized tab of its own; anything the browser complains about fails the test."""
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="ar-SA")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert [text for text in complaints if "status of 4" not in text] == []
