"""What governance is asked and what it answers: the routes, who may take them, and the questions."""

from __future__ import annotations

from services.governance.application.aggregates import AGGREGATES
from services.governance.application.questions import QUESTIONS
from services.governance.application.routes import ROUTES

__all__ = ["AGGREGATES", "QUESTIONS", "ROUTES"]
