"""An association's file, read whole before anything is asked, so that nothing is ever half loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.governance.domain.commands.offerings import PublishServiceInformation
from services.governance.domain.commands.policy import Interpretation
from services.governance.domain.contract import reading, window
from services.governance.domain.document import Place
from services.governance.domain.policy import interpretation_fits
from services.governance.domain.policy_file import checked
from services.governance.domain.settings_file import SettingsFile, services_of, settings_of
from shared.locale.dates import parse_hijri

TENANT = re.compile(r"[a-z][a-z0-9-]{1,31}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssociationFile:
    """A file that can be loaded: every part has been read once. sha256: of its bytes (hex)."""

    tenant: str
    sha256: str
    document: Place
    settings: SettingsFile
    services: tuple[PublishServiceInformation, ...]

    @property
    def policy_id(self) -> str:
        """The policy's id."""
        return self.document.at("policy", "id").text()

    @property
    def version(self) -> int:
        """The version the text states."""
        return self.document.at("policy", "version").whole(1, 10_000)


def association_file(documents: tuple[Any, ...], sha256: str) -> AssociationFile:
    """The file, sure to be loadable. documents: as parsed. Raises `association_file_invalid`, naming the place."""
    policy, settings, services = _sorted(documents)
    document = checked(Place(path="", value=policy))
    place = document.at("tenant", "id")
    tenant = place.text()
    if not TENANT.fullmatch(tenant):
        raise place.invalid("small Latin letters, digits and - are expected", "المتوقع حروف لاتينية صغيرة وأرقام")
    document.at("policy", "id").text()
    document.at("policy", "version").whole(1, 10_000)
    document.at("tenant", "legal_form").code()
    dates_exist(document)
    found = AssociationFile(
        tenant=tenant,
        sha256=sha256,
        document=document,
        settings=settings_of(Place(path="", value=settings), tenant),
        services=services_of(Place(path="", value=services), tenant),
    )
    reading_is_resolved(found)
    return found


def _sorted(documents: tuple[Any, ...]) -> tuple[Any, Any, Any]:
    """Policy first, then settings and services, each at most once and told apart by their schema."""
    place = Place(path="", value=documents[0] if documents else None)
    place.mapping()
    rest: dict[str, Any] = {}
    for index, document in enumerate(documents[1:], start=2):
        schema = Place(path=f"document {index}", value=document).at("schema")
        kind = schema.one_of("tenant-settings/v1", "tenant-services/v1")
        if kind in rest:
            raise schema.invalid("each kind of document may occur once", "لا يتكرر نوع المستند")
        rest[kind] = document
    return documents[0], rest.get("tenant-settings/v1"), rest.get("tenant-services/v1")


def dates_exist(document: Place) -> None:
    """A stated approval date may be wrong, but it must be a date."""
    for item in document.at("policy", "approvals").items():
        hijri, gregorian = item.at("date_hijri"), item.at("date_gregorian")
        if hijri.value is not None:
            parse_hijri(hijri.text())
        if gregorian.value is not None:
            try:
                date.fromisoformat(gregorian.text())
            except ValueError:
                raise gregorian.invalid("a date as 2023-11-16 is expected", "المتوقع تاريخ مثل 2023-11-16") from None


def reading_is_resolved(file: AssociationFile) -> None:
    """Reading the window otherwise than it is written, or stopping it for questions, is the board's to resolve."""
    stated, settings = window(file.document.at("response_window")), file.settings
    if is_reread(file) or settings.settings.pauses_for_information:
        Place(path="window.resolution_ref", value=settings.resolution_ref).text()
    if is_reread(file) and not interpretation_fits(reading_meant(file), stated):
        raise Place(path="window.interpretation", value=None).invalid(
            "a reading that fits the stated window is expected", "المتوقع تفسير يناسب المدة المذكورة"
        )


def is_reread(file: AssociationFile) -> bool:
    """Whether the settings read the window otherwise than the text does."""
    stated, starts_on = window(file.document.at("response_window")), file.settings.starts_on
    return reading_meant(file) != stated.interpretation or starts_on not in (None, stated.starts_on)


def reading_meant(file: AssociationFile) -> Interpretation:
    """How the settings read the window; `literal` there means: as the text is written, whichever way that is."""
    chosen = file.settings.interpretation
    return reading(file.document.at("response_window")) if chosen in (None, "literal") else chosen
