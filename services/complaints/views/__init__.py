"""Read models of complaints: which fact fills which row."""

from __future__ import annotations

from services.complaints.views.complaints import COMPLAINTS_VIEW
from services.complaints.views.legal_holds import HOLDS_VIEW

VIEWS = (COMPLAINTS_VIEW, HOLDS_VIEW)
