"""What a policy file means to the other services: a pure reading of its data."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import get_args

from services.governance.domain.clauses import clauses
from services.governance.domain.commands.policy import Interpretation
from services.governance.domain.document import Place
from shared.contracts.governance import (
    Channel,
    Complaints,
    PolicyVersionPutInForce,
    ReviewingBody,
    Window,
)

UNITS = ("calendar_day", "working_day")
STARTS = ("request_completed", "request_submitted")
LONGEST_WINDOW = 366


def opened(document: str) -> Place:
    """A stored document, ready to be read."""
    return Place(path="", value=json.loads(document))


def in_force(document: Place, *, version: int, effective_on: date, approval_recorded: bool) -> PolicyVersionPutInForce:
    """The contract. Raises `association_file_invalid` where the file does not say what it must."""
    steps = step_codes(document)
    return PolicyVersionPutInForce(
        policy_id=document.at("policy", "id").text(),
        version=version,
        effective_on=effective_on,
        approval_recorded=approval_recorded,
        window=window(document.at("response_window")),
        channels=channels(document),
        other_channels_allowed=document.at("other_channels", "allowed").flag_or(False),
        reviewing_body=reviewing_body(document.at("reviewing_body")),
        agreed_channel_required=document.at("contact_preference", "agreed_channel_required").flag_or(False),
        declaration_required=document.at("declaration", "required").flag(),
        data_matching_required="verify_completeness_match_validity" in steps,
        social_research_referral="refer_to_social_research" in steps,
        registration_completed_with_request="complete_registration" in steps,
        # By law, whatever a policy expects: until majority the guardian signs, consents and receives
        # (Civil Transactions Law art. 12).
        minors_need_guardian=True,
        outreach=document.at("scope", "proactive_outreach", "value").flag_or(False),
        case_file_required=document.at("case_file", "required").flag_or(False),
        survey_methods=tuple(codes(document.at("satisfaction", "methods"))),
        complaints=complaints(document.at("complaints")),
        compensation_stated=document.at("compensation", "stated").flag_or(False),
        feedback_stages=feedback_stages(document.at("feedback_stages")),
        acknowledgement_required=document.at("acknowledgement", "required").flag_or(False),
        sensitive_register=is_sensitive(document.at("data_profile", "statutory_sensitive")),
        clauses=clauses(document),
    )


def window(place: Place) -> Window:
    """Counts as stated; a minimum alone is read literally as the earliest day (AMB-01)."""
    least, most = place.at("min"), place.at("max")
    if least.value is None and most.value is None:
        raise place.invalid("min or max is expected", "المتوقع min أو max")
    starts_on = place.at("starts_on", "value")
    return Window(
        min_count=_count(least),
        min_unit=_unit(least),
        max_count=_count(most),
        max_unit=_unit(most),
        starts_on="request_completed" if starts_on.value is None else starts_on.one_of(*STARTS),
        starts_on_stated=place.at("starts_on", "stated").flag_or(False),
        interpretation=reading(place),
    )


def reading(place: Place) -> Interpretation:
    """How the window is read: by a resolution, else as it is written."""
    resolved = place.at("interpretation", "value")
    if resolved.value is None:
        return "literal_minimum" if place.at("max").value is None else "literal"
    resolved.one_of(*get_args(Interpretation))
    chosen: Interpretation = resolved.value
    return chosen


def _count(place: Place) -> int | None:
    return None if place.value is None else place.at("count").whole(1, LONGEST_WINDOW)


def _unit(place: Place) -> str | None:
    return None if place.value is None else place.at("unit").one_of(*UNITS)


def channels(document: Place) -> tuple[Channel, ...]:
    """The channels the text names; there is at least one, each named once."""
    place = document.at("channels")
    named = tuple(_channel(item) for item in place.items())
    if not named:
        raise place.invalid("at least one channel is expected", "المتوقع قناة واحدة على الأقل")
    once(place, [channel.code for channel in named])
    return named


def _channel(item: Place) -> Channel:
    name = item.wording()
    return Channel(code=item.at("code").code(), basis="policy", ar=name.ar, en=name.en)


def reviewing_body(place: Place) -> ReviewingBody:
    """Who studies requests."""
    name = place.wording()
    return ReviewingBody(
        kind=place.at("kind").one_of("committee", "administrative_unit"),
        code=place.at("code").code(),
        en=name.en,
        ar=name.ar,
    )


def complaints(place: Place) -> Complaints:
    """What the text says of complaints, possibly nothing."""
    return Complaints(
        stated=place.at("stated").flag_or(False),
        channels=tuple(codes(place.at("channels"))),
        handler=place.at("handler", "code").text_or_none(),
        technical_support=place.at("technical_support", "value").flag_or(False),
    )


def feedback_stages(place: Place) -> tuple[str, ...]:
    """Stages after which feedback is asked for: an empty list, or an object that lists them."""
    if place.value is None or place.value == []:
        return ()
    return tuple(item.code() for item in place.at("stages").items())


def is_sensitive(place: Place) -> bool:
    """Whether the law's sensitive categories are known to occur; `unknown` is not known."""
    return isinstance(place.value, list) and bool(place.value)


def step_codes(document: Place) -> tuple[str, ...]:
    """The dealing steps' codes, in the text's order."""
    place = document.at("dealing_steps")
    found = codes(place)
    once(place, found)
    return tuple(found)


def codes(place: Place) -> list[str]:
    """The codes of a list's entries."""
    return [item.at("code").code() for item in place.items()]


def once(place: Place, found: Collection[str]) -> None:
    """Refuse a list that names something twice."""
    if len(set(found)) != len(found):
        raise place.invalid("every code may occur once", "لا يتكرر رمز")
