"""What can have happened in the directory of liaison officers."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact


@fact(en="Liaison officer appointed", ar="عُيّن ضابط اتصال", clause="information")
class LiaisonOfficerAppointed:
    category: str
    field: str
    staff_ref: str
    on: date


@fact(en="Liaison officer's appointment ended", ar="انتهى تكليف ضابط اتصال", clause="information")
class LiaisonOfficerAppointmentEnded:
    category: str
    field: str
    staff_ref: str
    on: date
