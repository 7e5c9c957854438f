"""What can have happened to a legal hold, kept for ever."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Legal hold placed", ar="وُضع أمر حفظ على البيانات", clause="privacy")
class LegalHoldPlaced:
    """From now on the subject's data are not destroyed; what it rests on is named under seal."""

    hold_id: str
    subject_id: str
    basis: str
    reference: ContentRef
    placed_on: date
    placed_by: str
    complaint_id: str | None = None


@fact(en="Legal hold released", ar="رُفع أمر الحفظ عن البيانات", clause="privacy")
class LegalHoldReleased:
    """This hold no longer stands in the way; another may."""

    hold_id: str
    subject_id: str
    reason_code: str
    released_on: date
    released_by: str
    complaint_id: str | None = None
