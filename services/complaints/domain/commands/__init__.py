"""What complaints may be asked to do."""

from services.complaints.domain.commands.complaint import AcknowledgeComplaint, AssessComplaint, FileComplaint
from services.complaints.domain.commands.legal_hold import PlaceLegalHold, ReleaseLegalHold

__all__ = ["AcknowledgeComplaint", "AssessComplaint", "FileComplaint", "PlaceLegalHold", "ReleaseLegalHold"]
