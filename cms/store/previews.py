"""A draft as the public would see it: the same rendering, unrecorded, with what is public now in its places."""

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from cms.contract.encoding import CARD, Slot, whole
from cms.contract.files import with_signed_addresses
from cms.contract.html import LinkKeys
from cms.contract.publishable import Publishable, Version
from cms.store.clock import now
from cms.store.filling import References, Target, fill
from cms.store.models import ContentItem, Reference
from cms.store.rendering import render

DRAFT = 0  # stands for the id that a draft's item does not have


def preview(obj: Publishable, locale: str) -> dict[str, Any]:
    """The parsed payload of a draft, with relative addresses, those of files signed. Nothing is stored."""
    obj.prepare_public()
    item = render(Version(obj, locale), LinkKeys())
    references: References = {}
    found = _targets(item.slots, locale)
    for slot in item.slots:
        target = _chosen(slot, found, locale)
        if target is not None:
            references.setdefault((DRAFT, slot.number), []).append(_as_target(slot.role, target))
    _second_level(references, locale)
    stored = whole(item.payload, item.body)
    data: dict[str, Any] = json.loads(with_signed_addresses(fill(stored, DRAFT, references, "")))
    return data


def _visible() -> Any:
    at = now()
    return ContentItem.objects.filter(Q(visible_until=None) | Q(visible_until__gt=at), visible_from__lte=at)


def _targets(slots: Iterable[Slot], locale: str) -> dict[tuple[str, str], ContentItem]:
    keys = {slot.key for slot in slots}
    return {(row.object_key, row.locale): row for row in _visible().filter(object_key__in=keys)}


def _chosen(slot: Slot, found: dict[tuple[str, str], ContentItem], locale: str) -> ContentItem | None:
    others = [row for (key, code), row in found.items() if key == slot.key and code != locale]
    if slot.role == "translation":
        return others[0] if others else None
    own = found.get((slot.key, locale))
    return own or (others[0] if others and slot.fallback else None)


def _as_target(role: str, row: ContentItem) -> Target:
    return Target(role, row.pk, row.type, row.locale, row.public_id, row.path, row.file, row.title, row.card)


def _second_level(references: References, locale: str) -> None:
    shown = [
        target.item_id for targets in list(references.values()) for target in targets if target.role == "card"
    ]
    inner = list(Reference.objects.filter(item__in=shown, depth=CARD))
    slots = [Slot(row.slot, row.target_key, row.role, row.fallback, row.field, row.depth) for row in inner]
    found = _targets(slots, locale)
    for row, slot in zip(inner, slots, strict=True):
        target = _chosen(slot, found, locale)
        if target is not None:
            references.setdefault((row.item_id, slot.number), []).append(_as_target(slot.role, target))
