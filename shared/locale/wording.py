"""Dates as finished sentences, in both languages and both calendars."""

from __future__ import annotations

from datetime import date
from typing import Literal

from shared.locale.dates import DualDate, HijriDate, parse_hijri, to_hijri
from shared.locale.digits import arabic_indic_digits

Language = Literal["ar", "en"]
Digits = Literal["latn", "arab"]

WEEKDAYS = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "ar": (
        *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
        *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
HIJRI_MONTHS = {
    "ar": (
        *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
    ),
    "en": (
        *("Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Akhir", "Jumada al-Ula", "Jumada al-Akhirah"),
        *("Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah"),
    ),
}


def full(day: date, language: Language, digits: Digits = "latn") -> str:
    """«الأحد 15 مارس 2026 م، 26 رمضان 1447 هـ» · Sunday 15 March 2026, 26 Ramadan 1447 AH."""
    comma = "، " if language == "ar" else ", "
    weekday = WEEKDAYS[language][day.weekday()]
    return _in_digits(
        f"{weekday} {_gregorian(day, language)}{comma}{_hijri(to_hijri(day), language)}", language, digits
    )


def in_one_calendar(day: date, language: Language) -> str:
    """«الخميس 9 أبريل 2026 م» · Thursday 9 April 2026."""
    return f"{WEEKDAYS[language][day.weekday()]} {_gregorian(day, language)}"


def listed(day: date, today: date, language: Language, digits: Digits = "latn") -> str:
    """«الأحد 5 أبريل» · Sunday 5 April, with the year when it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    words = f"{WEEKDAYS[language][day.weekday()]} {day.day} {MONTHS[language][day.month - 1]}{year}"
    return _in_digits(words, language, digits)


def as_entered(dual: DualDate, language: Language, digits: Digits = "latn") -> str:
    """The calendar the person used first: «22 ذو القعدة 1429 هـ (20 نوفمبر 2008 م)»."""
    forms = [_hijri(parse_hijri(dual.h), language), _gregorian(dual.g, language)]
    first, second = forms if dual.source == "entered" else reversed(forms)
    return _in_digits(f"{first} ({second})", language, digits)


def _gregorian(day: date, language: Language) -> str:
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}" + (" م" if language == "ar" else "")


def _hijri(day: HijriDate, language: Language) -> str:
    era = "هـ" if language == "ar" else "AH"
    return f"{day.day} {HIJRI_MONTHS[language][day.month - 1]} {day.year} {era}"


def _in_digits(text: str, language: Language, digits: Digits) -> str:
    return arabic_indic_digits(text) if language == "ar" and digits == "arab" else text
