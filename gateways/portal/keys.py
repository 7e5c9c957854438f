"""The shortcuts: what each key does, which of them somebody has switched off, and whether names are covered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal.entrance import Posted, Visiting
from gateways.portal.looks import Pair
from gateways.portal.rendering import page

router = APIRouter()
HERE = re.compile(r"/(?!/)[\w/?=&.:-]*")
"""An address of our own to go back to: nothing that a browser could take for another host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """code: names it to the script and to what is remembered. shown: what stands on the key. does: in words."""

    code: str
    shown: tuple[str, ...]
    does: Pair


KEYS = (
    Key(code="Slash", shown=("/",), does=("ابحث", "Search")),
    Key(code="F2", shown=("F2",), does=("استقبل مراجعًا", "Receive a visitor")),
    Key(code="F4", shown=("F4",), does=("سجّل استفسارًا", "Record an inquiry")),
    Key(code="Arrows", shown=("↑", "↓"), does=("السطر السابق أو التالي", "Previous or next row or item")),
    Key(code="Enter", shown=("Enter",), does=("افتح السطر، أو أرسل النموذج", "Open the row, or send the form")),
    Key(code="Period", shown=(".",), does=("الخطوة التالية للسطر", "The row’s next step")),
    Key(code="Digits", shown=("1", "2", "3"), does=("اختر صوتك، ثم Enter يسجّله", "Choose a vote; Enter records it")),
    Key(code="Ends", shown=("Home", "End"), does=("أول حدث في الحالة، أو الآن", "First event of the case, or now")),
    Key(code="Escape", shown=("Esc",), does=("أغلق، وعد إلى حيث كنت", "Close, back to where you were")),
    Key(code="Help", shown=("?",), does=("هذه القائمة", "This list")),
)
FIXED = frozenset({"Enter"})
"""What the browser itself does with a key cannot be switched off here."""


@router.get("/keys")
def show(request: Request, visit: Visiting) -> Response:
    """All of them, with the form that switches each off."""
    return page(request, "keys.html", visit, keys=KEYS, fixed=FIXED)


@router.post("/keys")
def choose(visit: Visiting, posted: Posted) -> Response:
    """Those that were left out are off from now on."""
    on = {str(code) for code in posted.getlist("on")}
    off = {key.code for key in KEYS if key.code not in on | FIXED}
    visit.request.app.state.sessions.switch_off(visit.session, off)
    return RedirectResponse("/keys", status_code=303)


@router.post("/cover")
def cover(visit: Visiting, posted: Posted) -> Response:
    """Cover names on the whole desk, or show them again, and go back to the page."""
    visit.request.app.state.sessions.cover(visit.session, posted.get("covered") == "yes")
    back = str(posted.get("back", ""))
    return RedirectResponse(back if HERE.fullmatch(back) else "/", status_code=303)
