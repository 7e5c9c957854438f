"""How a way of reaching somebody reads, in both languages."""

from __future__ import annotations

import pytest

from gateways.portal.looks import Pair
from gateways.portal.ways import in_words

NUMBER = "+966 5•• ••• •67"


@pytest.mark.parametrize(
    ("channel", "kind", "name", "words"),
    [
        ("phone_call", "phone", ("الاتصال الهاتفي", "Telephone"), f"الاتصال الهاتفي على {NUMBER}"),
        ("interview", "phone", ("المقابلة", "Interview"), f"المقابلة، بموعد يُتفق عليه هاتفيًا على {NUMBER}"),
        ("field_visit", "address", ("الزيارات الميدانية", "Field visits"), f"الزيارات الميدانية، في {NUMBER}"),
        ("website", "phone", ("الموقع الإلكتروني", "Website"), f"الموقع الإلكتروني، بالدخول عبر {NUMBER}"),
        ("correspondence", "email", ("الخطابات", "Letters"), f"الخطابات إلى {NUMBER}"),
        ("message_service", "phone", ("خدمة الرسائل", "Messages"), f"خدمة الرسائل على {NUMBER}"),
    ],
)
def test_a_number_is_named_for_what_it_is_there(channel: str, kind: str, name: Pair, words: str) -> None:
    ar, en = in_words(channel, kind, name, NUMBER)
    assert ar == words
    assert en.startswith(name[1])
    assert en.endswith(NUMBER)


def test_without_a_number_the_channel_alone_is_named() -> None:
    assert in_words("interview", "phone", ("المقابلة", "Interview"), "") == ("المقابلة", "Interview")
