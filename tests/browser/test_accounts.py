"""Accounts hold no password, stop guessing, and know nobody of another association."""

from __future__ import annotations

from pathlib import Path

import pytest

from gateways.portal.accounts import FILE, Accounts
from gateways.portal.database import Database
from gateways.portal.first_accounts import first_accounts
from gateways.portal.sessions import Sessions
from gateways.portal.throttle import FREE
from shared.domain.actor import Actor
from shared.settings import Settings

OFFICER = Actor(tenant="kadi", kind="staff", ref="officer-1", roles=frozenset({"beneficiary_relations_officer"}))
HERE, STRANGER = "192.0.2.7", "198.51.100.1"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / FILE)


def test_the_right_password_gives_the_actor_and_a_wrong_one_nobody(database: Database) -> None:
    accounts = Accounts(database)
    assert accounts.add(OFFICER, "right")
    assert accounts.check("officer-1@kadi", "right", HERE) == OFFICER
    assert accounts.check("officer-1@kadi", "wrong", HERE) is None
    assert accounts.check("officer-1@sidr", "right", HERE) is None


def test_an_account_is_never_replaced(database: Database) -> None:
    accounts = Accounts(database)
    accounts.add(OFFICER, "first")
    assert not accounts.add(OFFICER, "second")
    assert accounts.check("officer-1@kadi", "second", HERE) is None


def test_after_wrong_passwords_even_the_right_one_has_to_wait_there_and_nowhere_else(database: Database) -> None:
    accounts = Accounts(database)
    accounts.add(OFFICER, "right")
    for _ in range(FREE):
        assert accounts.check("officer-1@kadi", "wrong", STRANGER) is None
    assert accounts.check("officer-1@kadi", "right", STRANGER) is None
    assert accounts.check("officer-1@kadi", "right", HERE) == OFFICER


def test_first_accounts_are_made_once_and_kept_as_hashes_by_their_owner_only(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    made = first_accounts(settings, ["kadi"])
    assert len({password for *_, password in made}) == len(made)
    assert first_accounts(settings, ["kadi"]) == []
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert [user for *_, user, password in made if password.encode() in stored] == []
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_a_session_is_found_by_what_the_browser_keeps_and_ends_for_good(database: Database, tmp_path: Path) -> None:
    sessions = Sessions(database)
    session = sessions.begin(OFFICER)
    assert sessions.find(session.id) == session
    assert sessions.find("invented") is None
    assert session.id.encode() not in (tmp_path / FILE).read_bytes()
    sessions.end(session.id)
    assert sessions.find(session.id) is None
