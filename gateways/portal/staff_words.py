"""How templates say who of the staff it is: by name, else by title and reference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from gateways.portal.colleagues import colleague
from gateways.portal.looks import Pair
from gateways.portal.runs import isolated
from gateways.portal.visit import Visit
from services.governance.domain.commands.naming import StaffName
from shared.application.situation import RIYADH
from shared.locale.names import given_name
from shared.locale.wording import Language

REFERENCE = Markup('<bdi dir="ltr" lang="en">{}</bdi>')
GREETINGS: tuple[tuple[int, Pair], ...] = (
    (4, ("مساء الخير", "Good evening")),
    (12, ("صباح الخير", "Good morning")),
    (17, ("مساء الخير", "Good afternoon")),
    (24, ("مساء الخير", "Good evening")),
)
"""Until which hour, in Riyadh."""


def staff_words(language: Language, visit: Visit) -> dict[str, Any]:
    """`staff(ref)`, `whom(role or ref)`, `staff_title(ref)`, `staff_initial(ref)`, and `greeting()` of the visitor."""
    side = 0 if language == "ar" else 1

    def title(ref: str) -> Markup:
        code = colleague(visit, ref).job_title_code
        pair = visit.named(code) if code else ("", "")
        return isolated(pair[side]) if code and pair != (code, code) else Markup("")

    def staff(ref: str) -> Markup:
        name = colleague(visit, ref).name
        if name:
            return written(name, language, lambda text: text)
        return Markup("{} {}").format(title(ref), REFERENCE.format(ref)) if title(ref) else REFERENCE.format(ref)

    def whom(code: str) -> Markup:
        pair = visit.named(code)
        return staff(code) if pair == (code, code) else isolated(pair[side])

    def initial(ref: str) -> str:
        name = colleague(visit, ref).name
        return ((name.latin if language == "en" else None) or name.name)[0].upper() if name else ""

    def greeting() -> Markup:
        name, hour = colleague(visit, visit.actor.ref).name, visit.now.astimezone(RIYADH).hour
        words = next(pair[side] for until, pair in GREETINGS if hour < until)
        comma = ("،", ",")[side]
        return Markup("{}{} {}").format(words, comma, written(name, language, given_name)) if name else Markup("")

    return {"staff": staff, "whom": whom, "staff_title": title, "staff_initial": initial, "greeting": greeting}


def written(name: StaffName, language: Language, part: Callable[[str], str]) -> Markup:
    """A name, or a part of it, in the letters of the page where it was given in them."""
    if language == "ar":
        return Markup("<bdi>{}</bdi>").format(part(name.name))
    if name.latin:
        return Markup("<bdi>{}</bdi>").format(part(name.latin))
    return Markup('<bdi lang="ar">{}</bdi>').format(part(name.name))
