"""What the association's policy says of complaints, as rules that are true when satisfied."""

from __future__ import annotations

from collections.abc import Collection

from shared.contracts.governance import PolicyVersionPutInForce

# Kadi art. 3(5)أ names a direct link on the website; a complaint over it arrives by this ordinary channel.
WAYS_IN = {"website_direct_link": "website"}


def stated_channels(policy: PolicyVersionPutInForce) -> tuple[str, ...]:
    """The channels the policy names for complaints; none where it is silent."""
    return tuple(WAYS_IN.get(code, code) for code in policy.complaints.channels)


def complaint_channels(policy: PolicyVersionPutInForce, ordinary: Collection[str]) -> tuple[str, ...]:
    """Where the policy is silent, the ordinary channels serve."""
    return stated_channels(policy) or tuple(sorted(ordinary))


def fax_names_its_page(channel: str, fax_page_ref: str | None) -> bool:
    """A fax is kept on paper: the record must lead to the sheet."""
    return channel != "fax" or bool(fax_page_ref)
