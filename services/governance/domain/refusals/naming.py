"""Why somebody is not called so."""

from __future__ import annotations

from shared.domain.refusals import Reason

name_missing = Reason(code="name_missing", en="A name is needed.", ar="الاسم مطلوب.")
name_too_long = Reason(
    code="name_too_long", en="A name has at most {limit} letters.", ar="لا يزيد الاسم على {limit} حرفًا."
)
not_in_latin_letters = Reason(
    code="not_in_latin_letters",
    en="The second field takes Latin letters only; it may stay empty.",
    ar="الحقل الثاني للحروف اللاتينية فقط، وله أن يبقى خاليًا.",
)
not_your_name = Reason(
    code="not_your_name",
    en="Everybody gives his own name; for another, the governance officer does.",
    ar="يسجّل كل موظف اسمه هو، ويسجّل اسم غيره مسؤول الحوكمة.",
)
too_many_names = Reason(
    code="too_many_names",
    en="At most {limit} names are read at once.",
    ar="لا يُقرأ أكثر من {limit} اسمًا في المرة.",
)
