"""How pages are made: Jinja, two languages side by side, finished dates, every number in a run of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, assert_never
from urllib.parse import urlencode
from uuid import uuid4

from fastapi import Request
from fastapi.responses import Response
from fastapi.templating import Jinja2Templates
from markupsafe import Markup

from gateways.portal import looks, places
from gateways.portal.counting import counted
from gateways.portal.entrance import LANGUAGE, language_of
from gateways.portal.looks import Pair
from gateways.portal.own_body import GENERIC, by_its_name
from gateways.portal.rail import rail
from gateways.portal.references import with_names
from gateways.portal.runs import embedded, isolated
from gateways.portal.staff_words import staff_words
from gateways.portal.step_words import Said, Word
from gateways.portal.visit import Visit
from gateways.portal.wordbook import known
from shared.application.situation import RIYADH
from shared.locale import wording
from shared.locale.dates import dual_from_gregorian, dual_from_hijri, local_date
from shared.locale.names import initials
from shared.locale.wording import Language

HERE = Path(__file__).parent
CODE = Markup('<bdi class="code" dir="ltr" lang="en">{}</bdi>')
_templates = Jinja2Templates(directory=HERE / "templates")


def icon(name: str, classes: str = "") -> Markup:
    """One icon of the sprite, beside a word."""
    turned = " i-dir" if name in looks.MIRRORED else ""
    drawn = '<svg class="i{}" aria-hidden="true"><use href="/static/icons.svg#{}"/></svg>'
    return Markup(drawn).format(f"{turned} {classes}".rstrip(), name)


def page(request: Request, template: str, visit: Visit | None = None, status: int = 200, **context: Any) -> Response:
    """A page in the language of the request."""
    language = language_of(request)
    told = (
        context
        | words_for(language, visit)
        | {
            "visit": visit,
            "rail": partial(rail, visit) if visit else list,
            "path": request.url.path,
            "here": here(request),
            "in_language": partial(in_language, request),
            "icon": icon,
            "looks": looks,
        }
    )
    answer = _templates.TemplateResponse(request, template, told, status_code=status)
    if "lang" in request.query_params:
        answer.set_cookie(LANGUAGE, language, httponly=True, samesite="strict", max_age=31_536_000)
    return answer


def here(request: Request) -> str:
    """Where to go back to: this page, or for what was posted its page without the command."""
    if request.method == "GET":
        kept = urlencode([one for one in request.query_params.multi_items() if one[0] != "lang"], safe=":/")
        return f"{request.url.path}?{kept}" if kept else request.url.path
    return request.url.path.rpartition("/")[0] or request.url.path


def in_language(request: Request, language: Language) -> str:
    """Where this page stands in the other language: an address that can be opened, also after a refused form."""
    address = here(request)
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


def words_for(language: Language, visit: Visit | None) -> dict[str, Any]:
    """What templates say things with in one language, and in his association's words."""
    named: Callable[[str], Pair] = visit.named if visit else lambda code: known(code) or (code, code)
    staff = staff_words(language, visit) if visit else {}
    own = partial(by_its_name, body=visit.body if visit else GENERIC)
    return (
        staff
        | _names_of(language, named, visit)
        | {
            "language": language,
            "say": lambda ar, en: isolated(own(ar if language == "ar" else en)),
            "plain": lambda ar, en: own(ar if language == "ar" else en),
            "told": partial(_told, language, named, visit, staff.get("staff", isolated)),
            "cited": lambda clause: isolated(_cited(clause, language, named, visit)),
            "counted": lambda n, what: isolated(counted(n, what, language)),
            "of": lambda pair: isolated(own(pair[0] if language == "ar" else pair[1])),
            "full": partial(_full, language),
            "short": partial(_short, language),
            "time": lambda moment: isolated(f"{moment.astimezone(RIYADH):%H:%M}"),
            "new_id": lambda: str(uuid4()),
            "months": wording.MONTHS[language],
            "hijri_months": wording.HIJRI_MONTHS[language],
            "weekdays": looks.WEEKDAYS[language],
            "riyadh": RIYADH,
            "moment": datetime.fromisoformat,
            "day_of": date.fromisoformat,
            "today_of": local_date,
            "entered": partial(_entered, language),
            "dated": lambda day: isolated(wording.in_one_calendar(day, language)),
        }
    )


def _told(
    language: Language,
    named: Callable[[str], Pair],
    visit: Visit | None,
    staff: Callable[[str], Markup],
    ar: str,
    en: str,
) -> Markup:
    """A sentence of a service: its codes and places named, and the staff this page knows."""
    text = by_its_name(ar if language == "ar" else en, visit.body if visit else GENERIC)
    sentence = places.sentence(text, language, named)
    return with_names(sentence, visit.colleagues if visit else (), staff)


def _names_of(language: Language, named: Callable[[str], Pair], visit: Visit | None) -> dict[str, Any]:
    side = 0 if language == "ar" else 1

    def called(code: str) -> Markup:
        """A code nobody named is shown as it is, as a run of the other language."""
        pair = named(code)
        return CODE.format(code) if pair == (code, code) else isolated(pair[side])

    def person(name: str) -> Markup:
        return Markup("<bdi>{}</bdi>").format(initials(name) if visit and visit.covered else name)

    def sentence(said: Said) -> Markup:
        return Markup("").join(_piece(word, language, called) for word in said[side])

    return {"called": called, "plainly": lambda code: named(code)[side], "person": person, "sentence": sentence}


def _piece(word: Word, language: Language, called: Callable[[str], Markup]) -> Markup:
    match word.kind:
        case "text":
            return isolated(word.text[0] if language == "ar" else word.text[1])
        case "day":
            return isolated(wording.in_one_calendar(date.fromisoformat(word.value), language))
        case "number":
            return isolated(word.value)
        case "code":
            return called(word.value)
        case _:
            assert_never(word.kind)


def _cited(clause: str, language: Language, named: Callable[[str], Pair], visit: Visit | None) -> str:
    """A place with whose text it is in: «كادي، المادة 3(3) ح»."""
    whose = visit.short_name[0 if language == "ar" else 1] if visit else ""
    return ("، " if language == "ar" else ", ").join(
        part for part in (whose, places.place(clause, language, named)) if part
    )


def _full(language: Language, day: date | datetime) -> Markup:
    return isolated(wording.full(local_date(day) if isinstance(day, datetime) else day, language))


def _entered(language: Language, day: date | str, hijri: str | None) -> Markup:
    """A day in both calendars, first the one in which it was entered."""
    gregorian = date.fromisoformat(day) if isinstance(day, str) else day
    dual = dual_from_hijri(hijri) if hijri else dual_from_gregorian(gregorian)
    first, _, other = wording.as_entered(dual, language).partition(" (")
    return isolated(first) + Markup(' <span class="nb">({}</span>').format(isolated(other))


def _short(language: Language, day: date | datetime, today: date) -> Markup:
    return isolated(wording.listed(local_date(day) if isinstance(day, datetime) else day, today, language))


_templates.env.filters["embedded"] = embedded
_templates.env.filters["num"] = lambda value: isolated(str(value))
_templates.env.globals["html_lang"] = lambda language: ("ar", "rtl") if language == "ar" else ("en", "ltr")
_templates.env.trim_blocks = _templates.env.lstrip_blocks = True
