"""Who belongs to the reviewing body, to be chosen by name; by reference while governance knows nobody there."""

from __future__ import annotations

from collections.abc import Sequence

from gateways.portal.colleagues import as_option, know
from gateways.portal.forms import Field, Option
from gateways.portal.visit import Visit
from services.governance.application.questions.people import ListRoles

SEATED = frozenset({"reviewing_member", "reviewing_secretary"})


def body_of(visit: Visit) -> tuple[str, ...]:
    """Its members, then its secretary, by reference."""
    told = visit.ask_if("governance", ListRoles())
    held = sorted((one.role, one.staff_ref) for one in (told.roles if told else ()) if one.role in SEATED)
    return tuple(dict.fromkeys(ref for _, ref in held))


def by_name(body: Sequence[str], visit: Visit) -> tuple[Option, ...]:
    """To be chosen from."""
    know(visit, body)
    return tuple((ref, as_option(visit, ref)) for ref in body)


def one_of(body: Sequence[str], visit: Visit) -> Field:
    """The field of a form that names one of them."""
    if body:
        return Field(name="member_ref", title=("العضو", "Member"), kind="choice", options=by_name(body, visit))
    return Field(name="member_ref", title=("العضو (رمزه)", "Member (reference)"))
