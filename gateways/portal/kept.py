"""What was typed in a form whose sign-in has ended: it stays, and is sent again once somebody has signed in."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """address: where the form was sent. fields: all of it but the token of the session that ended."""

    address: str
    fields: tuple[tuple[str, str], ...]

    @property
    def words(self) -> list[str]:
        """What somebody wrote himself, to be read before it is sent: codes, numbers and references are not words."""
        return [value for _, value in self.fields if not value.isascii() or " " in value.strip()]


async def kept_form(request: Request) -> Kept | None:
    """What was typed; None where it was nothing, or where no page of this portal says that it sent it.

    The browser says so, and no page can say it in its place; `Origin` is empty under this portal's referrer policy.
    """
    if request.method != "POST" or request.headers.get("sec-fetch-site") != "same-origin":
        return None
    form = await request.form()
    fields = tuple((name, value) for name, value in form.multi_items() if name != "csrf" and isinstance(value, str))
    kept = Kept(address=request.url.path, fields=fields)
    return kept if kept.words else None
