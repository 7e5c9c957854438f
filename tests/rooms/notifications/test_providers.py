"""Messages handed to real servers on loopback, and to the folder that stands in for them."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from services.notifications.adapters.outbox import FileOutbox
from services.notifications.adapters.providers import providers
from services.notifications.adapters.sender import NotSent
from services.notifications.adapters.sms import SmsSender
from services.notifications.adapters.smtp import SmtpSender, smtp_sender
from services.notifications.application.dispatching import Dispatcher
from shared.settings import Settings
from tests.domain.notifications.examples import ADDRESS, TELEPHONE, agreed, policy, reply
from tests.domain.notifications.stage import Stage
from tests.rooms.notifications.conftest import Gateway, Mailbox

ARABIC = ("صدر الرد على الطلب رقم ١", "صدر الرد.\nتقرؤه في البوابة.")


def mail(mailbox: Mailbox) -> SmtpSender:
    return SmtpSender(host="127.0.0.1", port=mailbox.port, sender="no-reply@sanad.example", patience=5)


def nobody_listens() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def test_arabic_mail_arrives_as_it_was_written_under_an_id_made_from_the_key(mailbox: Mailbox) -> None:
    assert mail(mailbox).send(ADDRESS, *ARABIC, "key-1") == "<key-1@sanad.example>"
    (message,) = mailbox.taken
    assert (message["To"], message["Subject"], message["Message-ID"]) == (ADDRESS, ARABIC[0], "<key-1@sanad.example>")
    assert message.get_content().replace("\r\n", "\n").strip() == ARABIC[1]
    assert message["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(("answer", "permanent"), [("550 no such user", True), ("451 later", False)])
def test_what_a_mail_server_refuses_for_ever_is_not_what_it_refuses_for_now(
    mailbox: Mailbox, answer: str, permanent: bool
) -> None:
    mailbox.answer = answer
    with pytest.raises(NotSent) as refused:
        mail(mailbox).send(ADDRESS, *ARABIC, "key-1")
    assert (refused.value.status, refused.value.permanent) == (f"smtp_{answer[:3]}", permanent)
    assert ADDRESS not in str(refused.value)


def test_a_mail_server_that_is_away_may_come_back() -> None:
    sender = SmtpSender(host="127.0.0.1", port=nobody_listens(), patience=2)
    with pytest.raises(NotSent) as away:
        sender.send(ADDRESS, *ARABIC, "key-1")
    assert (away.value.status, away.value.permanent) == ("unreachable", False)


def test_a_mail_server_that_never_answers_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        sender = SmtpSender(host="127.0.0.1", port=silent.getsockname()[1], patience=0.2)
        with pytest.raises(NotSent, match="unreachable"):
            sender.send(ADDRESS, *ARABIC, "key-1")


def test_an_address_cannot_smuggle_a_header_in(mailbox: Mailbox) -> None:
    with pytest.raises(NotSent) as refused:
        mail(mailbox).send("reader@example.org\nBcc: other@example.org", *ARABIC, "key-1")
    assert (refused.value.status, refused.value.permanent) == ("address_invalid", True)
    assert mailbox.taken == []


def test_where_mail_goes_is_read_from_one_address() -> None:
    sender = smtp_sender("smtp://post%40man:s%3Acret@mail.example:587?from=office@example.org&starttls=1")
    assert (sender.host, sender.port, sender.user, sender.password) == ("mail.example", 587, "post@man", "s:cret")
    assert (sender.sender, sender.starttls) == ("office@example.org", True)
    assert smtp_sender("mail.example:2525") == SmtpSender(host="mail.example", port=2525)
    assert "s:cret" not in repr(sender)


def test_a_text_message_is_posted_with_its_key(gateway: Gateway) -> None:
    assert SmsSender(url=gateway.url).send(TELEPHONE, *ARABIC, "key-1") == "sms-1"
    assert gateway.taken == [({"to": TELEPHONE, "text": ARABIC[1], "id": "key-1"}, "key-1")]


@pytest.mark.parametrize("answer", [b"", b"taken", b"[]"])
def test_a_gateway_that_gives_no_id_is_known_by_our_key(gateway: Gateway, answer: bytes) -> None:
    gateway.answer = answer
    assert SmsSender(url=gateway.url).send(TELEPHONE, *ARABIC, "key-1") == "key-1"


@pytest.mark.parametrize(("status", "permanent"), [(400, True), (429, False), (503, False), (302, False)])
def test_what_a_gateway_answers_says_whether_to_try_again(gateway: Gateway, status: int, permanent: bool) -> None:
    gateway.status = status
    with pytest.raises(NotSent) as refused:
        SmsSender(url=gateway.url).send(TELEPHONE, *ARABIC, "key-1")
    assert (refused.value.status, refused.value.permanent) == (f"http_{status}", permanent)


def test_a_gateway_that_does_not_answer_in_time_is_tried_again(gateway: Gateway) -> None:
    gateway.delay = 5.0
    with pytest.raises(NotSent) as late:
        SmsSender(url=gateway.url, patience=0.2).send(TELEPHONE, *ARABIC, "key-1")
    assert (late.value.status, late.value.permanent) == ("unreachable", False)


def test_the_outbox_is_a_private_folder_that_forgets(tmp_path: Path) -> None:
    outbox = FileOutbox(folder=tmp_path / "data" / "outbox")
    name = outbox.send(ADDRESS, *ARABIC, "key-1")
    assert outbox.send(ADDRESS, *ARABIC, "key-1") == name
    (file,) = outbox.folder.iterdir()
    assert outbox.folder.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600
    assert ARABIC[1] in file.read_text("utf-8")
    outbox.forget(["key-1", "key-2"])
    assert list(outbox.folder.iterdir()) == []


def test_a_key_cannot_lead_out_of_the_outbox(tmp_path: Path) -> None:
    outbox = FileOutbox(folder=tmp_path / "outbox")
    outbox.send(ADDRESS, *ARABIC, "../../elsewhere")
    assert [file.name for file in outbox.folder.iterdir()] == ["elsewhere.txt"]


def test_settings_say_who_carries_what(tmp_path: Path) -> None:
    alone = providers(Settings(data=tmp_path))
    assert [type(sender) for sender in alone.values()] == [FileOutbox, FileOutbox]
    told = providers(Settings(data=tmp_path, smtp="smtp://mail.example", sms_gateway="http://sms.example/"))
    assert [type(told[means]) for means in ("email", "text_message")] == [SmtpSender, SmsSender]


def test_a_reply_travels_from_the_contract_to_the_readers_mailbox(notifications: Stage, mailbox: Mailbox) -> None:
    notifications.dispatcher = Dispatcher(notifications.application, {"email": mail(mailbox)})
    notifications.adopted(policy("email")).told(agreed(notifications))
    notifications.told(reply())
    notifications.settle()
    assert [message["To"] for message in mailbox.taken] == [ADDRESS]
    assert notifications.names()[-1] == "NotificationSent"
