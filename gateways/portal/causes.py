"""Why a message was not sent, as the service that sends them codes it."""

from __future__ import annotations

from collections.abc import Mapping

from gateways.portal.looks import Pair

CAUSES: Mapping[str, Pair] = {
    "no_consent": ("لم يوافق على هذا النوع من الرسائل", "no consent to this kind of message"),
    "opted_out": ("طلب ألا تصله هذه الرسائل", "he asked not to get these messages"),
    "channel_not_permitted": (
        "لا قناة من قنوات الجمعية توصل إليه: لم يُتفق معه على وسيلة تصل إليه",
        "none of the association’s channels leads to the addressee: no means was agreed that does",
    ),
    "quiet_hours": ("وقت راحة", "quiet hours"),
    "subject_destroyed": ("أُتلفت بياناته", "the data were destroyed"),
    "guardianship_ended": ("انتهت ولاية من كان سيُبلَّغ", "the guardianship of the addressee has ended"),
}
