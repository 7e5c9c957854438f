"""An association as its pages show it: its name, what it calls things, and whether names begin covered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from gateways.portal.looks import Pair
from gateways.portal.own_body import GENERIC, in_running_text
from gateways.portal.short_names import short_name
from services.governance.application.questions.association import ListChannels, ReadAssociation
from services.governance.application.questions.catalogue import ListServices
from services.governance.application.questions.tools import ListTools


class Asking(Protocol):
    """Whoever asks the services in somebody's name."""

    def ask(self, service: str, query: Any) -> Any: ...
    def ask_if(self, service: str, query: Any) -> Any | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """names: by code. body: its reviewing body, as it stands within a sentence.

    sensitive: whether it is sensitive to be known as one of its beneficiaries.
    """

    name: Pair
    short_name: Pair
    names: Mapping[str, Pair]
    body: Pair
    sensitive: bool


def association_of(visit: Asking) -> Association:
    """As governance tells it."""
    told = visit.ask("governance", ReadAssociation())
    name, short = (told.name.ar, told.name.en), (short_name(told.name.ar), short_name(told.name.en))
    body, names = told.reviewing_body, dict(_names(visit))
    if body:
        names[body.code] = (body.ar, body.en)
    return Association(
        name=name,
        short_name=short,
        names=names,
        body=in_running_text((body.ar, body.en)) if body else GENERIC,
        sensitive=told.sensitive_register,
    )


def _names(visit: Asking) -> Iterator[tuple[str, Pair]]:
    tools = visit.ask_if("governance", ListTools())
    for one in (*(tools.tools if tools else ()), *visit.ask("governance", ListChannels()).channels):
        yield getattr(one, "tool_code", None) or one.code, (one.ar, one.en)
    for service in visit.ask("governance", ListServices()).services:
        yield service.service_code, (service.name.ar, service.name.en)
        for item in service.item_names:
            yield item.item_code, (item.name.ar, item.name.en)
