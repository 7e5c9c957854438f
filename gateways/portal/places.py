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


ONE_OF = {
    "steps": "الخطوة",
    "channels": "القناة",
    "detailed objectives": "الهدف التفصيلي",
    "tools": "الأداة",
    "methods": "الأسلوب",
}
"""What one of a numbered part is called."""
LETTERS = {
    "أ": "alif",
    "ب": "ba",
    "ت": "ta",
    "ث": "thaa",
    "ج": "jim",
    "ح": "ha",
    "خ": "kha",
    "د": "dal",
}
"""The letters that number the paragraphs of an article, in the order the texts use, by the names they are read with."""
_NUMBERED = re.compile(rf"\b({'|'.join(ONE_OF)}) (?=\d)")
_PART = re.compile(r"\b[a-z]+(?: [a-z]+)*\b")
_IN_BRACKETS = re.compile(rf"(?<=\()({'|'.join(PARTS)})(?=\))")
_LETTER = re.compile(rf"(?<=[\d)]) ?([{''.join(LETTERS)}])(?![\u0620-\u064a])")


def place(clause: str, language: Language, named: Callable[[str], Pair]) -> str:
    """A place in an association's text, its parts in the page's language, its letters apart from its numbers."""
    told = sentence(clause, language, named)
    return (
        told
        if language == "en"
        else _PART.sub(lambda part: PARTS.get(part.group(), part.group()), told).replace(";", "؛")
    )


def sentence(text: str, language: Language, named: Callable[[str], Pair]) -> str:
    """A sentence of the domain, the places in it as the language names them."""
    told = readable(text, language, named)
    if language == "en":
        told = _NUMBERED.sub(lambda part: f"{part[1].removesuffix('s')} ", told)
        return _LETTER.sub(lambda letter: f" {LETTERS[letter[1]]} ({letter[1]})", told)
    told = _NUMBERED.sub(lambda part: f"{ONE_OF[part[1]]} ", told)
    return _IN_BRACKETS.sub(lambda part: PARTS[part[1]], told)
