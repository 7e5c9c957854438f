"""Why a policy version cannot be drafted, kept or read so."""

from __future__ import annotations

from shared.domain.refusals import Reason

resolution_required = Reason(
    code="resolution_required",
    en="This change needs the number of the association's resolution.",
    ar="يلزم لهذا التغيير رقم قرار الجمعية.",
)
policy_exists = Reason(
    code="policy_exists",
    en="This policy has been begun already; amend it.",
    ar="بدأت هذه السياسة من قبل؛ عدّلها بإصدار جديد.",
)
version_out_of_turn = Reason(
    code="version_out_of_turn",
    en="The next version is {expected}; versions have no gaps.",
    ar="الإصدار التالي هو {expected}؛ فالإصدارات متتابعة بلا انقطاع.",
)
draft_pending = Reason(
    code="draft_pending",
    en="Version {version} is still being worked on; finish or withdraw it first.",
    ar="الإصدار {version} ما زال قيد الإعداد؛ أتمّه أو اسحبه أولًا.",
)
no_such_version = Reason(code="no_such_policy_version", en="There is no such version.", ar="لا يوجد إصدار بهذا الرقم.")
wrong_stage = Reason(
    code="wrong_stage",
    en="This version is {stage}; that does not admit this step.",
    ar="حالة هذا الإصدار ({stage}) لا تسمح بهذه الخطوة.",
)
finding_exists = Reason(code="finding_exists", en="This finding is recorded already.", ar="هذه الملاحظة مسجّلة من قبل.")
no_such_finding = Reason(
    code="no_such_finding", en="There is no such open finding.", ar="لا توجد ملاحظة مفتوحة بهذا الرمز."
)
no_window_to_read = Reason(
    code="no_window_to_read",
    en="This reading does not fit the window the text states.",
    ar="هذا التفسير لا يناسب المدة الواردة في النص.",
)
document_names_other_policy = Reason(
    code="document_names_other_policy",
    en="The document is that of another association, policy or version.",
    ar="المستند يخص جمعية أو سياسة أو إصدارًا آخر.",
)
content_unreadable = Reason(
    code="content_unreadable", en="The file must be sent as base64.", ar="يجب إرسال الملف بترميز base64."
)
code_invalid = Reason(
    code="code_invalid",
    en="A code holds small Latin letters, digits and _ only.",
    ar="يتكون الرمز من حروف لاتينية صغيرة وأرقام وشرطة سفلية فقط.",
)
