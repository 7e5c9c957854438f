"""How a way of reaching somebody is put in words: by which channel, and what his number or address is for there."""

from __future__ import annotations

from collections.abc import Mapping

from gateways.portal.looks import Pair

BY_PHONE: Pair = ("{}، بموعد يُتفق عليه هاتفيًا على {}", "{}, on a day agreed by telephone at {}")
BY_LETTER: Pair = ("{}، بموعد يُرسل إلى {}", "{}, on a day sent to {}")
THERE: Pair = ("{}، في {}", "{}, at {}")
SIGNING_IN: Pair = ("{}، بالدخول عبر {}", "{}, signing in with {}")
ON: Pair = ("{} على {}", "{}: {}")
TO: Pair = ("{} إلى {}", "{} to {}")
OF: Mapping[str, Mapping[str, Pair]] = {
    "interview": {"phone": BY_PHONE, "email": BY_LETTER, "address": BY_LETTER},
    "field_visit": {"phone": BY_PHONE, "address": THERE},
    "branch_delegate": {"phone": BY_PHONE, "address": THERE},
    "website": {"phone": SIGNING_IN, "email": SIGNING_IN},
}
"""Where nobody is told at the number itself: it is for the appointment, or what one signs in by."""
USUAL: Mapping[str, Pair] = {"phone": ON, "fax": ON}


def in_words(channel: str, kind: str, name: Pair, at: str) -> Pair:
    """A channel by its name here, with a contact point of a kind, as much of which is said as `at` holds."""
    if not at:
        return name
    ar, en = OF.get(channel, {}).get(kind) or USUAL.get(kind, TO)
    return ar.format(name[0], at), en.format(name[1], at)
