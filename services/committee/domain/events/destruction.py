"""What can have happened to personal data held here."""

from __future__ import annotations

from shared.domain.messages import fact


@fact(en="Destruction confirmed", ar="أُكّد إتلاف البيانات")
class DestructionConfirmed:
    """Nothing about the subject can be read here any more."""

    order_id: str
    subject_id: str
