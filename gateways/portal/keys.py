"""The shortcuts: what each key does, and which of them somebody has switched off."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal.entrance import Posted, Visiting
from gateways.portal.looks import Pair
from gateways.portal.rendering import page

router = APIRouter()


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
