"""The reviewing body: who belongs to it, as far as governance has told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from services.committee.domain import commands as asked
from services.committee.domain import events as happened

MEMBERS = frozenset({"reviewing_member"})
SEATED = MEMBERS | {"reviewing_secretary"}
STUDYING = SEATED | {"social_research_officer"}

Post = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """posts: who holds which role, in which unit or in all."""

    posts: frozenset[Post] = frozenset()

    def holds(self, ref: str, roles: Collection[str]) -> bool:
        """Whether somebody holds one of these roles."""
        return any(who == ref and role in roles for who, role, _ in self.posts)

    @property
    def is_known(self) -> bool:
        """False while governance has told of no member: then nobody can be told from a stranger."""
        return any(role in MEMBERS for _, role, _ in self.posts)


def evolve(body: Body, event: Any) -> Body:
    match event:
        case happened.MemberAdmitted():
            return replace(body, posts=body.posts | {_post(event)})
        case happened.MemberReleased():
            return replace(body, posts=body.posts - {_post(event)})
    return body


def admit_member(command: asked.AdmitMember, body: Body, _situation: Any) -> tuple[happened.MemberAdmitted, ...]:
    if command.role not in STUDYING or _post(command) in body.posts:
        return ()
    return (happened.MemberAdmitted(member_ref=command.member_ref, role=command.role, unit_code=command.unit_code),)


def release_member(command: asked.ReleaseMember, body: Body, _situation: Any) -> tuple[happened.MemberReleased, ...]:
    if _post(command) not in body.posts:
        return ()
    return (happened.MemberReleased(member_ref=command.member_ref, role=command.role, unit_code=command.unit_code),)


def belongs_to(body: Body, refs: Collection[str], roles: Collection[str]) -> bool:
    """True as well where the association's staff are not entered with governance."""
    return not body.is_known or all(body.holds(ref, roles) for ref in refs)


def _post(told: Any) -> Post:
    return told.member_ref, told.role, told.unit_code
