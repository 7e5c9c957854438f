"""Read models of intake: which event fills which row."""

from __future__ import annotations

from services.intake.views.case_entries import CASE_ENTRIES_VIEW
from services.intake.views.counter import COUNTER_VIEW
from services.intake.views.early_replies import EARLY_REPLIES_VIEW
from services.intake.views.guardianships import GUARDIANSHIPS_VIEW
from services.intake.views.pauses import PAUSES_VIEW
from services.intake.views.register import REGISTER_VIEW
from services.intake.views.requests import REQUESTS_VIEW
from services.intake.views.rights import RIGHTS_VIEW
from services.intake.views.visitors import VISITORS_VIEW
from services.intake.views.wards import WARDS_VIEW
from services.intake.views.windows import WINDOWS_VIEW

VIEWS = (
    REQUESTS_VIEW,
    WINDOWS_VIEW,
    PAUSES_VIEW,
    EARLY_REPLIES_VIEW,
    COUNTER_VIEW,
    REGISTER_VIEW,
    GUARDIANSHIPS_VIEW,
    CASE_ENTRIES_VIEW,
    RIGHTS_VIEW,
    VISITORS_VIEW,
    WARDS_VIEW,
)
