"""Intake's named examples: three associations' rules, the people at the counter, and a request on its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from services.intake.domain.commands import beneficiary as register
from services.intake.domain.commands import reply, request
from services.intake.domain.person import BirthDate, ContactPoint, Identity, Profile
from shared.contracts import governance as rules
from shared.contracts.committee import ReviewDecided
from shared.locale.calendars import saudi_seed
from tests.domain.scenario import Scenario

OFFICER, MANAGER, SOCIAL_WORKER = "beneficiary_relations_officer", "senior_management", "social_worker"
RESEARCHER, PROVIDER, PRIVACY = "social_research_officer", "service_provider", "data_protection_officer"
AMAL, MAHA = "staff-amal", "staff-maha"
FATIMA, GUARDIAN, REQUEST, REVIEW = "beneficiary-fatima", "guardian-salem", "request-1", "review-1"
NAME, NATIONAL_ID, PHONE = "فاطمة بنت إبراهيم", "1900000009", "+966501234567"
TODAY = date(2026, 3, 15)
ITEMS = ("income_statement", "family_card")

TOPICS = ("channels", "completeness", "declaration", "response_window", "contact_channel", "reviewing_body")
SIDR_CHANNELS = ("interview", "phone_call", "website", "branch_delegate")
KADI_CHANNELS = ("interview", "phone_call", "website", "email", "fax")
KAYAN_CHANNELS = ("interview", "phone_call", "website", "field_visit")
AT_LEAST_TWO_WEEKS = rules.Window(min_count=14, min_unit="calendar_day", interpretation="literal_minimum")
FIFTEEN_WORKING_DAYS = rules.Window(max_count=15, max_unit="working_day", starts_on_stated=True)


def rules_of(association: str) -> tuple[Any, ...]:
    """What governance has published for an association."""
    prefix = {"sidr": "SD", "kadi": "KD", "kayan": "KY"}[association]
    name = rules.Wording(en=association, ar=association)
    return (
        rules.AssociationRegistered(association=association, name=name, legal_form="association", case_prefix=prefix),
        settings(),
        calendar(),
        service(),
        {"sidr": sidr_policy, "kadi": kadi_policy, "kayan": kayan_policy}[association](),
    )


def sidr_policy(**changes: Any) -> rules.PolicyVersionPutInForce:
    return replace(
        rules.PolicyVersionPutInForce(
            policy_id="sidr-brp",
            version=1,
            effective_on=TODAY,
            approval_recorded=False,
            window=AT_LEAST_TWO_WEEKS,
            channels=channels(*SIDR_CHANNELS),
            other_channels_allowed=False,
            reviewing_body=rules.ReviewingBody(kind="committee", code="research_committee", en="", ar=""),
            agreed_channel_required=False,
            declaration_required=True,
            data_matching_required=True,
            social_research_referral=True,
            registration_completed_with_request=True,
            minors_need_guardian=True,
            outreach=True,
            case_file_required=False,
            survey_methods=(),
            complaints=rules.Complaints(stated=False),
            compensation_stated=False,
            feedback_stages=(),
            acknowledgement_required=False,
            sensitive_register=False,
            clauses=clauses("steps", *TOPICS),
        ),
        **changes,
    )


def kadi_policy(**changes: Any) -> rules.PolicyVersionPutInForce:
    unit = rules.ReviewingBody(kind="administrative_unit", code="competent_unit", en="", ar="")
    usual: dict[str, Any] = {
        "policy_id": "kadi-brp",
        "window": FIFTEEN_WORKING_DAYS,
        "channels": channels(*KADI_CHANNELS),
        "reviewing_body": unit,
        "agreed_channel_required": True,
        "data_matching_required": False,
        "social_research_referral": False,
        "registration_completed_with_request": False,
        "outreach": False,
        "clauses": clauses("art. 3", *TOPICS, "criteria"),
    }
    return sidr_policy(**(usual | changes))


def kayan_policy(**changes: Any) -> rules.PolicyVersionPutInForce:
    usual: dict[str, Any] = {
        "policy_id": "kayan-brp",
        "channels": channels(*KAYAN_CHANNELS),
        "case_file_required": True,
    }
    return sidr_policy(**(usual | changes))


def channels(*codes: str) -> tuple[rules.Channel, ...]:
    return tuple(rules.Channel(code=code, basis="policy", ar=f"قناة {code}", en=code) for code in codes)


def clauses(locator: str, *topics: str) -> tuple[rules.Clause, ...]:
    return tuple(rules.Clause(topic=topic, locator=f"{locator} {topic}", en=topic, ar=topic) for topic in topics)


def settings(**changes: Any) -> rules.TenantSettingsChanged:
    usual: dict[str, Any] = {
        "settings_version": 1,
        "make_up_days_are_off": True,
        "calendar_version": "SA-2026.1",
        "pauses_for_information": False,
        "quorum": None,
        "complaint_days": None,
        "decision_days": None,
        "four_eyes_waivers": (),
        "digits": "latn",
    }
    return rules.TenantSettingsChanged(**(usual | changes))


def calendar(version: str = "SA-2026.1", *, also_off: tuple[date, ...] = ()) -> rules.WorkingCalendarPublished:
    seed = [
        rules.CalendarDay(date=day.date, name_code=day.name_code, make_up=day.make_up, estimated=day.estimated)
        for day in saudi_seed(2026, 2027)
    ]
    more = [rules.CalendarDay(date=day, name_code="announced", make_up=False, estimated=False) for day in also_off]
    return rules.WorkingCalendarPublished(calendar_version=version, weekend=("fri", "sat"), days=(*seed, *more))


def service() -> rules.ServiceInformationPublished:
    return rules.ServiceInformationPublished(
        service_code="rent_support",
        version=1,
        criteria_version=3,
        name=rules.Wording(en="Rent support", ar="دعم الإيجار"),
        required_items=ITEMS,
    )


def registration(**changes: Any) -> register.RegisterBeneficiary:
    usual: dict[str, Any] = {
        "beneficiary_id": FATIMA,
        "kind": "person",
        "profile": Profile(name=NAME, birth=BirthDate(calendar="gregorian", year=1990, month=4, day=5)),
        "identity": Identity(kind="national_id", number=NATIONAL_ID),
        "contact_points": (ContactPoint(contact_point_id="phone-1", kind="phone", value=PHONE),),
    }
    return register.RegisterBeneficiary(**(usual | changes))


def opening(**changes: Any) -> request.OpenSupportRequest:
    usual: dict[str, Any] = {
        "request_id": REQUEST,
        "beneficiary_id": FATIMA,
        "service_code": "rent_support",
        "channel": "interview",
    }
    return request.OpenSupportRequest(**(usual | changes))


def brought(item_code: str, **changes: Any) -> request.AddEvidence:
    return request.AddEvidence(request_id=REQUEST, beneficiary_id=FATIMA, item_code=item_code, **changes)


def signature(**changes: Any) -> request.SignDeclaration:
    usual: dict[str, Any] = {
        "request_id": REQUEST,
        "beneficiary_id": FATIMA,
        "signed_content": "أقر بصحة ما قدمت",
        "data_revision": 3,
        "signed_by": FATIMA,
        "method": "in_person",
    }
    return request.SignDeclaration(**(usual | changes))


def agreement(**changes: Any) -> register.AgreeContactChannel:
    usual: dict[str, Any] = {
        "beneficiary_id": FATIMA,
        "channel": "phone_call",
        "contact_point_id": "phone-1",
        "recipient_id": FATIMA,
        "language": "ar",
    }
    return register.AgreeContactChannel(**(usual | changes))


def decided(outcome: str = "approved", **changes: Any) -> ReviewDecided:
    usual: dict[str, Any] = {
        "review_id": REVIEW,
        "request_id": REQUEST,
        "outcome": outcome,
        "decided_on": date(2026, 3, 18),
    }
    return ReviewDecided(**(usual | changes))


def opened(scenario: Scenario, **changes: Any) -> Scenario:
    """Registered, and with a request open."""
    return scenario.given(registration(), opening(**changes), by=OFFICER, ref=AMAL)


def with_evidence(scenario: Scenario) -> Scenario:
    """Every required item brought and matched, criteria handed over."""
    opened(scenario).given(request.ProvideCriteria(request_id=REQUEST, medium="printed"), by=OFFICER, ref=AMAL)
    for item in ITEMS:
        scenario.given(brought(item), request.MatchEvidence(request_id=REQUEST, item_code=item), by=OFFICER, ref=AMAL)
    return scenario


def submitted(scenario: Scenario) -> Scenario:
    """Signed for, explained, contact agreed, and handed in."""
    return with_evidence(scenario).given(
        agreement(),
        signature(),
        request.ExplainProcess(request_id=REQUEST),
        request.SubmitSupportRequest(request_id=REQUEST),
        by=OFFICER,
        ref=AMAL,
    )


def completed(scenario: Scenario) -> Scenario:
    return submitted(scenario).given(request.CompleteSupportRequest(request_id=REQUEST), by=OFFICER, ref=AMAL)


def under_review(scenario: Scenario) -> Scenario:
    return completed(scenario).given(request.ReferToReview(request_id=REQUEST), by=OFFICER, ref=AMAL)


def with_decision(scenario: Scenario, outcome: str = "approved") -> Scenario:
    under_review(scenario).told(decided(outcome))
    return scenario


def replied(scenario: Scenario, outcome: str = "approved") -> Scenario:
    with_decision(scenario, outcome)
    at(scenario, date(2026, 3, 30))
    return scenario.given(reply.CommunicateDecision(request_id=REQUEST, channel="phone_call"), by=OFFICER, ref=AMAL)


def at(scenario: Scenario, day: date) -> Scenario:
    """Nine in the morning, UTC, of a later day."""
    scenario.clock.move_to(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    return scenario


def pass_time(scenario: Scenario) -> tuple[Any, ...]:
    """What the timer asks for at this moment, carried out; gives the events left behind."""
    scenario.follow()
    before = scenario.infrastructure.log.head("kayan")
    for due in scenario.service.due:
        for command in due(scenario.application, "kayan", scenario.clock.now()):
            scenario.given(command)
    return scenario.facts(after=before)
