"""What is missing, in a sentence of each language: gaps refuse nothing, but nobody is to take them for answers."""

from __future__ import annotations

from shared.domain.refusals import Reason

approval_not_recorded = Reason(
    code="approval_not_recorded",
    en="No board approval is recorded for the version in force.",
    ar="لم يُسجَّل اعتماد مجلس الإدارة للإصدار الساري.",
)
quorum_not_set = Reason(
    code="quorum_not_set",
    en="The reviewing body has no quorum rule; minutes list who was present.",
    ar="لا قاعدة لنصاب جهة الدراسة؛ تذكر المحاضر من حضر.",
)
complaint_target_not_set = Reason(
    code="complaint_target_not_set", en="No internal target for complaints is set.", ar="لم تُحدَّد مدة مستهدفة للشكاوى."
)
decision_target_not_set = Reason(
    code="decision_target_not_set", en="No internal target for decisions is set.", ar="لم تُحدَّد مدة مستهدفة للقرارات."
)
survey_interval_not_set = Reason(
    code="survey_interval_not_set",
    en="Satisfaction is to be measured periodically; no interval is set.",
    ar="قياس الرضا دوري، ولم تُحدَّد الفترة بين قياس وآخر.",
)
request_retention_not_set = Reason(
    code="request_retention_not_set",
    en="How long requests are kept is not set.",
    ar="لم تُحدَّد مدة حفظ الطلبات.",
)
complaint_retention_not_set = Reason(
    code="complaint_retention_not_set",
    en="How long complaints are kept is not set.",
    ar="لم تُحدَّد مدة حفظ الشكاوى.",
)
response_retention_not_set = Reason(
    code="response_retention_not_set",
    en="How long survey responses are kept is not set.",
    ar="لم تُحدَّد مدة حفظ إجابات قياس الرضا.",
)
case_file_retention_not_set = Reason(
    code="case_file_retention_not_set",
    en="How long case files are kept is not set.",
    ar="لم تُحدَّد مدة حفظ ملفات الحالات.",
)
calendar_ends = Reason(
    code="calendar_ends",
    en="A reply window opened today runs beyond the working calendar: publish a version that reaches further.",
    ar="مهلة رد تبدأ اليوم تتجاوز تقويم العمل؛ يلزم نشر إصدار يمتد إلى ما بعدها.",
)
calendar_estimated = Reason(
    code="calendar_estimated",
    en="A reply window opened today crosses holidays that are estimated: publish a version once they are announced.",
    ar="مهلة رد تبدأ اليوم تمر بإجازات مقدّرة؛ يلزم نشر إصدار بعد إعلانها.",
)
