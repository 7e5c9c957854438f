"""What the staff on a page are called: asked of governance once for all of them, and forgotten with the page.

Staff are not covered by «إخفاء الأسماء»: it hides whose case it is, not who answers for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from gateways.portal.looks import Pair
from gateways.portal.visit import Visit
from services.governance.application.questions.names import AT_ONCE, ReadStaffNames, StaffNameRow
from shared.doors.client import DoorFailed

READING = "portal_page"


def know(visit: Visit, refs: Iterable[str]) -> None:
    """Ask for those not known yet, and along with them for whoever is signed in, whose name is on every page."""
    wanted = [ref for ref in dict.fromkeys((visit.actor.ref, *refs)) if ref and ref not in visit.colleagues]
    for start in range(0, len(wanted), AT_ONCE):
        some = tuple(wanted[start : start + AT_ONCE])
        visit.colleagues.update({ref: nameless(ref) for ref in some})
        try:
            told = visit.ask_if("governance", ReadStaffNames(staff_refs=some, reason=READING))
        except DoorFailed:
            return  # References stand where names would: a page is not lost for want of a name.
        visit.colleagues.update({row.staff_ref: row for row in told.names} if told else {})


def nameless(ref: str) -> StaffNameRow:
    """Somebody of whom nothing was told."""
    return StaffNameRow(staff_ref=ref, job_title_code=None, name=None)


def colleague(visit: Visit, ref: str) -> StaffNameRow:
    """One of them; nobody else is asked for again."""
    know(visit, (ref,))
    return visit.colleagues.get(ref) or nameless(ref)


def among(visit: Visit, whom: Iterable[str | None]) -> tuple[str, ...]:
    """Those of them who are staff by reference; a role or a unit has a name of its own."""
    return tuple(one for one in whom if one and visit.named(one) == (one, one))


def as_option(visit: Visit, ref: str) -> Pair:
    """What stands in a list to choose from: the name, else the title and the reference."""
    known = colleague(visit, ref)
    if known.name:
        return known.name.name, known.name.latin or known.name.name
    code = known.job_title_code or ref
    title = visit.named(code)
    return (ref, ref) if title == (code, code) else (f"{title[0]} ({ref})", f"{title[1]} ({ref})")
