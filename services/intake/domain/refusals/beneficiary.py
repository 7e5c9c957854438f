"""Why something about a beneficiary is refused."""

from __future__ import annotations

from shared.domain.refusals import Reason

no_such_day = Reason(code="no_such_day", en="There is no such day.", ar="لا يوجد هذا اليوم.")
identity_kind = Reason(
    code="identity_kind",
    en="The number is of another kind than stated: a national ID begins with 1, an iqama with 2.",
    ar="الرقم لا يوافق نوع الوثيقة: رقم الهوية يبدأ بـ 1 ورقم الإقامة بـ 2.",
)
birth_in_future = Reason(
    code="birth_in_future", en="The birth date lies in the future.", ar="تاريخ الميلاد في المستقبل."
)
name_missing = Reason(code="name_missing", en="A name is needed.", ar="الاسم مطلوب.")
too_many_names = Reason(
    code="too_many_names",
    en="At most {limit} names are read at once.",
    ar="لا يُقرأ أكثر من {limit} اسمًا في المرة.",
)
other_than_himself = Reason(
    code="other_than_himself", en="Nobody is somebody else than himself.", ar="لا يكون المرء غير نفسه."
)
nothing_corrected = Reason(code="nothing_corrected", en="The correction changes nothing.", ar="التصحيح لا يغيّر شيئًا.")
contact_point_unknown = Reason(
    code="contact_point_unknown",
    en="This contact point is not among those recorded.",
    ar="وسيلة الاتصال هذه ليست من الوسائل المسجلة.",
)
recipient_unknown = Reason(
    code="recipient_unknown",
    en="The recipient must be the beneficiary or his present guardian.",
    ar="يجب أن يكون المتلقي هو المستفيد نفسه أو وليّه الحالي.",
)
no_news_by_channel = Reason(
    code="no_news_by_channel",
    en="People come by “{channel}”, but nothing can be sent to them by it ({clause}). Choose another means.",
    ar="«{channel}» قناة يأتي منها الناس، ولا يصلهم منها خبر ({clause}). اختر وسيلة أخرى.",
)
channel_misses_point = Reason(
    code="channel_misses_point",
    en="“{channel}” does not lead to this contact point ({clause}). Choose one that fits, or add it first.",
    ar="لا توصل «{channel}» إلى وسيلة الاتصال هذه ({clause}). اختر ما يناسبها، أو أضفها أولًا.",
)
email_malformed = Reason(
    code="email_malformed",
    en="This is no e-mail address. Compare it and type it again.",
    ar="هذا ليس عنوان بريد إلكتروني. قارنه ثم أعد كتابته.",
)
identity_number_missing = Reason(
    code="identity_number_missing",
    en="The register holds no number of his document. Add the number, then record that the original was seen.",
    ar="لا رقم لوثيقته في السجل. أضف الرقم، ثم سجّل الاطلاع على الأصل.",
)
number_of_another = Reason(
    code="number_of_another",
    en="Somebody else is registered under this number. If it is the same person, choose that entry; if the number is "
    "right for both, write why. The reason goes on record.",
    ar="هذا الرقم مسجّل لشخص آخر. إن كان هو نفسه فاختره، وإن صح الرقم لهما معًا فاكتب السبب، ويُسجَّل السبب باسمك.",
)
guardianship_unproven = Reason(
    code="guardianship_unproven",
    en="Say how the guardianship was verified.",
    ar="اذكر ما جرى به التحقق من الولاية.",
)
already_guardian = Reason(
    code="already_guardian", en="This guardian is linked already.", ar="هذا الولي مرتبط بالمستفيد من قبل."
)
not_guardian = Reason(code="not_guardian", en="He is not a guardian of this beneficiary.", ar="ليس وليًّا لهذا المستفيد.")
guardianship_expired = Reason(
    code="guardianship_expired",
    en="The guardianship ended on {date}.",
    ar="انتهت الولاية في {date}.",
)
guardian_of_himself = Reason(code="guardian_of_himself", en="Nobody is his own guardian.", ar="لا يكون المرء وليّ نفسه.")
guardian_must_act = Reason(
    code="guardian_must_act",
    en="A guardian acts for this beneficiary until he comes of age.",
    ar="يتصرف الولي عن هذا المستفيد حتى يبلغ سن الرشد.",
)
not_consented = Reason(code="not_consented", en="There is no consent to withdraw.", ar="لا توجد موافقة لسحبها.")
