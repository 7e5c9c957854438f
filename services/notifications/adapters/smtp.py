"""E-mail over SMTP, one connection for each message."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Collection
from dataclasses import dataclass, field
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

from services.notifications.adapters.sender import PATIENCE, NotSent


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSender:
    """starttls: refuse to speak in clear. The message id is made from the key, so that a repetition is recognised."""

    host: str
    port: int = 25
    sender: str = "no-reply@localhost"
    starttls: bool = False
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    patience: float = PATIENCE
    name: str = "smtp"

    def send(self, address: str, subject: str, body: str, idempotency_key: str) -> str:
        message_id = f"<{idempotency_key}@{self.sender.partition('@')[2] or 'localhost'}>"
        try:
            self._deliver(self._message(address, subject, body, message_id))
        except smtplib.SMTPRecipientsRefused as refused:
            raise _not_sent(max(code for code, _ in refused.recipients.values())) from None
        except smtplib.SMTPResponseException as answered:
            raise _not_sent(answered.smtp_code) from None
        except (OSError, smtplib.SMTPException):
            raise NotSent("unreachable", permanent=False) from None
        except ValueError:
            raise NotSent("address_invalid", permanent=True) from None
        return message_id

    def forget(self, idempotency_keys: Collection[str]) -> None:
        """Nothing is kept here; what a mail server holds is out of reach."""

    def _message(self, address: str, subject: str, body: str, message_id: str) -> EmailMessage:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, address, subject
        message["Message-ID"] = message_id
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday reply comes back
        message.set_content(body)
        return message

    def _deliver(self, message: EmailMessage) -> None:
        with smtplib.SMTP(self.host, self.port, timeout=self.patience) as server:
            if self.starttls:
                server.starttls(context=ssl.create_default_context())
            if self.user is not None:
                server.login(self.user, self.password or "")
            server.send_message(message)


def smtp_sender(url: str) -> SmtpSender:
    """From `smtp://[user:password@]host[:port][?from=address][&starttls=1]`."""
    parts = urlsplit(url if "://" in url else f"smtp://{url}")
    options = parse_qs(parts.query)
    return SmtpSender(
        host=parts.hostname or "localhost",
        port=parts.port or 25,
        sender=options.get("from", ["no-reply@localhost"])[0],
        starttls=options.get("starttls", ["0"])[0] == "1",
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def _not_sent(code: int) -> NotSent:
    """RFC 5321 section 4.2.1: 5yz is final, 4yz may pass."""
    return NotSent(f"smtp_{code}", permanent=code >= 500)
