"""The steps that load an association: governance's own commands, in order, under ids that never change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal
from uuid import UUID, uuid5

from services.governance.domain.association_file import AssociationFile, is_reread, reading_meant
from services.governance.domain.commands.association import (
    ChangeTenantSettings,
    CompleteOnboarding,
    RegisterAssociation,
)
from services.governance.domain.commands.offerings import ListTool, PublishWorkingCalendar
from services.governance.domain.commands.policy import (
    CirculatePolicy,
    Delivery,
    DraftPolicy,
    PutPolicyInForce,
    RecordBoardApproval,
    RecordFinding,
    SetWindowInterpretation,
    SubmitPolicyForApproval,
)
from services.governance.domain.drafting import canonical
from services.governance.domain.policy_file import ambiguities, approvals, seats, tools
from shared.contracts.governance import CalendarDay
from shared.locale.calendars import saudi_seed

NAMESPACE = UUID("5a6e6164-0000-5000-8000-000000000003")
By = Literal["platform_operator", "drafter", "recorder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadingStep:
    """One command of the loading. by: who asks it; drafter and recorder are two governance officers."""

    command: Any
    command_id: UUID
    by: By


def case_prefix(tenant: str) -> str:
    """First letter and first consonant after it, as in SD for sidr."""
    later = next((letter for letter in tenant[1:] if letter.isalpha() and letter not in "aeiou"), tenant[1])
    return (tenant[0] + later).upper()


def registration(file: AssociationFile) -> LoadingStep:
    """The first step: it names no day, so that it is the same whenever the file is loaded."""
    tenant = file.document.at("tenant")
    command = RegisterAssociation(
        association=file.tenant,
        name=tenant.at("name").wording(),
        legal_form=tenant.at("legal_form").code(),
        case_prefix=file.settings.case_prefix or case_prefix(file.tenant),
        sector=tenant.at("sector").text_or_none(),
        licence_no=tenant.at("licence_no").text_or_none(),
        regulator=tenant.at("regulator", "ar").text_or_none(),
    )
    return LoadingStep(command=command, command_id=_id(file, 0), by="platform_operator")


def loading(file: AssociationFile, registered_on: date) -> tuple[LoadingStep, ...]:
    """All steps in order. registered_on: the day the association joined, from which its first calendar follows."""
    asked = [*_set_up(file, registered_on.year), *_first_version(file), *_in_use(file), *_done(file)]
    return (
        registration(file),
        *(
            LoadingStep(command=command, command_id=_id(file, number), by=by)
            for number, (command, by) in enumerate(asked, start=1)
        ),
    )


def _set_up(file: AssociationFile, year: int) -> Iterator[tuple[Any, By]]:
    version = file.settings.calendar_version or f"SA-{year}.1"
    seed = saudi_seed(year - 1, year + 2)
    days = tuple(
        CalendarDay(date=day.date, name_code=day.name_code, make_up=day.make_up, estimated=day.estimated)
        for day in seed
    )
    weekend = file.settings.weekend
    yield PublishWorkingCalendar(calendar_version=version, weekend=weekend, days=days, source="holidays"), "drafter"
    settings = replace(file.settings.settings, calendar_version=version)
    resolution = file.settings.resolution_ref if settings.pauses_for_information else None
    yield ChangeTenantSettings(settings=settings, resolution_ref=resolution), "drafter"


def _first_version(file: AssociationFile) -> Iterator[tuple[Any, By]]:
    policy_id, version = file.policy_id, file.version
    yield DraftPolicy(policy_id=policy_id, document=canonical(file.document.value)), "drafter"
    for stated in approvals(file.document)[:1]:
        yield SubmitPolicyForApproval(policy_id=policy_id, version=version, submitted_to=stated.body), "drafter"
        yield (
            RecordBoardApproval(
                policy_id=policy_id,
                version=version,
                body=stated.body,
                meeting_no=stated.meeting_no,
                date_hijri=stated.date_hijri,
                date_gregorian=stated.date_gregorian,
                signatory_title=stated.signatory_title,
                signatory=stated.signatory,
            ),
            "recorder",
        )
    for code in ambiguities(file.document):
        yield RecordFinding(policy_id=policy_id, code=code), "drafter"
    yield PutPolicyInForce(policy_id=policy_id, version=version), "recorder"


def _in_use(file: AssociationFile) -> Iterator[tuple[Any, By]]:
    yield from _reread(file)
    for tool in tools(file.document):
        yield ListTool(tool_code=tool.code, kind=tool.kind, name=tool.name, clause=tool.clause), "drafter"
    for service in file.services:
        yield service, "drafter"
    listed = seats(file.document)
    if listed:
        deliveries = tuple(Delivery(to_kind="seat", to=seat.seat_id, medium="platform") for seat in listed)
        version = file.version + 1 if is_reread(file) else file.version
        yield CirculatePolicy(policy_id=file.policy_id, version=version, deliveries=deliveries), "drafter"


def _done(file: AssociationFile) -> Iterator[tuple[Any, By]]:
    yield CompleteOnboarding(file_sha256=file.sha256), "recorder"


def _reread(file: AssociationFile) -> Iterator[tuple[Any, By]]:
    if not is_reread(file):
        return
    version = file.version + 1
    yield (
        SetWindowInterpretation(
            policy_id=file.policy_id,
            version=version,
            interpretation=reading_meant(file),
            resolution_ref=file.settings.resolution_ref or "",
            starts_on=file.settings.starts_on,
        ),
        "drafter",
    )
    yield PutPolicyInForce(policy_id=file.policy_id, version=version), "recorder"


def _id(file: AssociationFile, number: int) -> UUID:
    return uuid5(NAMESPACE, f"{file.tenant}/{file.sha256}/{number}")
