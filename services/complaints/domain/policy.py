"""What the association's policy says of complaints, as rules that are true when satisfied."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from shared.contracts.governance import Channel, PolicyVersionPutInForce
from shared.domain.actor import Actor

# Kadi art. 3(5)أ names a direct link on the website; a complaint over it arrives by this ordinary channel.
WAYS_IN = {"website_direct_link": "website"}
A_CODE = re.compile(r"[a-z][a-z_]{0,40}")
SELF_SERVICE = frozenset({"beneficiary", "guardian"})


def stated_channels(policy: PolicyVersionPutInForce) -> tuple[str, ...]:
    """The channels the policy names for complaints; none where it is silent."""
    return tuple(WAYS_IN.get(code, code) for code in policy.complaints.channels)


def complaint_channels(policy: PolicyVersionPutInForce, ordinary: Collection[str]) -> tuple[str, ...]:
    """Where the policy is silent, the ordinary channels serve."""
    return stated_channels(policy) or tuple(sorted(ordinary))


def fax_names_its_page(channel: str, fax_page_ref: str | None) -> bool:
    """A fax is kept on paper: the record must lead to the sheet."""
    return channel != "fax" or bool(fax_page_ref)


def complains_in_own_name(actor: Actor, complainant_id: str | None) -> bool:
    """Whoever signs in is on record as the one who asked, so nobody who has signed in can be promised anonymity."""
    return not actor.roles & SELF_SERVICE or complainant_id == actor.ref


def names(codes: Collection[str], channels: Mapping[str, Channel]) -> dict[str, str]:
    """What the channels are called, for a sentence in each language."""
    return {
        "en": ", ".join(channels[code].en if code in channels else code for code in codes),
        "ar": "، ".join(channels[code].ar if code in channels else code for code in codes),
    }
