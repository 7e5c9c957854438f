"""The one table of how an error sounds on gRPC, and how it is heard again: status and google.rpc.ErrorInfo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import grpc
from google.protobuf.any_pb2 import Any as Packed
from google.rpc.code_pb2 import Code
from google.rpc.error_details_pb2 import ErrorInfo
from google.rpc.status_pb2 import Status
from grpc_status import rpc_status

from shared.domain.refusals import Conflict, Forbidden, NotFound, Refused, SanadError
from shared.identity import TOKEN_CODES
from shared.malformed import MALFORMED_CODES

DOMAIN = "sanad"
INCIDENT = "incident"
HEARD: dict[grpc.StatusCode, Callable[..., SanadError]] = {
    grpc.StatusCode.INVALID_ARGUMENT: Refused,
    grpc.StatusCode.FAILED_PRECONDITION: Refused,
    grpc.StatusCode.NOT_FOUND: NotFound,
    grpc.StatusCode.ABORTED: Conflict,
    grpc.StatusCode.PERMISSION_DENIED: Forbidden,
    grpc.StatusCode.UNAUTHENTICATED: Forbidden,
}


class DoorFailed(Exception):
    """No answer, or one without a reason: unreachable, too slow, or a fault inside, logged there as `incident`."""

    def __init__(self, status: str, incident: str = "") -> None:
        super().__init__(f"{status} {incident}".strip())
        self.status = status
        self.incident = incident


def status_code(error: SanadError) -> int:
    """The gRPC status code of an error of the kernel."""
    code: int = _code(error)
    return code


def _code(error: SanadError) -> Any:
    match error:
        case NotFound():
            return Code.NOT_FOUND
        case Conflict():
            return Code.ABORTED
        case Forbidden():
            return Code.UNAUTHENTICATED if error.code in TOKEN_CODES else Code.PERMISSION_DENIED
    return Code.INVALID_ARGUMENT if error.code in MALFORMED_CODES else Code.FAILED_PRECONDITION


def told(error: SanadError) -> Any:
    """The error as a gRPC status to abort with."""
    details = ErrorInfo(reason=error.code, domain=DOMAIN, metadata={"en": error.en, "ar": error.ar})
    return _status(status_code(error), f"{error.code}: {error.en}", details)


def incident(number: str) -> Any:
    """An unforeseen fault as a gRPC status: a number to ask for, and nothing of what went wrong."""
    details = ErrorInfo(reason="internal", domain=DOMAIN, metadata={INCIDENT: number})
    return _status(Code.INTERNAL, f"internal: incident {number}", details)


def _status(code: int, text: str, details: ErrorInfo) -> Any:
    packed = Packed()
    packed.Pack(details)
    return rpc_status.to_status(Status(code=code, message=text, details=[packed]))


def heard(error: grpc.RpcError) -> SanadError | DoorFailed:
    """What a caller should raise for a failed call."""
    code = error.code()
    details = _details(error)
    kind = HEARD.get(code)
    if details is None or kind is None:
        return DoorFailed(code.name.lower(), details.metadata.get(INCIDENT, "") if details else "")
    return kind(details.reason, en=details.metadata["en"], ar=details.metadata["ar"])


def _details(error: grpc.RpcError) -> ErrorInfo | None:
    call: Any = error  # grpcio raises a call object; its stubs say only RpcError.
    status = rpc_status.from_call(call)
    info = ErrorInfo()
    if status is None or not any(packed.Unpack(info) for packed in status.details):
        return None
    return info if info.domain == DOMAIN else None
