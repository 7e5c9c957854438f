"""Why something about a case file, a plan or an entitlement is refused."""

from __future__ import annotations

from shared.domain.refusals import Reason

file_exists = Reason(code="file_exists", en="The case file is open already.", ar="ملف الحالة مفتوح من قبل.")
item_out_of_step = Reason(
    code="item_out_of_step",
    en="The next item of the printed index is number {expected}.",
    ar="رقم البند التالي في الفهرس الورقي هو {expected}.",
)
participation_missing = Reason(
    code="participation_missing",
    en="A plan is agreed only with the beneficiary or the guardian taking part.",
    ar="لا تُعتمد الخطة إلا بمشاركة المستفيد أو وليّه.",
)
stages_missing = Reason(
    code="stages_missing", en="A plan has at least one dated stage.", ar="للخطة مرحلة واحدة مؤرخة على الأقل."
)
no_plan_yet = Reason(code="no_plan_yet", en="No plan has been agreed yet.", ar="لم يُتفق على خطة بعد.")
no_such_stage = Reason(
    code="no_such_stage",
    en="The plan has no such stage, or it was reached already.",
    ar="لا توجد هذه المرحلة في الخطة، أو سبق بلوغها.",
)
