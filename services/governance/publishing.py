"""What governance says in public of what has happened; silence is the default."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from services.governance.domain.events import (
    acknowledgement,
    association,
    liaison,
    offerings,
    people,
    policy,
    registers,
)
from shared.contracts import governance as said
from shared.store.log import Recorded


def publish(event: Any, _row: Recorded) -> Any | None:
    """The contract of a stored event."""
    return contract_of(event)


def contract_of(event: Any) -> Any | None:
    """The contract, which follows from the event alone."""
    return of_rules(event) or of_people(event)


def of_rules(event: Any) -> Any | None:
    match event:
        case association.AssociationRegistered():
            return said.AssociationRegistered(
                association=event.association,
                name=event.name,
                legal_form=event.legal_form,
                case_prefix=event.case_prefix,
            )
        case association.TenantSettingsChanged():
            return _settings(event)
        case association.ChannelPermitted(channel=channel):
            return said.ChannelPermitted(channel=channel)
        case association.ChannelRetired(code=code):
            return said.ChannelRetired(code=code)
        case policy.PolicyVersionPutInForce(rules=rules):
            return rules
        case offerings.WorkingCalendarPublished(calendar_version=version, weekend=weekend, days=days):
            return said.WorkingCalendarPublished(calendar_version=version, weekend=weekend, days=days)
        case offerings.ServiceInformationPublished():
            return said.ServiceInformationPublished(
                service_code=event.service_code,
                version=event.version,
                criteria_version=event.criteria_version,
                name=event.name,
                required_items=event.required_items,
                changed_fields=event.changed_fields,
            )
    return None


def _settings(event: association.TenantSettingsChanged) -> said.TenantSettingsChanged:
    same = {field.name: getattr(event.settings, field.name) for field in fields(event.settings)}
    version, keys = event.settings_version, event.keys
    return said.TenantSettingsChanged(settings_version=version, keys=keys, resolution_ref=event.resolution_ref, **same)


def of_people(event: Any) -> Any | None:
    match event:
        case people.RoleAssigned(staff_ref=who, role=role, unit_code=unit, on=on):
            return said.RoleAssigned(staff_ref=who, role=role, unit_code=unit, on=on)
        case people.RoleRevoked(staff_ref=who, role=role, unit_code=unit, on=on):
            return said.RoleRevoked(staff_ref=who, role=role, unit_code=unit, on=on)
        case policy.PolicyCirculated(policy_id=id_, version=version, circulated_on=on, count=count):
            return said.PolicyCirculated(policy_id=id_, version=version, circulated_on=on, count=count)
        case acknowledgement.AcknowledgementRequested():
            return said.AcknowledgementRequested(
                acknowledgement_id=event.acknowledgement_id,
                seat_id=event.seat_id,
                staff_ref=event.staff_ref,
                version=event.version,
                due_on=event.due_on,
            )
        case acknowledgement.AcknowledgementSigned():
            return said.AcknowledgementSigned(
                acknowledgement_id=event.acknowledgement_id,
                seat_id=event.seat_id,
                staff_ref=event.staff_ref,
                version=event.version,
                signed_on=event.signed_on,
            )
        case registers.DestructionConfirmed(order_id=order, subject_id=subject):
            return said.PersonalDataDestructionConfirmed(order_id=order, subject_id=subject)
        case liaison.LiaisonOfficerAppointed(category=category, field=field, staff_ref=who, on=on):
            return said.LiaisonOfficerAppointed(category=category, field=field, staff_ref=who, on=on)
        case liaison.LiaisonOfficerAppointmentEnded(category=category, field=field, staff_ref=who, on=on):
            return said.LiaisonOfficerAppointmentEnded(category=category, field=field, staff_ref=who, on=on)
    return None
