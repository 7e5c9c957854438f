"""Why something is refused whatever it is about: the channel, the person, the policy."""

from __future__ import annotations

from shared.domain.refusals import Reason

channel_not_permitted = Reason(
    code="channel_not_permitted",
    en="“{channel}” is not among this association's channels ({clause}). Choose one of: {permitted}.",
    ar="القناة «{channel}» ليست من قنوات الجمعية بحسب سياستها ({clause}). القنوات المعتمدة: {permitted_ar}.",
)
not_in_policy = Reason(
    code="not_in_policy",
    en="This association's policy has no such step.",
    ar="لا تتضمن سياسة الجمعية هذا الإجراء.",
)
wrong_stage = Reason(
    code="wrong_stage",
    en="This cannot be done while the request is “{stage}”.",
    ar="لا يمكن هذا الإجراء والطلب في حالة «{stage}».",
)
over_already = Reason(code="over_already", en="This is over already.", ar="انتهى هذا الأمر من قبل.")
another_beneficiary = Reason(
    code="another_beneficiary",
    en="This belongs to another beneficiary.",
    ar="هذا يخص مستفيدًا آخر.",
)
future_date = Reason(code="future_date", en="The date lies in the future.", ar="التاريخ في المستقبل.")
same_person = Reason(
    code="same_person",
    en="Another person must do this: two pairs of eyes are required.",
    ar="يجب أن يقوم بهذا شخص آخر، فالإجراء يتطلب شخصين.",
)
