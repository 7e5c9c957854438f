"""Likely duplicates, shown to the officer before he enters somebody again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from services.intake.application import asking_of_people as asked
from services.intake.application.aggregates import BENEFICIARY
from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.person import Profile, checked_identity
from shared.application.desk import Desk
from shared.locale.names import ALIKE, likeness
from shared.locale.telephones import parse_telephone

CERTAIN = frozenset({"identity_number", "phone", "name"})


def find_duplicates(query: asked.FindDuplicates, desk: Desk) -> asked.PossibleDuplicates:
    """By the blind index; the same birth date counts when the names are alike. Each name compared is a reading."""
    grounds: defaultdict[str, set[str]] = defaultdict(set)
    for ground, kind, value in looked_up(query):
        for beneficiary_id in desk.infrastructure.vault.find(desk.actor.tenant, kind, value):
            grounds[beneficiary_id].add(ground)
    candidates = [candidate(query.profile, id_, found, desk) for id_, found in grounds.items()]
    likely = [each for each in candidates if each.likeness >= ALIKE or CERTAIN & set(each.grounds)]
    return asked.PossibleDuplicates(
        candidates=tuple(sorted(likely, key=lambda each: (-len(each.grounds), -each.likeness, each.beneficiary_id)))
    )


def looked_up(query: asked.FindDuplicates) -> Iterator[tuple[str, str, str]]:
    """Ground, kind of index, value."""
    if query.identity:
        yield "identity_number", "identity.number", checked_identity(query.identity).number
    for phone in query.phones:
        yield "phone", "contact_points.value", parse_telephone(phone).e164
    yield "name", "profile.name_key", query.profile.name_key
    if query.profile.birth:
        yield "birth_date", "profile.born_on", query.profile.born_on


def candidate(profile: Profile, beneficiary_id: str, grounds: set[str], desk: Desk) -> asked.PossibleDuplicate:
    """Somebody already known, and how alike the names are."""
    known: Beneficiary = desk.load(BENEFICIARY, beneficiary_id)
    name = desk.open(known.profile, Profile, reason="duplicate_check", case_id=None).name
    return asked.PossibleDuplicate(
        beneficiary_id=beneficiary_id, grounds=tuple(sorted(grounds)), likeness=round(likeness(profile.name, name))
    )
