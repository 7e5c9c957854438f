"""Who belongs to the reviewing body, to be chosen by name; by reference while governance knows nobody there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from gateways.portal.colleagues import as_option, know
from gateways.portal.forms import Field, Option
from gateways.portal.visit import Visit
from services.committee.domain.body import MEMBERS, SEATED, STUDYING
from services.governance.application.questions.people import ListRoles

Body = Mapping[str, Collection[str]]
"""By reference: the roles each of them holds in it."""


def body_of(visit: Visit) -> Body:
    """Its members, then its secretary, then who helps to study."""
    told = visit.ask_if("governance", ListRoles())
    held = sorted((one.role, one.staff_ref) for one in (told.roles if told else ()) if one.role in STUDYING)
    order = sorted(held, key=lambda one: (one[0] not in MEMBERS, one[0] not in SEATED))
    refs = dict.fromkeys(ref for _, ref in order)
    return {ref: {role for role, who in held if who == ref} for ref in refs}


def those_with(roles: Collection[str], body: Body) -> list[str]:
    """Who of the body holds one of these roles."""
    return [ref for ref, held in body.items() if not set(held).isdisjoint(roles)]


def by_name(refs: Sequence[str], visit: Visit) -> tuple[Option, ...]:
    """To be chosen from."""
    know(visit, refs)
    return tuple((ref, as_option(visit, ref)) for ref in refs)


def one_of(roles: Collection[str], body: Body, without: Collection[str], visit: Visit) -> Field:
    """The field of a form that names one of them, but none of those who take no part."""
    if body:
        refs = [ref for ref in those_with(roles, body) if ref not in without]
        return Field(name="member_ref", title=("العضو", "Member"), kind="choice", options=by_name(refs, visit))
    return Field(name="member_ref", title=("العضو (رمزه)", "Member (reference)"))
