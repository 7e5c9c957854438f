"""The JSON door: tell a command, ask a query, describe either; one generic translation for all of them."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from gateways.audit.replay import ReplayCase
from gateways.doors import DOORS
from gateways.reach import Reach
from shared import codec
from shared.codec import LARGEST_MESSAGE
from shared.domain.refusals import Reason
from shared.doors.schema import describe
from shared.malformed import MESSAGE_TOO_LARGE
from shared.telemetry.commands import refused_at_the_door

router = APIRouter(prefix="/v1")

command_id_invalid = Reason(
    code="command_id_invalid",
    en="A command needs an id of its own: a UUID in the header Sanad-Command-Id.",
    ar="لكل أمر رقم خاص به: معرّف UUID في الترويسة Sanad-Command-Id.",
)


async def reach_of(request: Request) -> Reach:
    """The clients of this process."""
    reach: Reach = request.app.state.reach
    return reach


async def token_of(authorization: Annotated[str, Header()] = "") -> str:
    """The bearer token as sent; the service itself verifies it."""
    return authorization.removeprefix("Bearer ").strip()


To = Annotated[Reach, Depends(reach_of)]
Token = Annotated[str, Depends(token_of)]


async def body_of(request: Request) -> bytes:
    """The request's body; refuses one over the limit before all of it has been read."""
    read = b""
    async for part in request.stream():
        read += part
        MESSAGE_TOO_LARGE.unless(len(read) <= LARGEST_MESSAGE, limit=LARGEST_MESSAGE)
    return read or b"{}"


Body = Annotated[bytes, Depends(body_of)]


@router.post("/tell/{service}.{name}")
async def tell(
    service: str,
    name: str,
    body: Body,
    token: Token,
    reach: To,
    sanad_command_id: Annotated[str, Header()] = "",
    sanad_correlation_id: Annotated[str, Header()] = "",
) -> Response:
    """Carry out a command; the answer is its receipt."""
    known = reach.message(service, name)
    with refused_at_the_door(service, known.__name__):  # no service hears of what cannot be read
        command = codec.from_json(known, body)
        command_id = _uuid(sanad_command_id)
        correlation = _uuid(sanad_correlation_id) if sanad_correlation_id else None
    receipt = await run_in_threadpool(reach.client(service).tell, command, token, command_id, correlation)
    return _answer(receipt)


@router.post("/ask/{service}.{name}")
async def ask(service: str, name: str, body: Body, token: Token, reach: To) -> Response:
    """Answer a question."""
    query = codec.from_json(reach.message(service, name), body)
    return _answer(await run_in_threadpool(reach.client(service).ask, query, token))


@router.get("/cases/{case_id:path}")
async def case(case_id: str, token: Token, reach: To, at: str | None = None) -> Response:
    """A case's history across all services, now or `at` a moment (RFC 3339)."""
    query = codec.from_words(ReplayCase, {"case_id": case_id, **({"until": at} if at else {})})
    return _answer(await run_in_threadpool(reach.client("audit").ask, query, token))


@router.get("/describe")
async def index() -> JSONResponse:
    """Every command and query, by service."""
    return JSONResponse(
        {
            name: {
                "commands": [command.__name__ for command in door.commands],
                "queries": [query.__name__ for query, _ in door.queries],
            }
            for name, door in DOORS.items()
        }
    )


@router.get("/describe/{service}.{name}")
async def describe_one(service: str, name: str, reach: To) -> JSONResponse:
    """The JSON Schema of a command or query."""
    return JSONResponse(describe(reach.message(service, name)))


def _answer(message: Any) -> Response:
    return Response(codec.encode(message), media_type="application/json")


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise command_id_invalid.refused() from None
