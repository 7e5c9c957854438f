"""What can have happened to case files, visits, plans and entitlements."""

from __future__ import annotations

from datetime import date

from services.intake.domain.commands.case_file import PlanStage
from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Case file opened", ar="فُتح ملف الحالة", clause="case_file")
class CaseFileOpened:
    """From here on every act on the request enters the electronic file by itself."""

    beneficiary_id: str
    number: str
    policy_version: str


@fact(en="Case entry recorded", ar="قُيّد إدخال في ملف الحالة", clause="case_file")
class CaseEntryRecorded:
    """What somebody wrote into the file."""

    kind: str
    text: ContentRef
    written_by: str


@fact(en="Paper item filed", ar="حُفظت ورقة في الملف الورقي", clause="case_file")
class PaperItemFiled:
    """item_no: its number in the printed index."""

    item_no: int
    paper_location: str


@fact(en="Development plan agreed", ar="اتُّفق على الخطة التنموية", clause="development_plan")
class DevelopmentPlanAgreed:
    """participated_by: the beneficiary, his guardian."""

    beneficiary_id: str
    goals: ContentRef
    participated_by: tuple[str, ...]
    stages: tuple[PlanStage, ...]
    agreed_on: date


@fact(en="Plan stage reached", ar="بُلغت مرحلة من الخطة", clause="development_plan")
class PlanStageReached:
    """One of the stages agreed."""

    beneficiary_id: str
    stage_code: str
    reached_on: date


@fact(en="Field visit recorded", ar="سُجّلت زيارة ميدانية", clause="channels")
class FieldVisitRecorded:
    """The report lies in the vault."""

    beneficiary_id: str
    visited_on: date
    visitor: str
    report: ContentRef
    policy_version: str
    request_id: str | None = None


@fact(en="Entitlement granted", ar="تقرّر استحقاق", clause="service_delivery")
class EntitlementGranted:
    """due_on: the day it falls due."""

    request_id: str
    beneficiary_id: str
    kind: str
    due_on: date
    policy_version: str


@fact(en="Entitlement performed", ar="وُفّي بالاستحقاق", clause="service_delivery")
class EntitlementPerformed:
    """What was owed was given."""

    performed_on: date
    performed_by: str
