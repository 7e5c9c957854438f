"""What intake answers: its aggregates, its table of commands and its questions."""

from __future__ import annotations

from services.intake.application.aggregates import AGGREGATES
from services.intake.application.questions import QUESTIONS
from services.intake.application.routes import ROUTES

__all__ = ["AGGREGATES", "QUESTIONS", "ROUTES"]
