"""What accompanies a call in its metadata: who asks, under which command id, and as part of what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from uuid import UUID

from shared.malformed import COMMAND_ID_INVALID, COMMAND_ID_MISSING, CORRELATION_ID_INVALID
from shared.words import ID

AUTHORIZATION = "authorization"
COMMAND_ID = "sanad-command-id"
CORRELATION_ID = "sanad-correlation-id"

_BEARER = re.compile(r"bearer +(\S+)", re.IGNORECASE)


def token_in(metadata: Mapping[str, str]) -> str:
    """The bearer token, empty when there is none."""
    found = _BEARER.fullmatch(metadata.get(AUTHORIZATION, "").strip())
    return found[1] if found else ""


def command_id_in(metadata: Mapping[str, str]) -> UUID:
    """The command's id. Refused: `command_id_missing`, `command_id_invalid`."""
    text = metadata.get(COMMAND_ID, "")
    COMMAND_ID_MISSING.unless(bool(text))
    COMMAND_ID_INVALID.unless(bool(ID.fullmatch(text)))
    return UUID(text)


def correlation_id_in(metadata: Mapping[str, str], otherwise: UUID) -> UUID:
    """What the call is part of, by default a correlation of its own. Refused: `correlation_id_invalid`."""
    text = metadata.get(CORRELATION_ID, "")
    CORRELATION_ID_INVALID.unless(not text or bool(ID.fullmatch(text)))
    return UUID(text) if text else otherwise
