"""A message's words: a template filled with numbers and dates, as the recipient's language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from services.notifications.domain.commands import Rendered, Texts
from shared.contracts.governance import Window
from shared.locale.wording import full

Language = Literal["ar", "en"]
Digits = Literal["latn", "arab"]
DATES = frozenset({"date", "before", "after", "not_before", "due_by"})


def render(
    texts: Texts, params: Mapping[str, str], language: Language, digits: Digits = "latn", window: Window | None = None
) -> Rendered:
    """Pure: the same template and params give the same letters."""
    words = {name: _spoken(name, value, language, digits) for name, value in params.items()}
    words["window"] = window_words(params, language, digits, window)
    # A subject is one line: it becomes a header.
    subject = " ".join(texts.subject.format_map(words).split())
    return Rendered(subject=subject, body=texts.body.format_map(words).strip())


def window_words(params: Mapping[str, str], language: Language, digits: Digits, window: Window | None) -> str:
    """When the reply comes, in the words of the policy the request is under."""
    if "not_before" in params:
        day = full(date.fromisoformat(params["not_before"]), language, digits)
        lasts = window and duration(window.min_count, window.min_unit, language)
        return _EARLIEST[language, bool(lasts)].format(duration=lasts, date=day)
    if "due_by" in params:
        day = full(date.fromisoformat(params["due_by"]), language, digits)
        # Where the board has turned a stated minimum into a maximum, the stated count is the one that ends.
        stated = (window.max_count or window.min_count, window.max_unit or window.min_unit) if window else (None, None)
        lasts = duration(*stated, language)
        words = _LATEST[language, bool(lasts)].format(duration=lasts, date=day)
        return words + _PROVISIONAL[language] if "provisional" in params else words
    return ""


def duration(count: int | None, unit: str | None, language: Language) -> str:
    """«أسبوعين»، «15 يوم عمل» · two weeks, 15 working days; empty where nothing is stated."""
    if count is None or unit is None:
        return ""
    if unit == "calendar_day" and count in _WEEKS:
        return _WEEKS[count][language]
    return _working_days(count, language) if unit == "working_day" else _days(count, language)


def _days(count: int, language: Language) -> str:
    if language == "en":
        return "one day" if count == 1 else f"{count} days"
    return {1: "يوم واحد", 2: "يومين"}.get(count) or (f"{count} أيام" if count <= 10 else f"{count} يومًا")


def _working_days(count: int, language: Language) -> str:
    if language == "en":
        return "one working day" if count == 1 else f"{count} working days"
    return {1: "يوم عمل واحد", 2: "يومي عمل"}.get(count) or (f"{count} أيام عمل" if count <= 10 else f"{count} يوم عمل")


def _spoken(name: str, value: str, language: Language, digits: Digits) -> str:
    return full(date.fromisoformat(value), language, digits) if name in DATES else value


_WEEKS: Mapping[int, Mapping[Language, str]] = {
    7: {"ar": "أسبوع", "en": "one week"},
    14: {"ar": "أسبوعين", "en": "two weeks"},
}
_EARLIEST: Mapping[tuple[Language, bool], str] = {
    ("ar", True): "يصلك الرد بعد {duration} على الأقل، أي من {date}",
    ("ar", False): "لا يصلك الرد قبل {date}",
    ("en", True): "The reply will come after at least {duration}, from {date}",
    ("en", False): "The reply will not come before {date}",
}
_LATEST: Mapping[tuple[Language, bool], str] = {
    ("ar", True): "يصلك الرد في {duration} على الأكثر، أي قبل نهاية {date}",
    ("ar", False): "يصلك الرد قبل نهاية {date}",
    ("en", True): "You will have the reply within {duration}, by the end of {date}",
    ("en", False): "You will have the reply by the end of {date}",
}
_PROVISIONAL: Mapping[Language, str] = {
    "ar": ". وقد يتغير هذا الموعد إذا أُعلنت إجازات قبله، وسنخبرك إن تغيّر",
    "en": ". Holidays announced before then may still move that day; you will be told if they do",
}
