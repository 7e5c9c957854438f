"""What an association decides for itself: settings, channels, units, exceptions, calendar, catalogue, tools."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from services.governance.application.questions.association import ListChannels, ReadAssociation
from services.governance.application.questions.catalogue import ListServices
from services.governance.application.questions.liaison import ListLiaisonOfficers
from services.governance.application.questions.tools import ListTools
from services.governance.domain.commands.association import (
    ChangeTenantSettings,
    CloseUnit,
    DefineUnit,
    PermitChannel,
    RecordAwarenessActivity,
    RegisterAssociation,
    RetireChannel,
    RevokeScopeException,
    TenantSettings,
)
from services.governance.domain.commands.directory import (
    AppointLiaisonOfficer,
    CloseBreach,
    EndAgreement,
    EndAppointment,
    RecordAgreement,
    RecordBreach,
    UpdateBreach,
)
from services.governance.domain.commands.offerings import (
    ItemName,
    ListTool,
    PublishServiceInformation,
    PublishToolVersion,
    PublishWorkingCalendar,
)
from shared.contracts.governance import CalendarDay, Wording
from tests.domain.governance.scene import Scene
from tests.rooms.governance.stage import Governance

Join = Callable[[str], Scene]
NAME = Wording(en="Podcast", ar="بودكاست")


def settings(**changes: object) -> ChangeTenantSettings:
    return ChangeTenantSettings(settings=replace(TenantSettings(calendar_version="SA-2026.1"), **changes))


def test_nothing_happens_for_an_association_that_has_not_joined(governance: Governance) -> None:
    nobody = Scene(governance, "nobody")
    assert nobody.refused(RetireChannel(code="fax")) == "unknown_association"
    assert nobody.refused(settings()) == "unknown_association"
    assert nobody.refused(RecordAgreement(
        agreement_id="a", party_kind="partner", party_id="p", number="1", date=date(2026, 1, 1)
    )) == "unknown_association"  # fmt: skip


def test_an_association_joins_under_its_own_tenant_and_once(joined: Join) -> None:
    sidr = joined("sidr")
    other = RegisterAssociation(association="kadi", name=NAME, legal_form="association", case_prefix="KD")
    assert sidr.refused(other, role="platform_operator") == "not_your_association"
    again = replace(other, association="sidr")
    assert sidr.refused(again, role="platform_operator") == "association_already_registered"
    assert sidr.refused(again) == "not_permitted"


def test_kadi_may_add_a_channel_if_it_says_why(joined: Join) -> None:
    kadi = joined("kadi")
    assert kadi.refused(PermitChannel(code="podcast", name=NAME)) == "justification_required"
    (permitted,) = kadi.when(PermitChannel(code="podcast", name=NAME, justification="fits, and breaks no law"))
    assert permitted.channel.basis == "other_channel_clause"
    assert "podcast" in {channel.code for channel in kadi.ask(ListChannels()).channels}
    assert kadi.refused(PermitChannel(code="podcast", name=NAME)) == "channel_permitted_already"


@pytest.mark.parametrize("association", ["sidr", "israr", "kayan", "basmat"])
def test_the_others_need_a_new_policy_version_for_a_channel(joined: Join, association: str) -> None:
    command = PermitChannel(code="fax", name=NAME, justification="we have one")
    assert joined(association).refused(command) == "channel_needs_policy_version"


def test_a_retired_channel_of_the_policy_can_come_back(joined: Join) -> None:
    sidr = joined("sidr")
    assert sidr.refused(RetireChannel(code="fax")) == "channel_not_permitted"
    sidr.when(RetireChannel(code="website"))
    assert "website" not in {channel.code for channel in sidr.ask(ListChannels()).channels}
    (back,) = sidr.when(PermitChannel(code="website", name=NAME))
    assert (back.channel.basis, back.channel.en) == ("policy", "Website")


def test_settings_that_change_nothing_are_no_event(joined: Join) -> None:
    sidr = joined("sidr")
    assert sidr.when(settings()) == []
    (changed,) = sidr.when(settings(quorum=3))
    assert (changed.settings_version, changed.keys) == (2, ("quorum",))


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"four_eyes_waivers": ("everything",)}, "unknown_waiver"),
        ({"quorum": 0}, "setting_out_of_range"),
        ({"complaint_days": 100_000}, "setting_out_of_range"),
        ({"digits": "roman"}, "setting_out_of_range"),
        ({"calendar_version": "SA-1999.1"}, "no_such_working_calendar"),
        ({"pauses_for_information": True}, "resolution_required"),
        ({"survey_interval": "every year"}, "period_unreadable"),
        ({"survey_interval": "permanent"}, "period_unreadable"),
        ({"complaint_retention": "P"}, "period_unreadable"),
    ],
)
def test_settings_beyond_reason_are_refused(joined: Join, changes: dict[str, object], code: str) -> None:
    assert joined("sidr").refused(settings(**changes)) == code


@pytest.mark.parametrize("period", ["P5Y", "P1Y6M", "P30D", "permanent"])
def test_what_is_kept_is_kept_for_a_period_or_for_good(joined: Join, period: str) -> None:
    (changed,) = joined("sidr").when(settings(complaint_retention=period))
    assert changed.settings.complaint_retention == period


def test_a_waiver_lets_one_person_do_both_in_the_open(joined: Join) -> None:
    sidr = joined("sidr")
    sidr.when(settings(four_eyes_waivers=("policy",)))
    drafter = "onboarding-drafter"
    assert sidr.names(sidr.approval(1), by=drafter) == ["PolicyApproved", "PolicyVersionPutInForce"]


def calendar(**changes: object) -> PublishWorkingCalendar:
    day = CalendarDay(date=date(2026, 9, 23), name_code="national_day", make_up=False, estimated=False)
    usual = PublishWorkingCalendar(calendar_version="SA-2026.2", weekend=("fri", "sat"), days=(day,), source="own")
    return replace(usual, **changes)


def test_a_published_calendar_is_succeeded_never_edited(joined: Join) -> None:
    sidr = joined("sidr")
    assert sidr.names(calendar()) == ["WorkingCalendarPublished"]
    assert sidr.refused(calendar(days=())) == "calendar_exists"


@pytest.mark.parametrize(
    "changes",
    [
        {"weekend": ("friday",)},
        {"weekend": ("fri", "fri")},
        {"weekend": ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
        {"days": calendar().days * 2},
    ],
)
def test_an_impossible_calendar_is_refused(joined: Join, changes: dict[str, object]) -> None:
    assert joined("sidr").refused(calendar(**changes)) == "calendar_invalid"


def test_a_service_s_criteria_have_a_version_of_their_own(joined: Join) -> None:
    sidr = joined("sidr")
    usual = PublishServiceInformation(service_code="seedlings", name=NAME, required_items=("identity_sighted",))
    sidr.when(usual)
    assert sidr.when(usual) == []
    (renamed,) = sidr.when(replace(usual, name=Wording(en="Seedlings", ar="الشتلات")))
    assert (renamed.version, renamed.criteria_version, renamed.changed_fields) == (2, 1, ("name",))
    (stricter,) = sidr.when(replace(usual, name=renamed.name, required_items=("identity_sighted", "land_deed")))
    assert (stricter.version, stricter.criteria_version) == (3, 2)


def test_the_catalogue_names_a_service_and_its_items(joined: Join) -> None:
    sidr = joined("sidr")
    deed = ItemName(item_code="land_deed", name=Wording(en="Land deed", ar="صك الأرض"))
    usual = PublishServiceInformation(service_code="seedlings", name=NAME, required_items=("land_deed",))
    sidr.when(usual)
    (named,) = sidr.when(replace(usual, item_names=(deed,)))
    assert (named.criteria_version, named.changed_fields) == (1, ("item_names",))
    row = next(one for one in sidr.ask(ListServices()).services if one.service_code == "seedlings")
    assert (row.name, row.item_names) == (NAME, (deed,))


def test_a_tool_beside_the_policy_is_labelled_so(joined: Join) -> None:
    kayan, kadi = joined("kayan"), joined("kadi")
    form = ListTool(tool_code="platform_form", kind="form", name=NAME)
    (at_kayan,) = kayan.when(form)
    (at_kadi,) = kadi.when(form)
    assert (at_kayan.basis, at_kadi.basis) == ("not_listed_in_policy", "other_tools_clause")
    assert kayan.refused(form) == "tool_listed"


def test_a_tool_opens_its_current_version(joined: Join) -> None:
    kayan = joined("kayan")
    for content in (b"first", b"second"):
        encoded = base64.b64encode(content).decode()
        kayan.when(PublishToolVersion(tool_code="basic_bylaws", content=encoded))
    row = next(tool for tool in kayan.ask(ListTools()).tools if tool.tool_code == "basic_bylaws")
    assert (row.version, row.file_sha256 is not None) == (2, True)
    unlisted = PublishToolVersion(tool_code="nothing", content="")
    assert kayan.refused(unlisted) == "no_such_tool"


@pytest.mark.parametrize(
    "command",
    [
        PermitChannel(code="Somebody's words", name=NAME, justification="fits"),
        DefineUnit(unit_code="قسم", kind="department", name=NAME),
        PublishServiceInformation(service_code="a b", name=NAME),
        PublishServiceInformation(service_code="aid", name=NAME, required_items=("ID of Salem",)),
        ListTool(tool_code="", kind="form", name=NAME),
    ],
)
def test_a_code_is_not_somebody_s_words(joined: Join, command: object) -> None:
    assert joined("kadi").refused(command) == "code_invalid"


def test_a_unit_is_defined_once_and_closed_once(joined: Join) -> None:
    kadi = joined("kadi")
    unit = DefineUnit(unit_code="aid", kind="department", name=NAME, serves=("support",))
    kadi.when(unit)
    assert kadi.refused(unit) == "unit_exists"
    assert kadi.ask(ReadAssociation()).unit_codes == ("aid",)
    kadi.when(CloseUnit(unit_code="aid"))
    assert kadi.refused(CloseUnit(unit_code="aid")) == "no_such_unit"


def test_a_category_and_field_have_one_liaison_officer_at_a_time(joined: Join) -> None:
    kadi = joined("kadi")
    first = AppointLiaisonOfficer(category="families", field="aid", staff_ref="staff-1")
    assert kadi.names(first) == ["LiaisonOfficerAppointed"]
    assert kadi.when(first) == []
    assert kadi.names(replace(first, staff_ref="staff-2")) == [
        "LiaisonOfficerAppointmentEnded",
        "LiaisonOfficerAppointed",
    ]
    (row,) = kadi.ask(ListLiaisonOfficers()).liaison_officers
    assert row.staff_ref == "staff-2"
    kadi.when(EndAppointment(category="families", field="aid"))
    assert kadi.refused(EndAppointment(category="families", field="aid")) == "nobody_appointed"


def test_an_agreement_keeps_its_number_and_hides_its_words(joined: Join) -> None:
    kadi = joined("kadi")
    agreement = RecordAgreement(
        agreement_id="a-1", party_kind="volunteer", party_id="p-1", number="12/1447", date=date(2026, 1, 5),
        summary="MARKER-SUMMARY",
    )  # fmt: skip
    (recorded,) = kadi.when(agreement)
    assert recorded.number == "12/1447"
    assert all(b"MARKER" not in row.data for row in kadi.governance.rows("kadi"))
    kadi.when(EndAgreement(agreement_id="a-1"))
    assert kadi.refused(EndAgreement(agreement_id="a-1")) == "agreement_ended"
    assert kadi.refused(replace(agreement, agreement_id="a-2", number=" ")) == "agreement_number_required"


def test_a_breach_is_kept_by_the_data_protection_officer(joined: Join) -> None:
    kadi, role = joined("kadi"), "data_protection_officer"
    known = RecordBreach(breach_id="b-1", aware_at=datetime(2026, 2, 28, tzinfo=UTC), kind="lost_paper", count=3)
    assert kadi.refused(known) == "not_permitted"
    assert kadi.names(known, role=role) == ["PersonalDataBreachRecorded"]
    assert kadi.refused(known, role=role) == "breach_recorded"
    told = UpdateBreach(breach_id="b-1", count=4, authority_notified_at=datetime(2026, 3, 1, tzinfo=UTC))
    assert kadi.names(told, role=role) == ["PersonalDataBreachUpdated"]
    kadi.when(CloseBreach(breach_id="b-1"), role=role)
    assert kadi.refused(told, role=role) == "breach_closed"
    future = replace(known, breach_id="b-2", aware_at=datetime(2027, 1, 1, tzinfo=UTC))
    assert kadi.refused(future, role=role) == "not_yet_known"


def test_awareness_of_conduct_is_recorded_once(joined: Join) -> None:
    kadi = joined("kadi")
    activity = RecordAwarenessActivity(activity_id="x", topic_code="conduct", held_on=date(2026, 2, 1), count=20)
    assert kadi.names(activity) == ["AwarenessActivityRecorded"]
    assert kadi.when(activity) == []


def test_an_exception_that_was_not_granted_is_not_revoked(joined: Join) -> None:
    assert joined("kadi").refused(RevokeScopeException(unit_code="aid")) == "no_such_exception"
