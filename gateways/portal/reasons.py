"""What may be chosen in forms, with its words: codes are what is recorded."""

from __future__ import annotations

from gateways.portal.forms import Option

MEDIA: tuple[Option, ...] = (
    ("printed", ("ورقة مطبوعة", "Printed")),
    ("shown", ("عُرضت عليه", "Shown")),
    ("sent", ("أُرسلت إليه", "Sent")),
)
TOPICS: tuple[Option, ...] = (
    ("conditions", ("شروط الخدمات", "Conditions of the services")),
    ("required_items", ("المستندات المطلوبة", "Documents required")),
    ("progress_of_request", ("سير طلب قائم", "Progress of a request")),
    ("date_of_reply", ("موعد الرد", "Date of the reply")),
    ("service_delivery", ("موعد تقديم الخدمة", "Delivery of a service")),
    ("contact_details", ("تحديث وسيلة التواصل", "Change of contact details")),
    ("other_topic", ("موضوع آخر", "Another topic")),
)
GUARDIANSHIPS: tuple[Option, ...] = (
    ("natural", ("ولاية الأب أو الجد", "Father or grandfather")),
    ("appointed", ("ولاية بصك", "By deed")),
    ("foster_family", ("أسرة بديلة", "Foster family")),
)
ENDING: tuple[Option, ...] = (
    ("court", ("حكم أو صك جديد", "A ruling or a new deed")),
    ("care_changed", ("انتقلت الرعاية إلى غيره", "Somebody else has the care now")),
    ("guardian_deceased", ("وفاة الولي", "The guardian has died")),
    ("linked_in_error", ("رُبط خطأً", "Linked by mistake")),
)
SIGNING: tuple[Option, ...] = (
    ("in_person", ("حضوريًا أمام الموظف", "In person")),
    ("one_time_code", ("برمز لمرة واحدة", "By one-time code")),
)
EARLY: tuple[Option, ...] = (
    ("urgent", ("حاجة عاجلة", "Urgent need")),
    ("medical", ("سبب طبي", "Medical reason")),
    ("deadline_of_third_party", ("موعد لدى جهة أخرى", "Deadline of a third party")),
    ("other", ("سبب آخر", "Other reason")),
)
LEAVING: tuple[Option, ...] = (
    ("no_longer_needed", ("لم تعد به حاجة", "No longer needed")),
    ("applicant_request", ("برغبة مقدّم الطلب", "The applicant wishes it")),
)
UNCLEAR: tuple[Option, ...] = (
    ("procedures_unclear", ("الإجراءات غير واضحة له", "Procedures unclear to the applicant")),
)
REJECTING: tuple[Option, ...] = (
    ("does_not_match", ("لا يطابق البيانات", "Does not match the data")),
    ("not_legible", ("غير مقروء", "Not legible")),
    ("expired", ("انتهت صلاحيته", "Expired")),
)
NOT_GIVEN: tuple[Option, ...] = (
    ("beneficiary_unreachable", ("تعذّر الوصول إلى المستفيد", "Beneficiary could not be reached")),
    ("no_funds", ("لا يتوفر رصيد", "No funds")),
    ("declined_by_beneficiary", ("لم يرغب المستفيد", "Declined by the beneficiary")),
)
REOPENING: tuple[Option, ...] = (
    ("new_information", ("معلومات جديدة", "New information")),
    ("error_found", ("ظهر خطأ", "An error was found")),
)
DECIDING: tuple[Option, ...] = (
    ("need_established", ("ثبتت الحاجة", "Need established")),
    ("need_not_established", ("لم تثبت الحاجة", "Need not established")),
    ("outside_scope", ("خارج نطاق الخدمة", "Outside the service’s scope")),
)
DEFERRING: tuple[Option, ...] = (
    ("more_study", ("يحتاج مزيد دراسة", "More study needed")),
    ("no_time", ("لم يتسع الوقت", "No time left")),
    ("votes_equal", ("تساوت الأصوات", "The votes were equal")),
)
CORRECTING: tuple[Option, ...] = (
    ("document_shown", ("وثيقة اطُّلع عليها", "A document that was shown")),
    ("said_by_himself", ("إفادة صاحب البيانات", "His own statement")),
    ("typing_error", ("خطأ كتابي عند التسجيل", "A typing error on entry")),
)
LEFT_INCOMPLETE: tuple[Option, ...] = (
    ("will_bring_later", ("سيحضر الناقص لاحقًا", "Will bring the rest later")),
    ("left_early", ("غادر قبل الإكمال", "Left early")),
    ("office_goes_on", ("اكتمل ما عليه، وبقي ما على الجمعية", "All that was asked of him is here; the office goes on")),
)
DOCUMENTS: tuple[Option, ...] = (
    ("national_id", ("الهوية الوطنية", "National identity card")),
    ("iqama", ("هوية مقيم", "Residence permit")),
    ("other_id", ("وثيقة أخرى", "Another document")),
)
