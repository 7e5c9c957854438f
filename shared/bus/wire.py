"""The envelope as CloudEvents 1.0 in binary mode: attributes as `ce-` headers, the payload as the body."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from shared.contracts.envelope import Envelope

TYPE_PREFIX = "sa.sanad."
CLASSIFICATION = "restricted"


def headers_of(envelope: Envelope) -> dict[str, str]:
    """The attributes; `sequence` has twenty digits, so that text order is number order."""
    headers = {
        "ce-specversion": "1.0",
        "ce-id": str(envelope.id),
        "ce-source": f"/tenants/{envelope.tenant}/services/{envelope.service}",
        "ce-type": TYPE_PREFIX + envelope.type,
        "ce-time": envelope.time.isoformat(),
        "ce-dataschema": f"urn:sanad:schema:{envelope.type}",
        "ce-sequence": f"{envelope.sequence:020d}",
        "ce-prevsequence": f"{envelope.prevsequence:020d}",
        "ce-partitionkey": envelope.tenant,
        "ce-correlationid": str(envelope.correlation_id),
        "ce-traceparent": traceparent(envelope),
        "ce-dataclassification": CLASSIFICATION,
    }
    if envelope.case_id:
        headers["ce-subject"] = f"cases/{envelope.case_id}"
    if envelope.causation_id:
        headers["ce-causationid"] = str(envelope.causation_id)
    return headers


def traceparent(envelope: Envelope) -> str:
    """W3C Trace Context: everything that follows from one first command is one trace."""
    return f"00-{envelope.correlation_id.hex}-{envelope.id.hex[-16:]}-01"


def envelope_of(headers: Mapping[str, Any], body: bytes) -> Envelope:
    """The envelope that was sent. Raises KeyError or ValueError for something else."""
    _, _, tenant, _, service = headers["ce-source"].split("/")
    subject, causation = headers.get("ce-subject"), headers.get("ce-causationid")
    return Envelope(
        id=UUID(headers["ce-id"]),
        tenant=tenant,
        service=service,
        type=headers["ce-type"].removeprefix(TYPE_PREFIX),
        case_id=subject.removeprefix("cases/") if subject else None,
        time=datetime.fromisoformat(headers["ce-time"]),
        sequence=int(headers["ce-sequence"]),
        prevsequence=int(headers["ce-prevsequence"]),
        correlation_id=UUID(headers["ce-correlationid"]),
        causation_id=UUID(causation) if causation else None,
        data=body,
    )


def to_bytes(envelope: Envelope) -> bytes:
    """Attributes and payload in one piece, for where there is no message to carry headers."""
    return msgspec.json.encode({"headers": headers_of(envelope), "body": envelope.data.decode()})


def from_bytes(data: bytes) -> Envelope:
    """What `to_bytes` wrote."""
    words = msgspec.json.decode(data)
    return envelope_of(words["headers"], words["body"].encode())
