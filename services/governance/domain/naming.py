"""Naming a member of staff: whoever it is says himself what he is called, and may say it better later."""

from __future__ import annotations

from dataclasses import replace

from services.governance.domain.commands.naming import NameStaffMember
from services.governance.domain.events.people import StaffMemberNamed
from services.governance.domain.policy import Situation, is_in_latin_letters, name_is_ones_own_to_give
from services.governance.domain.refusals import naming as refusals
from services.governance.domain.refusals.people import service_ended
from services.governance.domain.staff_member import StaffMember

LONGEST = 120


def checked(command: NameStaffMember) -> NameStaffMember:
    """The name with single spaces, and none in Latin letters where that was left empty."""
    name, latin = " ".join(command.name.name.split()), " ".join((command.name.latin or "").split())
    refusals.name_missing.unless(any(character.isalpha() for character in name))
    refusals.name_too_long.unless(max(len(name), len(latin)) <= LONGEST, limit=LONGEST)
    refusals.not_in_latin_letters.unless(is_in_latin_letters(latin))
    return replace(command, name=replace(command.name, name=name, latin=latin or None))


def name(command: NameStaffMember, state: StaffMember, situation: Situation) -> tuple[StaffMemberNamed]:
    refusals.not_your_name.unless(name_is_ones_own_to_give(command.staff_ref, situation))
    service_ended.unless(not state.left)
    return (StaffMemberNamed(staff_ref=command.staff_ref, name=situation.refs["name"]),)
