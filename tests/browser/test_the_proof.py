"""The badge on a case is green only for a record that was verified, and red once somebody has laid hands on it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import Page, expect

from gateways.cli.cases import evidence
from gateways.rehearsal import case as cases
from tests.browser.conftest import Desk


def test_the_badge_counts_linked_events_and_says_what_was_checked_and_what_not(desk: Desk, tab: Page) -> None:
    story = desk.story("kadi")
    cases.receive(story)
    cases.open_and_complete(story)
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(f"{desk.url}/cases/{story.request_id}")
    badge = tab.locator("summary.proof")
    expect(badge).to_contain_text("السجل سليم:")
    steps = tab.locator(".thread [data-step]").count()
    assert re.search(rf"\b{steps}\b", badge.inner_text())
    badge.click()
    expect(tab.locator(".proof-b")).to_contain_text("نسخة موقّعة في يد غيرنا")


def test_content_exchanged_in_the_vault_turns_the_badge_red_at_its_event(desk: Desk, tab: Page) -> None:
    story = desk.story("kadi")
    cases.receive(story)
    cases.open_and_complete(story)
    with closing(sqlite3.connect(desk.data / "vault.db")) as vault, vault:
        changed = vault.execute(
            "UPDATE content SET ciphertext = zeroblob(64) WHERE subject = ? AND category = 'declarations'",
            (story.id("beneficiary"),),
        ).rowcount
    assert changed == 1
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(f"{desk.url}/cases/{story.request_id}")
    badge = tab.locator("summary.proof-no")
    expect(badge).to_contain_text("تعذّر التحقق من السجل عند الحدث")
    assert badge.get_attribute("data-fault") == "content"
    badge.click()
    expect(tab.locator(".proof-b b")).to_have_text("وُقّع الإقرار")


def test_where_evidence_is_taken_the_page_says_what_it_is_and_how_it_is_checked(
    desk: Desk, tab: Page, tmp_path: Path
) -> None:
    story = desk.story("kadi")
    cases.receive(story)
    cases.open_and_complete(story)
    desk.sign_in(tab, "auditor-1@kadi")
    tab.goto(f"{desk.url}/cases/{story.request_id}")
    tab.locator(".taking>summary").click()
    for said in ("ما هو", "ما فيه", "كيف يُتحقق منه", "لا اسم فيه ولا رقم هوية"):
        expect(tab.locator(".taking-b")).to_contain_text(said)
    with tab.expect_download() as taken:
        tab.locator(".taking-b a[download]").click()
    command, _, name = tab.locator("[data-check]").inner_text().rpartition(" ")
    assert (command, name) == ("sanad evidence", taken.value.suggested_filename)
    taken.value.save_as(tmp_path / name)
    assert CliRunner().invoke(evidence, [str(tmp_path / name)]).exit_code == 0
