"""A message from the broker as an envelope."""

from __future__ import annotations

import structlog
from kombu import Message

from shared.bus.wire import envelope_of
from shared.contracts.envelope import Envelope

_log = structlog.get_logger(__name__)


def incoming(message: Message) -> Envelope | None:
    """The envelope; None for what is no contract, which goes to the dead letters at once: it will never become one."""
    try:
        return envelope_of(message.headers, bytes(message.body))
    except (KeyError, ValueError, TypeError, AttributeError):
        _log.warning("not_a_contract", queue=message.delivery_info.get("routing_key"))
        message.reject()
        return None
