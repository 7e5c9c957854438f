"""What is recorded of contracts that could not be applied: part of every service's catalogue."""

from __future__ import annotations

from shared.domain.messages import fact


@fact(en="Contract set aside", ar="نُحّيت رسالة من خدمة أخرى جانبًا")
class ContractParked:
    """A contract of another service could not be applied and waits. reason: a refusal's code, the kind of an error, or
    `waits_behind` when an earlier one of the same case waits."""

    contract_id: str
    contract: str
    publisher: str
    sequence: int
    reason: str
    attempts: int


@fact(en="Contract applied after waiting", ar="طُبّقت الرسالة المنحّاة")
class ContractReplayed:
    """A contract that waited has been applied."""

    contract_id: str
    contract: str
    publisher: str
    sequence: int


@fact(en="Contract discarded", ar="استُبعدت الرسالة المنحّاة")
class ContractDiscarded:
    """Somebody decided that a waiting contract is never to be applied. by: that person's reference."""

    contract_id: str
    contract: str
    publisher: str
    sequence: int
    by: str
