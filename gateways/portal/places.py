"""Places in an association's text, as its clauses name them, in the language of a page."""

from __future__ import annotations

import re
from collections.abc import Callable

from gateways.portal.looks import Pair
from gateways.portal.runs import readable
from shared.locale.wording import Language

PARTS = {
    "steps": "خطوات التعامل",
    "channels": "القنوات",
    "detailed objectives": "الأهداف التفصيلية",
    "general objective": "الهدف العام",
    "preamble": "التمهيد",
    "tools": "الأدوات",
    "methods": "أساليب تقديم الخدمات",
    "cover": "الغلاف",
    "title": "العنوان",
    "board approval": "اعتماد المجلس",
    "whole text": "النص كله",
    "chapter heading": "عنوان الفصل",
    "acknowledgement form": "نموذج الإقرار",
    "table of contents": "الفهرس",
}
"""The parts of a policy's text, as its places name them."""


def place(clause: str, language: Language, named: Callable[[str], Pair]) -> str:
    """A place in an association's text, its parts in the page's language, its letters apart from its numbers."""
    told = readable(clause, language, named)
    if language == "en":
        return told
    return re.sub(r"\b[a-z]+(?: [a-z]+)*\b", lambda part: PARTS.get(part.group(), part.group()), told)
