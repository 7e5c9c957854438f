"""Text as pages hold it: numbers in runs of their own, codes and places in the association's text in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from markupsafe import Markup, escape

from gateways.portal.looks import Pair
from shared.locale.wording import Language, full

# A number with what belongs to it: a code, a time, a place in a text. A stop or colon beside it belongs to the
# sentence: inside the run it would be put on the number's other side.
_RUN = re.compile(r"(?=[+\w./:\-]*\d)\+?\w(?:[\w./:\-]*\w)?(?:\(\d+\))*", re.ASCII)
_LETTER = re.compile(r"\(([\u0620-\u064a])\)")
# The same among plain words: a masked telephone number has dots and spaces in it, a reference its letters.
_TOLD = re.compile(r"(?:[A-Za-z][\w-]*-)?\+?[\d•](?:[\d•./:\- ]*[\d•])?", re.ASCII)
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_CODE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")


def isolated(text: str) -> Markup:
    """The text with each run of digits kept together and from left to right, and a lettered place in its language."""
    parts, end = [], 0
    for run in _RUN.finditer(text):
        parts += [_lettered(text[end : run.start()]), Markup('<bdi class="num" dir="ltr">{}</bdi>').format(run.group())]
        end = run.end()
    return Markup("").join([*parts, _lettered(text[end:])])


def _lettered(text: str) -> Markup:
    return Markup(_LETTER.sub(r'(<bdi lang="ar">\1</bdi>)', str(escape(text))))


def embedded(text: str) -> str:
    """The same for a place that holds text only, as the words of a list to choose from do: by marks of direction."""
    return _TOLD.sub("\u2066\\g<0>\u2069", text)


def readable(text: str, language: Language, named: Callable[[str], Pair]) -> str:
    """A sentence of the domain with the codes in it named, and places in the text written as the language does."""
    side = 0 if language == "ar" else 1
    told = _CODE.sub(lambda code: named(code.group())[side], text)
    told = _DAY.sub(lambda day: full(date.fromisoformat(day.group()), language), told)
    if language == "en":
        return told
    told = re.sub(r"\bart\. ?", "المادة ", told)
    return re.sub(r"([\d)])([\u0620-\u064a])", r"\1 \2", told)
