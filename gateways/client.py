"""The platform as a caller sees it over HTTP: tell, ask, replay, with a fresh token for whoever acts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid4

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shared.domain.actor import Actor
from shared.domain.refusals import Conflict, Forbidden, NotFound, Refused
from shared.identity import TOKEN_CODES, issue


class Unavailable(Exception):
    """The platform gave no answer with a reason; repeating a command under its id is safe."""


class PlatformClient:
    """One running platform at `url`; `key` signs tokens and belongs to the operator of that platform."""

    def __init__(self, url: str, key: Ed25519PrivateKey) -> None:
        self.url = url.rstrip("/")
        self._key = key
        self._http = httpx.Client(base_url=self.url, timeout=30.0)
        self._tokens: dict[Actor, str] = {}

    def tell(self, actor: Actor, name: str, words: Mapping[str, Any], command_id: UUID | None = None) -> dict[str, Any]:
        """Tell `<service>.<Command>`; gives its receipt. Raises SanadError, Unavailable."""
        headers = {"Sanad-Command-Id": str(command_id or uuid4())}
        return self._signed(actor, "POST", f"/v1/tell/{name}", headers=headers, json=dict(words))

    def tell_raw(self, actor: Actor, name: str, body: bytes, command_id: UUID) -> dict[str, Any]:
        """Tell a command whose JSON is passed on untouched, so that the platform itself judges it."""
        headers = {"Sanad-Command-Id": str(command_id)}
        return self._signed(actor, "POST", f"/v1/tell/{name}", headers=headers, content=body)

    def ask(self, actor: Actor, name: str, words: Mapping[str, Any]) -> dict[str, Any]:
        """Ask `<service>.<Query>`; gives its answer."""
        return self._signed(actor, "POST", f"/v1/ask/{name}", json=dict(words))

    def ask_raw(self, actor: Actor, name: str, body: bytes) -> dict[str, Any]:
        """Ask a query whose JSON is passed on untouched."""
        return self._signed(actor, "POST", f"/v1/ask/{name}", content=body)

    def case(self, actor: Actor, case_id: str, at: str | None = None) -> dict[str, Any]:
        """A case's history."""
        return self._signed(actor, "GET", f"/v1/cases/{quote(case_id, safe='')}", params={"at": at} if at else None)

    def describe(self, name: str | None = None) -> dict[str, Any]:
        """All commands and queries, or the JSON Schema of one."""
        return self._send("GET", f"/v1/describe/{name}" if name else "/v1/describe")

    def ready(self) -> dict[str, Any]:
        """Which services answer."""
        try:
            return _object(self._http.get("/readyz"))
        except httpx.HTTPError as error:
            raise Unavailable(type(error).__name__) from None

    def now(self) -> datetime:
        """The platform's clock."""
        return datetime.fromisoformat(self._send("GET", "/v1/time")["now"])

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def token(self, actor: Actor) -> str:
        """A token good for five minutes of the platform's time."""
        return issue(actor, self._key, self.now())

    def _signed(self, actor: Actor, method: str, path: str, **more: Any) -> dict[str, Any]:
        kept = self._tokens.get(actor)
        try:
            return self._send(method, path, kept or self._renewed(actor), **more)
        except Forbidden as forbidden:
            if kept is None or forbidden.code not in TOKEN_CODES:
                raise
        # The platform's clock has moved on since the token was made.
        return self._send(method, path, self._renewed(actor), **more)

    def _renewed(self, actor: Actor) -> str:
        self._tokens[actor] = self.token(actor)
        return self._tokens[actor]

    def _send(self, method: str, path: str, token: str = "", **more: Any) -> dict[str, Any]:
        headers = more.pop("headers", {}) | ({"Authorization": f"Bearer {token}"} if token else {})
        try:
            answer = self._http.request(method, path, headers=headers, **more)
        except httpx.HTTPError as error:
            raise Unavailable(type(error).__name__) from None
        if answer.is_success:
            return _object(answer)
        raise _error(answer)


def _object(answer: httpx.Response) -> dict[str, Any]:
    """Its JSON object; raises Unavailable where something else answers at this address."""
    try:
        told = answer.json()
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise Unavailable(f"HTTP {answer.status_code}, which is not how the platform answers")
    return told


def _error(answer: httpx.Response) -> Exception:
    try:
        problem = answer.json()
        code, en, ar = problem["code"], problem["message"]["en"], problem["message"]["ar"]
    except (ValueError, KeyError, TypeError):
        return Unavailable(f"HTTP {answer.status_code}")
    if answer.status_code >= 500:
        return Unavailable(code)
    kind = {404: NotFound, 409: Conflict, 401: Forbidden, 403: Forbidden}.get(answer.status_code, Refused)
    return kind(code, en=en, ar=ar)
