"""A service goes by the rules it has adopted, and a thing by those it began under."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from shared.application.common import EVERYBODY
from shared.application.rulebook import Rulebook, adopt, evolve
from shared.application.situation import Situation
from shared.application.standing import ReadStanding, Standing
from shared.contracts import governance as said
from shared.contracts.intake import PersonalDataDestructionOrdered
from shared.domain.actor import Actor
from tests.domain.scenario import TENANT, Scenario
from tests.domain.statutes import policy
from tests.infrastructure.application.orchard import Pick, Plant

FIRST = policy("kadi")
SECOND = replace(FIRST, version=2)
FAX = said.Channel(code="fax", basis="other_channel_clause", ar="فاكس", en="Fax")


def book(*rules: object) -> Rulebook:
    adopted = Rulebook()
    for rule in rules:
        for command in adopt(rule):
            adopted = evolve(adopted, command)
    return adopted


def test_nothing_is_decided_before_a_policy_has_arrived(wild: Scenario) -> None:
    assert wild.refused(Plant(tree_id="t")) == "unknown_association"


def test_a_thing_stays_under_the_version_it_began_under(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="old")).adopted(SECOND)
    orchard.given(Pick(tree_id="old", apples=1), Plant(tree_id="new"))
    cited = {(row.stream, row.policy_version) for row in orchard.rows() if row.stream.startswith("tree-")}
    assert cited == {("tree-old", FIRST.ref), ("tree-new", SECOND.ref)}


def test_every_version_stays_in_the_book_and_the_last_is_in_force() -> None:
    adopted = book(FIRST, SECOND)
    assert adopted.policy() == SECOND
    assert adopted.policy(FIRST.ref) == FIRST
    assert adopted.policy("kadi-brp/9") is None


def test_an_empty_book_has_no_policy_and_no_calendar() -> None:
    assert (Rulebook().policy(), Rulebook().calendar, Rulebook().current) == (None, None, None)


def test_a_channel_may_be_added_retired_and_permitted_again() -> None:
    (first, *_) = FIRST.channels
    added, retired = said.ChannelPermitted(channel=FAX), said.ChannelRetired(code=first.code)
    assert book(FIRST, added).channels(FIRST)["fax"] == FAX
    assert first.code not in book(FIRST, retired).channels(FIRST)
    assert first.code in book(FIRST, retired, said.ChannelPermitted(channel=first)).channels(FIRST)


def test_what_is_no_rule_is_not_adopted() -> None:
    order = PersonalDataDestructionOrdered(order_id="o", subject_id="s", scope=(), on=date(2026, 3, 15))
    assert adopt(order) == ()


def test_a_rule_read_by_an_older_process_is_read_on_from_there(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t")).adopted(SECOND)
    fresh = orchard.service.application(orchard.infrastructure)
    reader = Actor(tenant=TENANT, kind="staff", ref="staff-1", roles=EVERYBODY)
    assert fresh.desk(reader).rules() == orchard.application.desk(reader).rules()


def test_the_standing_says_what_was_adopted(orchard: Scenario) -> None:
    standing = orchard.ask(ReadStanding(), by="auditor")
    assert standing == Standing(
        service="orchard",
        head=2,
        policy_version=FIRST.ref,
        settings_version=None,
        calendar_version=None,
        service_codes=(),
    )


def test_the_day_is_the_day_in_riyadh() -> None:
    late = datetime(2026, 3, 15, 21, 30, tzinfo=UTC)
    assert Situation(now=late, actor=Actor(tenant=TENANT, kind="staff", ref="x")).today.isoformat() == "2026-03-16"
