"""What the staff of one's own association are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from services.governance.application.aggregates import STAFF_MEMBER
from services.governance.domain.commands.naming import StaffName
from services.governance.domain.commands.people import StaffPerson
from services.governance.domain.refusals.naming import too_many_names
from services.governance.domain.staff_member import StaffMember
from shared.application.desk import Desk
from shared.domain.messages import message
from shared.domain.sealed import ContentRef

AT_ONCE = 50
T = TypeVar("T")


@message
class ReadStaffNames:
    """What members of staff are called, 50 at most at once; each name opened is a reading on record."""

    staff_refs: tuple[str, ...]
    reason: str


@message
class StaffNameRow:
    """name: None where none was given, or it was destroyed; job_title_code: None for somebody not registered."""

    staff_ref: str
    job_title_code: str | None
    name: StaffName | None


@message
class StaffNames:
    """In the order asked for."""

    names: tuple[StaffNameRow, ...]


def read_staff_names(query: ReadStaffNames, desk: Desk) -> StaffNames:
    """As each gave it himself, else as it came with the seat."""
    too_many_names.unless(len(query.staff_refs) <= AT_ONCE, limit=AT_ONCE)
    members: list[StaffMember] = desk.load_all(STAFF_MEMBER, query.staff_refs)
    given = opened([each.name for each in members], StaffName, query.reason, desk)
    entered = opened([None if each.name else each.person for each in members], StaffPerson, query.reason, desk)
    rows = (
        StaffNameRow(
            staff_ref=ref,
            job_title_code=each.job_title_code or None,
            name=name or (StaffName(name=person.name) if person else None),
        )
        for ref, each, name, person in zip(query.staff_refs, members, given, entered, strict=True)
    )
    return StaffNames(names=tuple(rows))


def opened(refs: Sequence[ContentRef | None], kind: type[T], reason: str, desk: Desk) -> list[T | None]:
    """What lies under each reference; None where there is none or its content was destroyed."""
    known = [ref for ref in refs if ref is not None]
    contents = iter(desk.open_all(known, kind, reason=reason, case_id=None) if known else ())
    return [None if ref is None else next(contents) for ref in refs]
