"""Why the reviewing body is told no."""

from __future__ import annotations

from shared.domain.refusals import Reason

not_under_study = Reason(
    code="not_under_study",
    en="The request is not under study now.",
    ar="الطلب ليس قيد الدراسة الآن.",
)
study_not_begun = Reason(
    code="study_not_begun",
    en="No study of this request is on record yet: record one, or assign a member to study it.",
    ar="لم تُسجّل دراسة لهذا الطلب بعد. سجّلها أو كلّف بها عضوًا.",
)
information_awaited = Reason(
    code="information_awaited",
    en="The review waits for the information that was asked for.",
    ar="الدراسة بانتظار المعلومات التي طُلبت.",
)
on_agenda_already = Reason(
    code="on_agenda_already",
    en="The request is on the agenda of session {session}: put the item off first.",
    ar="الطلب على جدول أعمال الجلسة {session}. أجّل البند أولًا.",
)
already_decided = Reason(
    code="already_decided",
    en="This review has been decided or cancelled already.",
    ar="سبق البت في هذا الطلب أو ألغيت دراسته.",
)
handled_the_request = Reason(
    code="handled_the_request",
    en="Whoever completed or verified the request neither studies, votes on nor decides it.",
    ar="من أكمل الطلب أو تحقق منه لا يدرسه ولا يصوّت عليه ولا يبتّ فيه.",
)
recused = Reason(
    code="recused",
    en="Whoever declared a conflict of interest neither votes nor counts towards the quorum.",
    ar="من أفصح عن تعارض مصالح لا يصوّت ولا يُعد في النصاب.",
)
not_own_declaration = Reason(
    code="not_own_declaration",
    en="A member declares his own conflict of interest, or the secretary puts it on record.",
    ar="يفصح العضو بنفسه عن تعارض المصالح، أو يثبته أمين جهة الدراسة.",
)
not_own_vote = Reason(
    code="not_own_vote",
    en="Nobody votes in another member's place.",
    ar="لا يصوّت أحد نيابة عن عضو آخر.",
)
not_present = Reason(
    code="not_present",
    en="Only members present at the session vote.",
    ar="لا يصوّت إلا من حضر الجلسة.",
)
already_voted = Reason(
    code="already_voted",
    en="This member has voted on this item already.",
    ar="سبق أن صوّت هذا العضو على هذا البند.",
)
decides_without_session = Reason(
    code="decides_without_session",
    en="An administrative unit decides without sessions and votes.",
    ar="تبتّ الوحدة الإدارية المختصة بلا جلسات ولا تصويت.",
)
not_on_agenda = Reason(
    code="not_on_agenda",
    en="The request is not on the agenda of a session.",
    ar="الطلب ليس على جدول أعمال جلسة.",
)
session_not_held = Reason(
    code="session_not_held",
    en="The session has not been held.",
    ar="لم تُعقد الجلسة بعد.",
)
session_held_already = Reason(
    code="session_held_already",
    en="The session has been held already.",
    ar="سبق عقد هذه الجلسة.",
)
session_not_begun = Reason(
    code="session_not_begun",
    en="A session cannot be recorded before its day.",
    ar="لا تُسجَّل الجلسة قبل يومها.",
)
no_members = Reason(
    code="no_members",
    en="Choose at least one member.",
    ar="اختر عضوًا واحدًا على الأقل.",
)
nobody_present = Reason(
    code="nobody_present",
    en="Say who of those called was present.",
    ar="حدّد من حضر ممن دُعوا إلى الجلسة.",
)
not_of_the_body = Reason(
    code="not_of_the_body",
    en="Somebody who was named is not a member of the reviewing body, as the register of staff has it.",
    ar="ذُكر من ليس من أعضاء جهة الدراسة بحسب سجل الموظفين.",
)
day_has_passed = Reason(
    code="day_has_passed",
    en="A session is called for today or a later day.",
    ar="لا يُدعى إلى جلسة في يوم مضى.",
)
hour_has_passed = Reason(
    code="hour_has_passed",
    en="This hour has passed: it is {now} now. Call the session for a later one.",
    ar="مضت هذه الساعة، فالساعة الآن {now}. ادعُ إلى الجلسة في ساعة لاحقة.",
)
not_a_member = Reason(
    code="not_a_member",
    en="Somebody named as present was not called to this session.",
    ar="ذُكر ضمن الحاضرين من لم يُدعَ إلى هذه الجلسة.",
)
quorum_not_met = Reason(
    code="quorum_not_met",
    en="Who may vote on this item: {present}; the quorum is {needed}.",
    ar="من يحق لهم التصويت على هذا البند: {present_ar}، والنصاب {needed_ar}.",
)
votes_outstanding = Reason(
    code="votes_outstanding",
    en="Present and not voted yet: {members}. What is still out could change the outcome.",
    ar="بقي من الحاضرين من لم يصوّت: {members_ar}، وقد تتغيّر النتيجة بما بقي من الأصوات.",
)
not_at_session = Reason(
    code="not_at_session",
    en="A decision is recorded by a member who was present at the session, or by the secretary.",
    ar="يسجّل القرار عضو حضر الجلسة أو أمينها.",
)
votes_missing = Reason(
    code="votes_missing",
    en="No vote for or against has been cast on this item.",
    ar="لم يُدلَ بصوت مؤيد أو معارض على هذا البند.",
)
votes_tied = Reason(
    code="votes_tied",
    en="The votes are equal, {votes} for and as many against; put the item off to another session.",
    ar="تساوت الأصوات: للقبول {votes_ar}، وللرفض {votes_ar}. أجّل البند إلى جلسة أخرى.",
)
against_the_votes = Reason(
    code="against_the_votes",
    en="The outcome must follow the majority of the votes cast.",
    ar="تتبع النتيجة أغلبية الأصوات.",
)
reasons_missing = Reason(
    code="reasons_missing",
    en="A decision needs its reasons: choose at least one ground, and write them in words.",
    ar="اختر سببًا واحدًا على الأقل، واكتب التسبيب.",
)
ground_contradicts = Reason(
    code="ground_contradicts",
    en="The ground “{ground}” speaks against this outcome.",
    ar="السبب «{ground}» لا يصح لهذا القرار.",
)
no_award_on_rejection = Reason(
    code="no_award_on_rejection",
    en="A rejection grants no support, so it names no kind of it.",
    ar="لا يُذكر نوع الدعم في قرار الرفض.",
)
other_subject = Reason(
    code="other_subject",
    en="The text is about somebody else than the applicant of this request.",
    ar="النص عن شخص غير صاحب هذا الطلب.",
)
not_studied = Reason(
    code="not_studied",
    en="No study of this request is on record.",
    ar="لا توجد دراسة مسجلة لهذا الطلب.",
)
nothing_asked = Reason(
    code="nothing_asked",
    en="Name the items that are needed.",
    ar="اذكر البنود المطلوبة.",
)
not_decided = Reason(
    code="not_decided",
    en="Nothing has been decided on this request yet.",
    ar="لم يُبتّ في هذا الطلب بعد.",
)
nothing_granted = Reason(
    code="nothing_granted",
    en="Nothing has been granted under this request.",
    ar="لم يُقرَّر تقديم شيء في هذا الطلب.",
)
items_open = Reason(
    code="items_open",
    en="Left on the agenda, neither decided nor put off: {items}.",
    ar="بقي على جدول الأعمال بلا قرار ولا تأجيل {items_ar}.",
)
minutes_not_drafted = Reason(
    code="minutes_not_drafted",
    en="There are no minutes to adopt yet.",
    ar="لا يوجد محضر ليُعتمد بعد.",
)
minutes_out_of_date = Reason(
    code="minutes_out_of_date",
    en="Something was decided after the minutes were drafted; draft them again.",
    ar="طرأ قرار بعد إعداد المحضر. أعد إعداده.",
)
minutes_locked = Reason(
    code="minutes_locked",
    en="The minutes are adopted and do not change; an error is corrected by a new decision.",
    ar="اعتُمد المحضر فلا يتغيّر. يُصحَّح الخطأ بقرار جديد.",
)
adopted_by_others = Reason(
    code="adopted_by_others",
    en="Only members who were present adopt the minutes.",
    ar="لا يعتمد المحضرَ إلا من حضر الجلسة.",
)
adoption_incomplete = Reason(
    code="adoption_incomplete",
    en="Minutes are adopted by all who were present; still to adopt them: {members}.",
    ar="يعتمد المحضرَ كل من حضر الجلسة، وبقي أن يعتمده: {members_ar}.",
)
