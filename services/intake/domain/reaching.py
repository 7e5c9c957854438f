"""Which of an association's channels carry news, and to which kinds of contact points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.policy import Situation
from services.intake.domain.refusals import beneficiary as refusals

ONLY_IN = frozenset({"assistance_request_service", "volunteering_service", "volunteering_opportunity"})
"""People come by these; nothing goes out by them."""
CARRIED_TO: Mapping[str, frozenset[str]] = {
    "phone_call": frozenset({"phone"}),
    "social_media": frozenset({"phone"}),
    "email": frozenset({"email"}),
    "fax": frozenset({"fax"}),
    "correspondence": frozenset({"address", "email"}),
    "field_visit": frozenset({"address", "phone"}),
    "website": frozenset({"portal", "email", "phone"}),
    "interview": frozenset({"phone", "email", "address"}),
    "branch_delegate": frozenset({"phone", "address"}),
}
"""A channel that is not named here was added by the association, which knows what it reaches."""


def carries_news(channel: str) -> bool:
    return channel not in ONLY_IN


def reaches(channel: str, kind: str | None) -> bool:
    """Whether a channel leads to such a contact point; of one recorded long ago the kind is not known."""
    return kind is None or channel not in CARRIED_TO or kind in CARRIED_TO[channel]


def demand_way(channel: str, contact_point_id: str, state: Beneficiary, situation: Situation) -> None:
    """What is agreed can be kept: news goes out by this channel, and arrives at this point."""
    clause = situation.policy.clause("contact_channel") or situation.policy.clause("channels")
    place = clause.locator if clause else "–"
    refusals.no_news_by_channel.unless(carries_news(channel), channel=channel, clause=place)
    refusals.channel_misses_point.unless(
        reaches(channel, state.kind_of(contact_point_id)), channel=channel, clause=place
    )


def ways(channels: Iterable[str], state: Beneficiary) -> Iterator[tuple[str, str]]:
    """Each channel with each contact point it leads to."""
    for channel in channels:
        for point in state.contact_point_ids:
            if carries_news(channel) and reaches(channel, state.kind_of(point)):
                yield channel, point
