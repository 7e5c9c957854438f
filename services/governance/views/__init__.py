"""Read models of governance: policy versions, findings, tools, people, acknowledgements, liaison officers."""

from __future__ import annotations

from services.governance.views.people import PEOPLE
from services.governance.views.policies import POLICIES
from services.governance.views.tools import TOOLS
from shared.followers.views import View

VIEWS: tuple[View, ...] = (POLICIES, TOOLS, PEOPLE)

__all__ = ["PEOPLE", "POLICIES", "TOOLS", "VIEWS"]
