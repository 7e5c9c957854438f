"""Digits as people type and print them: Arabic-Indic, Persian and ASCII."""

from __future__ import annotations

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
ASCII = "0123456789"
# Marks that steer direction come along when a number is copied out of Arabic text, and nobody sees them.
UNSEEN = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"

_TO_ASCII = str.maketrans(ARABIC_INDIC + PERSIAN, ASCII * 2)
_TO_ARABIC_INDIC = str.maketrans(ASCII, ARABIC_INDIC)
_WITHOUT_UNSEEN = str.maketrans("", "", UNSEEN)


def ascii_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as ASCII; all else as it was."""
    return text.translate(_TO_ASCII)


def arabic_indic_digits(text: str) -> str:
    """ASCII digits as Arabic-Indic; all else as it was."""
    return text.translate(_TO_ARABIC_INDIC)


def typed_number(text: str) -> str:
    """What was meant by a typed number: ASCII digits, trimmed, without unseen marks."""
    return ascii_digits(text.translate(_WITHOUT_UNSEEN)).strip()
