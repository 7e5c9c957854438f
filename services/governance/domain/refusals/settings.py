"""Why a setting or a channel cannot be changed so."""

from __future__ import annotations

from shared.domain.refusals import Reason

unknown_waiver = Reason(
    code="unknown_waiver",
    en="There is no separation-of-duties rule called {waiver}.",
    ar="لا توجد قاعدة لفصل المهام باسم {waiver}.",
)
setting_out_of_range = Reason(
    code="setting_out_of_range",
    en="The setting {setting} is outside what is allowed.",
    ar="قيمة الإعداد {setting} خارج المسموح.",
)
period_unreadable = Reason(
    code="period_unreadable",
    en="The setting {setting} is a period such as P5Y or P6M; what is kept for good says “permanent”.",
    ar="قيمة الإعداد {setting} مدة مثل P5Y أو P6M، وما يُحفظ دائمًا يُكتب له «permanent».",
)
channel_needs_policy_version = Reason(
    code="channel_needs_policy_version",
    en="The policy in force names its channels and allows no others; another one needs a new policy version.",
    ar="السياسة السارية حدّدت قنواتها ولا تجيز غيرها؛ وإضافة قناة تستلزم إصدارًا جديدًا من السياسة.",
)
justification_required = Reason(
    code="justification_required",
    en="Say why this channel suits the association and breaks no law.",
    ar="يلزم بيان ملاءمة القناة لتوجّه الجمعية وعدم مخالفتها للأنظمة.",
)
channel_permitted_already = Reason(
    code="channel_permitted_already", en="This channel is permitted already.", ar="هذه القناة مأذون بها من قبل."
)
channel_not_permitted = Reason(
    code="channel_not_permitted",
    en="This channel is not one of the association's.",
    ar="هذه القناة ليست من قنوات الجمعية.",
)
