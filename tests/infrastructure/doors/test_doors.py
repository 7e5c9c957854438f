"""Commands and queries cross a real gRPC server, and errors come back as they were raised."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import grpc
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from grpc_health.v1 import health_pb2, health_pb2_grpc
from structlog.testing import capture_logs

from shared.clock import SystemClock
from shared.domain.refusals import Conflict, Forbidden, NotFound, Refused, SanadError
from shared.doors.client import Client
from shared.doors.server import LARGEST_RECEIVED, serve
from shared.doors.sounds import DoorFailed
from shared.doors.wire import Wire
from shared.identity import issue
from shared.telemetry.setting_up import log
from tests.infrastructure.doors.conftest import LIBRARIAN, READER, STRANGER, Library
from tests.infrastructure.doors.examples import CELLAR, DESK, BookCount, CountBooks, LendBook, Loan, ReadLoan, served
from tests.infrastructure.doors.test_codec import EXAMPLE
from tests.infrastructure.doors.test_identity import CLAIMS

LEND = LendBook(book_id="b1", until=date(2026, 4, 1))
LEND_PATH = "/sanad.desk.v1.DeskService/LendBook"


def bare_call(library: Library, data: bytes, *metadata: tuple[str, str], path: str = LEND_PATH) -> grpc.StatusCode:
    """The status of a call made by hand."""
    with (
        grpc.insecure_channel(f"127.0.0.1:{library.listening.port}") as channel,
        pytest.raises(grpc.RpcError) as caught,
    ):
        channel.unary_unary(path)(data, timeout=10, metadata=metadata)
    code: grpc.StatusCode = caught.value.code()
    return code


def test_a_command_gives_its_receipt_and_a_query_its_answer(library: Library) -> None:
    command_id, correlation_id = uuid4(), uuid4()
    receipt = library.desk.tell(LEND, library.token(), command_id, correlation_id)
    assert (receipt.command_id, receipt.tenant, receipt.first_position) == (command_id, "basra", 1)
    assert library.state.seen == [(command_id, correlation_id)]
    assert library.desk.ask(ReadLoan(book_id="b1"), library.token()) == Loan(book_id="b1", until=date(2026, 4, 1))


def test_a_command_that_is_refused_at_the_door_is_told_in_the_log_by_its_code_alone(library: Library) -> None:
    log(readable=False)
    with capture_logs() as lines, pytest.raises(Forbidden):
        library.desk.tell(LEND, "invented", uuid4())
    told = [(line["event"], line["service"], line["command"], line["outcome"]) for line in lines]
    assert told == [("command", "desk", "LendBook", "token_forged")]


def test_a_command_without_correlation_begins_its_own(library: Library) -> None:
    library.desk.tell(LEND, library.token(), UUID(int=5))
    assert library.state.seen == [(UUID(int=5), UUID(int=5))]


def test_two_doors_are_answered_by_one_server(library: Library) -> None:
    assert library.cellar.ask(CountBooks(), library.token()) == BookCount(books=12)
    assert library.cellar.ask(EXAMPLE, library.token()) == EXAMPLE


def test_an_answer_may_be_longer_than_any_question(library: Library) -> None:
    library.state.loans["basra", "long"] = Loan(book_id="x" * 2_000_000, until=date(2026, 4, 1))
    assert len(library.desk.ask(ReadLoan(book_id="long"), library.token()).book_id) == 2_000_000


def test_another_tenants_things_do_not_exist(library: Library) -> None:
    library.desk.tell(LEND, library.token(), uuid4())
    with pytest.raises(NotFound) as caught:
        library.desk.ask(ReadLoan(book_id="b1"), library.token(STRANGER))
    assert caught.value.code == "no_such_loan"


@pytest.mark.parametrize(
    "command, actor, kind, code, en",
    [
        (replace(LEND, days=99), LIBRARIAN, Refused, "too_long", "At most 30 days."),
        (LEND, READER, Forbidden, "not_permitted", "Librarians only."),
        (replace(LEND, book_id="taken"), LIBRARIAN, Conflict, "lent_already", "It is lent already."),
    ],
)
def test_an_error_comes_back_with_its_class_code_and_both_sentences(
    library: Library, command: LendBook, actor: object, kind: type[SanadError], code: str, en: str
) -> None:
    library.desk.tell(replace(LEND, book_id="taken"), library.token(), uuid4())
    with pytest.raises(kind) as caught:
        library.desk.tell(command, library.token(actor), uuid4())  # type: ignore[arg-type]
    assert (type(caught.value), caught.value.code, caught.value.en) == (kind, code, en)
    assert any("\u0600" <= letter <= "\u06ff" for letter in caught.value.ar)


def tokens(library: Library) -> dict[str, str]:
    now, minute = SystemClock().now(), timedelta(minutes=1)
    claims = CLAIMS | {"exp": int((now + minute).timestamp())}
    return {
        "token_missing": "",
        "token_expired": issue(LIBRARIAN, library.key, now - 6 * minute),
        "token_not_yet_valid": issue(LIBRARIAN, library.key, now + minute),
        "token_forged": issue(LIBRARIAN, Ed25519PrivateKey.generate(), now),
        "token_forged ": jwt.encode(claims, None, algorithm="none"),
        "token_forged  ": jwt.encode(claims, "s" * 32, algorithm="HS256"),
    }


@pytest.mark.parametrize(
    "code", ["token_missing", "token_expired", "token_not_yet_valid", "token_forged", "token_forged ", "token_forged  "]
)
def test_a_caller_who_is_not_known_is_refused_and_nothing_happens(library: Library, code: str) -> None:
    token = tokens(library)[code]
    with pytest.raises(Forbidden) as told:
        library.desk.tell(LEND, token, uuid4())
    with pytest.raises(Forbidden) as asked:
        library.desk.ask(ReadLoan(book_id="b1"), token)
    assert {told.value.code, asked.value.code} == {code.strip()}
    assert library.state.loans == {}


def test_a_caller_who_is_not_known_sounds_different_from_one_who_may_not(library: Library) -> None:
    assert bare_call(library, b"") == grpc.StatusCode.UNAUTHENTICATED
    reader = ("authorization", f"Bearer {library.token(READER)}")
    command_id = ("sanad-command-id", str(uuid4()))
    assert bare_call(library, Wire(DESK).write(LEND), reader, command_id) == grpc.StatusCode.PERMISSION_DENIED


@pytest.mark.parametrize(
    "metadata",
    [(), (("sanad-command-id", "7"),), (("sanad-command-id", str(UUID(int=1))), ("sanad-correlation-id", "x"))],
)
def test_a_command_without_proper_ids_is_refused(library: Library, metadata: tuple[tuple[str, str], ...]) -> None:
    token = ("authorization", f"Bearer {library.token()}")
    assert bare_call(library, Wire(DESK).write(LEND), token, *metadata) == grpc.StatusCode.INVALID_ARGUMENT
    assert library.state.loans == {}


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xff\xff",
        b"",
        b"\x0a\x02b1\x12\x0a2026-02-30",
        b"\x0a\x02b1\x12\x0a2026-04-01\xfa\x01\x03new",
        b"\x0a\x01\xff",
    ],
)
def test_bytes_that_are_no_such_command_are_refused(library: Library, data: bytes) -> None:
    metadata = ("authorization", f"Bearer {library.token()}"), ("sanad-command-id", str(uuid4()))
    assert bare_call(library, data, *metadata) == grpc.StatusCode.INVALID_ARGUMENT
    assert library.state.loans == {}


def test_a_method_that_is_not_there_is_unimplemented(library: Library) -> None:
    assert bare_call(library, b"", path="/sanad.desk.v1.DeskService/BurnBook") == grpc.StatusCode.UNIMPLEMENTED


def test_ten_megabytes_of_text_are_refused_by_server_and_client(library: Library) -> None:
    huge = replace(LEND, note="x" * 10_000_000)
    metadata = ("authorization", f"Bearer {library.token()}"), ("sanad-command-id", str(uuid4()))
    assert bare_call(library, Wire(DESK).write(huge), *metadata) == grpc.StatusCode.INVALID_ARGUMENT
    with pytest.raises(Refused) as caught:
        library.desk.tell(huge, library.token(), uuid4())
    assert caught.value.code == "too_large"
    assert bare_call(library, bytes(LARGEST_RECEIVED + 1), *metadata) == grpc.StatusCode.RESOURCE_EXHAUSTED


def test_a_text_beyond_its_fields_limit_is_refused(library: Library) -> None:
    with pytest.raises(Refused) as caught:
        library.desk.tell(replace(LEND, note="x" * 51), library.token(), uuid4())
    assert (caught.value.code, "note" in caught.value.en) == ("too_large", True)


def test_a_fault_inside_is_answered_with_a_number_and_none_of_its_text(library: Library) -> None:
    with capture_logs() as logs, pytest.raises(DoorFailed) as caught:
        library.desk.tell(replace(LEND, book_id="accursed"), library.token(), uuid4())
    assert caught.value.status == "internal"
    assert [log["incident"] for log in logs] == [caught.value.incident]
    assert logs[0]["error"] == "ZeroDivisionError"
    assert "Layla" not in f"{caught.value} {logs}"


def test_a_server_that_is_gone_is_no_refusal(library: Library) -> None:
    library.listening.stop(grace=0)
    with pytest.raises(DoorFailed) as caught:
        Client(f"127.0.0.1:{library.listening.port}", DESK, deadline=2).ask(ReadLoan(book_id="b1"), library.token())
    assert caught.value.status in ("unavailable", "deadline_exceeded")


def test_health_is_told_for_each_door(library: Library) -> None:
    with grpc.insecure_channel(f"127.0.0.1:{library.listening.port}") as channel:
        stub = health_pb2_grpc.HealthStub(channel)
        for name in ("", DESK.grpc_service, CELLAR.grpc_service):
            answer = stub.Check(health_pb2.HealthCheckRequest(service=name), timeout=5)
            assert answer.status == health_pb2.HealthCheckResponse.SERVING


def test_a_call_under_way_is_finished_before_the_server_stops(library: Library) -> None:
    library.cellar.ask(CountBooks(), library.token())
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(library.desk.tell, replace(LEND, book_id="slow"), library.token(), uuid4())
        assert library.state.started.wait(5)
        library.listening.stop(grace=5)
        assert slow.result(5).first_position == 1


def test_an_address_that_is_taken_is_an_error(library: Library) -> None:
    with pytest.raises(OSError, match="cannot listen"):
        serve(
            served(library.state), verifying_key=library.key.public_key(), clock=SystemClock().now,
            address=f"127.0.0.1:{library.listening.port}",
        )  # fmt: skip
