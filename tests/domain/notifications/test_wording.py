"""What messages say: neutral, in both languages, with the words of the policy in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from services.notifications.adapters.templates import built_in
from services.notifications.application.reading import ReadInbox, ReadTemplate
from services.notifications.domain.commands import PublishTemplate, Texts
from services.notifications.domain.events import MessageTemplatePublished
from services.notifications.domain.template import placeholders
from services.notifications.domain.wording import Language, duration, render, window_words
from shared.contracts.governance import Window
from tests.domain.notifications.examples import CHILD, FOUR, KADI, agreed, completed, policy, reply
from tests.domain.notifications.stage import Stage

PARAMS = {
    "number": "KYN-2026-0001",
    "date": "2026-03-15",
    "before": "2026-04-07",
    "after": "2026-04-09",
    "due_by": "2026-04-09",
    "version": "2",
    "session": "3",
    "time": "10:00",
    "stage": "reception",
}
FIELDS_OF_WORK = ("يتيم", "أيتام", "كفالة", "أسنان", "صحي", "بيئة", "orphan", "dental", "health", "environment")


@pytest.mark.parametrize("code", sorted(built_in()))
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_template_can_be_filled_and_names_no_field_of_work(code: str, language: Language) -> None:
    words = render(built_in()[code].texts(language), PARAMS, language, window=KADI)
    assert words.subject
    assert words.body
    assert "{" not in words.subject + words.body
    assert not [word for word in FIELDS_OF_WORK if word in words.subject + words.body]


@pytest.mark.parametrize("code", sorted(built_in()))
def test_both_languages_tell_the_same(code: str) -> None:
    template = built_in()[code]
    arabic, english = replace(template, en=template.ar), replace(template, ar=template.en)
    assert set(placeholders(arabic)) == set(placeholders(english))


@pytest.mark.parametrize(
    ("window", "params", "arabic", "english"),
    [
        (
            FOUR,
            {"not_before": "2026-03-29"},
            "يصلك الرد بعد أسبوعين على الأقل، أي من الأحد 29 مارس 2026 م، 10 شوال 1447 هـ",
            "The reply will come after at least two weeks, from Sunday 29 March 2026, 10 Shawwal 1447 AH",
        ),
        (
            KADI,
            {"due_by": "2026-04-09"},
            "يصلك الرد في 15 يوم عمل على الأكثر، أي قبل نهاية الخميس 9 أبريل 2026 م، 21 شوال 1447 هـ",
            "You will have the reply within 15 working days, by the end of Thursday 9 April 2026, 21 Shawwal 1447 AH",
        ),
        (
            KADI,
            {"due_by": "2026-04-09", "provisional": "yes"},
            "يصلك الرد في 15 يوم عمل على الأكثر، أي قبل نهاية الخميس 9 أبريل 2026 م، 21 شوال 1447 هـ"
            ". وقد يتغير هذا الموعد إذا أُعلنت إجازات قبله، وسنخبرك إن تغيّر",
            "You will have the reply within 15 working days, by the end of Thursday 9 April 2026, 21 Shawwal 1447 AH"
            ". Holidays announced before then may still move that day; you will be told if they do",
        ),
        (
            Window(min_count=14, min_unit="calendar_day", interpretation="maximum_by_board_resolution"),
            {"due_by": "2026-03-29"},
            "يصلك الرد في أسبوعين على الأكثر، أي قبل نهاية الأحد 29 مارس 2026 م، 10 شوال 1447 هـ",
            "You will have the reply within two weeks, by the end of Sunday 29 March 2026, 10 Shawwal 1447 AH",
        ),
        (
            None,
            {"due_by": "2026-03-29"},
            "يصلك الرد قبل نهاية الأحد 29 مارس 2026 م، 10 شوال 1447 هـ",
            "You will have the reply by the end of Sunday 29 March 2026, 10 Shawwal 1447 AH",
        ),
    ],
)
def test_the_window_is_told_in_the_words_of_the_policy(
    window: Window | None, params: dict[str, str], arabic: str, english: str
) -> None:
    assert window_words(params, "ar", "latn", window) == arabic
    assert window_words(params, "en", "latn", window) == english


@pytest.mark.parametrize(
    ("count", "unit", "arabic"),
    [
        (1, "calendar_day", "يوم واحد"),
        (2, "calendar_day", "يومين"),
        (3, "calendar_day", "3 أيام"),
        (11, "calendar_day", "11 يومًا"),
        (2, "working_day", "يومي عمل"),
        (10, "working_day", "10 أيام عمل"),
        (15, "working_day", "15 يوم عمل"),
        (None, None, ""),
    ],
)
def test_days_are_counted_as_arabic_counts_them(count: int | None, unit: str | None, arabic: str) -> None:
    assert duration(count, unit, "ar") == arabic


def test_completion_is_told_with_the_window_of_the_version_the_request_is_under(notifications: Stage) -> None:
    notifications.adopted(policy("website"), replace(policy("website", window=KADI), version=2))
    notifications.told(completed(not_before=date(2026, 3, 29)))
    notifications.settle()
    (message,) = notifications.ask(ReadInbox(), by="beneficiary", ref=CHILD).messages
    assert "بعد أسبوعين على الأقل، أي من الأحد 29 مارس" in message.body


def test_a_message_is_written_in_the_language_that_was_agreed(notifications: Stage) -> None:
    notifications.adopted(policy("email")).told(agreed(notifications, language="en"))
    notifications.told(reply())
    notifications.settle()
    ((_, subject, _),) = notifications.mail.carried.values()
    assert subject == "The reply to request KYN-2026-0001 is out"


OWN = PublishTemplate(
    template_code="decision_issued",
    ar=Texts(subject="رد {number}", body="صدر الرد {number}"),
    en=Texts(subject="Reply {number}", body="Reply {number}"),
)


def versions(notifications: Stage) -> list[tuple[int, bool]]:
    published = (fact for fact in notifications.facts() if isinstance(fact, MessageTemplatePublished))
    return [(fact.version, fact.by_association) for fact in published]


def test_the_wording_is_put_on_record_at_its_first_use_and_the_association_may_have_its_own(
    notifications: Stage,
) -> None:
    notifications.adopted(policy("email")).told(agreed(notifications))
    for _ in range(2):
        notifications.told(reply())
        notifications.settle()
    assert versions(notifications) == [(1, False)]
    notifications.given(OWN, by="governance_officer")
    notifications.told(reply())
    notifications.settle()
    assert versions(notifications) == [(1, False), (2, True)]
    assert "رد KYN-2026-0001" in {subject for _, subject, _ in notifications.mail.carried.values()}
    read = notifications.ask(ReadTemplate(template_code="decision_issued"), by="governance_officer")
    assert (read.version, read.by_association, read.ar) == (2, True, OWN.ar)


@pytest.mark.parametrize("body", ["{outcome}", "{number.__class__}", "{number!r}", "{number:>10}", "{", "{0}"])
def test_an_own_wording_tells_no_more_than_the_platforms(notifications: Stage, body: str) -> None:
    wrong = replace(OWN, ar=Texts(subject="رد", body=body))
    assert notifications.refused(wrong, by="governance_officer") == "unknown_placeholder"


def test_an_own_wording_needs_both_languages_and_a_known_message(notifications: Stage) -> None:
    silent = replace(OWN, en=Texts(subject="", body=""))
    assert notifications.refused(silent, by="governance_officer") == "text_missing"
    assert notifications.refused(replace(OWN, template_code="other"), by="governance_officer") == "unknown_template"
