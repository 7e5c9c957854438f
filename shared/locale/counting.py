"""A number with its noun in the right form: five forms in Arabic, two in English."""

from __future__ import annotations

from shared.locale.wording import Language

Noun = tuple[str, str, str, str, str, str, str]
"""One, two, few (3 to 10), many (11 to 99), hundreds; and in English one and more."""


def counted(n: int, noun: Noun, language: Language) -> str:
    """«بند واحد»، «بندان»، «3 بنود»، «11 بندًا»، «100 بند»؛ «لا بنود» · 1 item, 2 items. n: 0 or more."""
    one, two, few, many, hundreds, single, plural = noun
    if language == "en":
        return f"{n} {single if n == 1 else plural}"
    if n == 0:
        return f"لا {few}"
    if n in (1, 2):
        return one if n == 1 else two
    rest = n % 100
    return f"{n} {few if 3 <= rest <= 10 else many if rest > 10 else hundreds}"
