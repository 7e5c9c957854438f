"""How a recipient's wishes and the wording in force are read."""

from __future__ import annotations

from dataclasses import fields

from services.notifications.adapters.templates import built_in_template
from services.notifications.application.aggregates import RECIPIENT, TEMPLATE
from services.notifications.application.reading.messages import THEMSELVES
from services.notifications.domain.commands import Texts
from services.notifications.domain.recipient import Recipient
from services.notifications.domain.template import Template, in_force
from shared.application.desk import Desk
from shared.application.streams import no_such
from shared.domain.messages import message
from shared.domain.refusals import NotFound


@message
class ReadPreference:
    """What a recipient wants."""

    beneficiary_id: str


@message
class Preference:
    """stopped: purposes he does not want; consents: those that need his consent and have it."""

    channel_code: str | None
    language: str
    consents: tuple[str, ...]
    stopped: tuple[str, ...]


@message
class ReadTemplate:
    """The wording of a message that is in force."""

    template_code: str


@message
class TemplateRead:
    """version 0: the platform's wording, not used yet."""

    template_code: str
    version: int
    sha256: str
    by_association: bool
    ar: Texts
    en: Texts


def read_preference(query: ReadPreference, desk: Desk) -> Preference:
    recipient: Recipient = desk.load(RECIPIENT, query.beneficiary_id)
    if desk.actor.roles <= THEMSELVES and desk.actor.ref not in (query.beneficiary_id, recipient.recipient_id):
        raise no_such(RECIPIENT)
    return Preference(**{field.name: getattr(recipient, field.name) for field in fields(Preference)})


def read_template(query: ReadTemplate, desk: Desk) -> TemplateRead:
    platform = built_in_template(query.template_code)
    try:
        used: Template = desk.load(TEMPLATE, query.template_code)
    except NotFound:
        used = TEMPLATE.initial
    template = in_force(used, platform)
    told = {field.name: getattr(template, field.name) for field in fields(TemplateRead)}
    return TemplateRead(**told | {"version": used.version if template != used else template.version})
